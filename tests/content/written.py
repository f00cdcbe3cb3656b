"""A small levels folder without faults, and ways to spoil it at a marked place."""

from datetime import date
from pathlib import Path

from game.content.checking import check_paths
from game.content.faults import At, Fault
from game.content.level_names import ArtNames

TODAY = date(2026, 11, 23)
ART = ArtNames(frozenset({"market", "office"}), frozenset({"sari", "officer"}), frozenset({"calm", "worried"}))
MARK = "§"
"""Stands in a spoiled text where the fault is expected."""

LEVEL = """\
format: 1
title: The letter
seat: worker
from: ID
to: SG
minutes: 3
ages: 12
content_note: Nobody is hurt.
summary: >
  Ayu sells cakes and is offered work abroad by a cousin who wants an answer tonight. She learns that a real
  job can wait, that the office can be found without the letter's own number, and that asking for help is never
  too late. She compares, she asks, and she decides at her own pace, with people around her who know where she is
  and whom to call if she does not ring.
cast:
  ayu: {name: Ayu, figure: sari}
  clerk: {name: The clerk, figure: officer, role: works at the office}
meters:
  savings: {label: Savings, start: 2, max: 5, better: high}
  debt: {label: Debt, start: 0, max: 5, better: low}
carries: [never-late]
asks: [no-rush, find-office, never-late]
wins: {learn: 2, use: 1}
aims: [Say why a job can wait, Find an office without its letter]
discuss:
  the-poster: {at: stall, ask: "What does the poster do for Ayu?", listen_for: Time.}
  the-letters: {ask: "Which letter can wait?"}
start: stall
passages:
  stall:
    stage: {set: market, time: morning, figures: {ayu: calm}}
    text: |
      The oil is hot.
      ayu: "Two cakes?"
    teaches: {no-rush: A poster at the pier}
    choices:
      yes-now:
        text: Say yes.
        effect: {debt: +1, set: [said-yes]}
        reply: |
          clerk: "Good."
        because: Hurry is a tool.
        to: desk
      wait:
        uses: no-rush
        text: It can wait.
        effect: {savings: +1, clear: [said-yes]}
        to: desk
  desk:
    stage: {set: office, time: day, figures: {}}
    text: Two letters on the desk.
    teaches: {find-office: The clerk, never-late: The clerk}
    offers:
      blue:
        genuine: true
        from: Blue
        lines:
          permit: {text: A permit, sign: good, because: It can be checked., message: find-office}
          pay: {text: The pay, sign: good, because: It is written.}
          time: {text: Time to read, sign: good, because: Real work has time.}
      red:
        genuine: false
        from: Red
        lines:
          fee: {text: A fee, sign: warning, because: No receipt.}
          place: {text: A place, sign: good, because: It is named.}
          tonight: {text: Tonight only, sign: warning, because: Hurry.}
    choices:
      leave:
        text: Leave.
        when: [savings >= 1, not said-yes, knows no-rush]
        because: She can.
        to: home
      stay:
        text: Stay.
        because: She may.
        to: bus
      ask:
        uses: never-late
        text: Ask.
        to: helped
      look-up:
        uses: find-office
        text: Look it up.
        to: home
  bus:
    stage: {set: market, time: night, figures: {}}
    text: The bus comes.
    to:
      - {when: [debt >= 2], to: home}
      - {chance: 2, to: home}
      - {chance: 1, to: helped}
endings:
  home:
    outcome: safe
    title: At home
    stage: {set: market, time: day, figures: {ayu: calm}}
    text: Home.
    debrief: {choice: Hers., chance: Some., system: No law.}
  helped:
    outcome: help
    title: Helped
    stage: {set: office, time: day, figures: {}}
    text: Tea.
    debrief: {choice: Hers., chance: Some., system: No law.}
"""


def message_text(name: str) -> str:
    """Return a message without faults, as it stands in a messages file."""
    return f"""\
{name}:
  title: About {name}
  text: Somebody says {name}.
  topic: recruitment
  country: any
  as_of: 2024
  source: {{title: A page, organisation: IOM, year: 2024, url: "https://www.iom.int/"}}
  verified: archived-page
  read_at: "https://www.iom.int/page"
  read_scope: full
  review_by: 2027-11-01
  checks:
    first: {{ask: First about {name}?, right: Yes please, wrong: [No thanks, Not ever], because: So it is.}}
    second: {{ask: Second about {name}?, right: Yes please, wrong: [No thanks, Not ever], because: So it is.}}
"""


FILES = {
    "letter/level.yaml": LEVEL,
    "letter/plays/leaves.yaml": """\
title: She waits and leaves
steps:
  - play: no-rush
  - sees: desk
  - knows: [no-rush, find-office]
  - holds: [savings >= 3, not said-yes]
  - choose: stay
  - continue: helped
  - ends: helped
  - wins: true
""",
    "messages.yaml": "".join(message_text(name) for name in ("no-rush", "find-office", "never-late")),
    "campaign.yaml": "format: 1\nchapters:\n  - {id: one, title: One, levels: [letter]}\n",
    "achievements.yaml": "first-card:\n  title: The first card\n  text: One message met.\n  for: {met: 1}\n",
    "helplines.yaml": """\
office:
  name: The office
  organisation: IOM
  country: international
  phone: "+41 22 717 9111"
  url: https://www.iom.int/
  for: Everybody
  read_at: https://www.iom.int/contact
  page_year: 2024
  as_of: 2024
""",
}


def write_levels(folder: Path, changes: dict[str, str | bytes] | None = None) -> Path:
    """Write a levels folder without faults, except for what `changes` puts in place of its files."""
    files: dict[str, str | bytes] = {**FILES, **(changes or {})}
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def faults_of(levels: Path, today: date = TODAY) -> list[Fault]:
    """Check a levels folder with everything in it."""
    return list(check_paths([levels], today, ART).faults)


def spoil(name: str, *edits: tuple[str, str]) -> tuple[str, At]:
    """Return a file in which each first text is replaced once by the second, and the place of the mark in it."""
    text = FILES[name]
    for old, new in edits:
        assert old in text, f"{name} has no {old!r}"
        text = text.replace(old, new, 1)
    before, after = text.split(MARK)
    return before + after, At(before.count("\n") + 1, len(before) - before.rfind("\n"))
