// Pages work without this file. It adds three things: what changed is shown by itself, a form is sent once, and the
// quick exit leaves no page to come back to.
"use strict";

(() => {
  const body = document.body;

  // --- What changed -------------------------------------------------------------------------------------------------
  // The stream says which version of the page is the newest. Another one than that on show is asked for, and its live
  // regions are put in, so there is one place where pages are made. What somebody is filling in is carried over.
  const away = document.getElementById("away");
  let isAsking = false, isSending = false, newest = body.dataset.version;

  const isChanged = (field) => field.checked !== field.defaultChecked || field.value !== field.defaultValue;

  const filledIn = (region) => [...region.querySelectorAll("input[id]")].filter(isChanged)
    .map(({ id, value, checked }) => ({ id, value, checked }));

  const put = (region, next) => {
    const filled = filledIn(region), focused = region.contains(document.activeElement) && document.activeElement.id;
    const open = new Map([...region.querySelectorAll("details[id]")].map((each) => [each.id, each.open]));
    region.innerHTML = next.innerHTML;
    for (const details of region.querySelectorAll("details[id]")) {
      if (open.has(details.id)) details.open = open.get(details.id);
    }
    for (const { id, value, checked } of filled) {
      const field = document.getElementById(id);
      if (field) Object.assign(field, { value, checked });
    }
    if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  };

  const show = (fresh) => {
    const regions = [...document.querySelectorAll("[data-live]")];
    const pairs = regions.map((region) => [region, fresh.querySelector(`[data-live="${region.dataset.live}"]`)]);
    if (!pairs.length || pairs.some(([, next]) => !next) || fresh.body.className !== body.className) {
      location.reload();
      return;
    }
    const isOther = fresh.body.dataset.page !== body.dataset.page;
    for (const [region, next] of pairs) {
      if (isOther) region.innerHTML = next.innerHTML;
      else if (region.innerHTML !== next.innerHTML) put(region, next);
    }
    body.dataset.page = fresh.body.dataset.page;
    body.dataset.version = fresh.body.dataset.version ?? "";
    document.title = fresh.title;
    if (isOther) {
      scrollTo(0, 0);
      document.getElementById("main").focus({ preventScroll: true });
    }
  };

  const refresh = async () => {
    if (isAsking || isSending) return;  // a form that was sent brings a page of its own
    isAsking = true;
    try {
      while (newest !== body.dataset.version) {
        const wanted = newest;
        const reply = await fetch(location.pathname, { cache: "no-store", credentials: "same-origin" });
        if (isSending) return;
        if (!reply.ok || reply.redirected) { location.reload(); return; }
        show(new DOMParser().parseFromString(await reply.text(), "text/html"));
        if (newest === wanted) break;  // the page may be newer than what was asked for
      }
    } catch {
      // The network is away; the stream tells when it is back, and what is newest then.
    } finally {
      isAsking = false;
    }
  };

  // A stream that the server ended is not opened again by itself: the page is loaded again once there is an answer.
  const comeBack = async () => {
    try {
      await fetch(location.pathname, { cache: "no-store" });
      if (!isSending) { location.reload(); return; }
    } catch {
      // Still away.
    }
    setTimeout(comeBack, 2000);
  };

  if (body.dataset.stream && window.EventSource) {
    const stream = new EventSource(body.dataset.stream);
    stream.addEventListener("open", () => { away.hidden = true; });
    stream.addEventListener("error", () => {
      away.hidden = false;
      if (stream.readyState === EventSource.CLOSED) setTimeout(comeBack, 2000);
    });
    stream.addEventListener("version", (event) => { newest = event.data; refresh(); });
    addEventListener("pagehide", () => stream.close());
    addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
  }

  // --- Forms are sent once ------------------------------------------------------------------------------------------
  addEventListener("submit", (event) => {
    const form = event.target;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "yes";
    isSending = true;
    setTimeout(() => {  // if the network swallowed it, it can be sent again
      delete form.dataset.sent;
      isSending = false;
      refresh();
    }, 4000);
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
