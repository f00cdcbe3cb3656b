// Pages work without this file. It adds three things: what changed is shown by itself, a form is sent once, and the
// quick exit leaves no page to come back to.
"use strict";

(() => {
  const body = document.body;

  // --- What changed -------------------------------------------------------------------------------------------------
  // The server says that a page changed; the page is asked for again, and its live regions are put in. So there is one
  // place where pages are made. A region that somebody is filling in waits until it is left.
  let asked = 0, shown = 0, isAsking = false;

  const isBusy = (region) => {
    const here = document.activeElement;
    return region.contains(here) && here.matches("input, select, textarea") && region.querySelector("form[data-keep]") !== null;
  };

  const put = (fresh) => {
    const here = document.activeElement, focused = here && here.id;
    for (const region of document.querySelectorAll("[data-live]")) {
      const next = fresh.querySelector(`[data-live="${region.dataset.live}"]`);
      if (!next) { location.reload(); return; }
      if (next.innerHTML === region.innerHTML || isBusy(region)) continue;
      const open = [...region.querySelectorAll("details[open][id]")].map((each) => each.id);
      region.innerHTML = next.innerHTML;
      open.forEach((id) => document.getElementById(id)?.setAttribute("open", ""));
    }
    document.title = fresh.title;
    if (focused && document.activeElement !== here) document.getElementById(focused)?.focus({ preventScroll: true });
  };

  const refresh = async () => {
    asked += 1;
    if (isAsking) return;
    isAsking = true;
    while (shown !== asked) {
      const wanted = asked;
      try {
        const reply = await fetch(location.href, { cache: "no-store", credentials: "same-origin" });
        const fresh = new DOMParser().parseFromString(await reply.text(), "text/html");
        if (fresh.body.dataset.page !== body.dataset.page || reply.redirected) { location.reload(); return; }
        put(fresh);
        shown = wanted;
      } catch { break; }  // the network is away; the stream says so, and asks again when it is back
    }
    isAsking = false;
  };

  const away = document.getElementById("away");
  if (body.dataset.events && window.EventSource) {
    const stream = new EventSource(body.dataset.events);
    let wasAway = false;
    stream.addEventListener("open", () => {
      if (away) away.hidden = true;
      if (wasAway) refresh();
      wasAway = false;
    });
    stream.addEventListener("error", () => { wasAway = true; if (away) away.hidden = false; });
    stream.addEventListener("change", refresh);
    stream.addEventListener("message", refresh);
    addEventListener("pagehide", () => stream.close());
    addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
    document.querySelectorAll(".reload").forEach((each) => { each.hidden = true; });
  }

  // --- Forms are sent once ------------------------------------------------------------------------------------------
  addEventListener("submit", (event) => {
    const form = event.target;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "yes";
    setTimeout(() => { delete form.dataset.sent; }, 4000);  // if the network swallowed it, it can be sent again
  });

  // --- The quick exit -----------------------------------------------------------------------------------------------
  const exit = document.querySelector("a.leave");
  if (exit) {
    const leave = () => { body.hidden = true; document.title = ""; location.replace(exit.href); };
    exit.addEventListener("click", (event) => { event.preventDefault(); leave(); });
    let presses = [];
    addEventListener("keydown", (event) => {
      if (event.key !== "Escape") { presses = []; return; }
      presses = [...presses.filter((at) => event.timeStamp - at < 1500), event.timeStamp];
      if (presses.length >= 3) leave();
    });
  }
})();
