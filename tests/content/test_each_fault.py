"""Every fault is found at exactly the place where the author has to look, and none where nothing is wrong."""

from datetime import date
from pathlib import Path

import pytest

from game.content.codes import CODES
from game.story.proof.promises import Promise
from tests.content.written import FILES, TODAY, faults_of, message_text, spoil, write_levels
from tests.content.written_tasks import CONTRACT, DESK, PACKING, PHONE, REST_DAY, WAGE_BOOK

LEVEL, MESSAGES, PLAY = "letter/level.yaml", "messages.yaml", "letter/plays/leaves.yaml"
CAMPAIGN, HELPLINES = "campaign.yaml", "helplines.yaml"
WORDS_61, WORDS_91 = "word " * 61, "word " * 91

Edit = tuple[str, str]

# The code, the file, and what is replaced by what; § marks the place where the fault is.
CASES: list[tuple[str, str, list[Edit]]] = [
    ("tab", LEVEL, [("seat: worker", "seat:§\tworker")]),
    ("forbidden-character", LEVEL, [("The letter", "The §\u202eletter")]),
    ("forbidden-character", LEVEL, [("title: The letter", 'title: §"The \\u202e letter"')]),
    ("yaml-syntax", LEVEL, [("title: The letter", "title: The letter§: a story")]),
    (
        "yaml-syntax",
        LEVEL,
        [("title: The letter", 'title: §"The letter'), ('ayu: "Two cakes?"', "x"), ('"Good."', "x")],
    ),
    ("yaml-syntax", LEVEL, [("text: Say yes.", 'text: §"Say yes.')]),
    ("several-documents", LEVEL, [("endings:", "§---\nendings:")]),
    ("alias", LEVEL, [("title: The letter", "title: §&x The letter")]),
    ("alias", LEVEL, [("title: The letter", "title: §*x")]),
    ("tag", LEVEL, [("title: The letter", "title: §!!python/name:os.system The letter")]),
    ("duplicate-key", LEVEL, [("ages: 12", "§minutes: 4\nages: 12")]),
    ("key-not-text", LEVEL, [("ages: 12", "§[a]: 12")]),
    ("too-deep", LEVEL, [("title: The letter", "title: " + "[" * 15 + "§[")]),
    ("wrong-type", LEVEL, [("asks: [no-rush, find-office, never-late]", "asks: §no-rush")]),
    ("wrong-type", LEVEL, [("minutes: 3", "minutes: §three")]),
    ("wrong-type", LEVEL, [("minutes: 3", 'minutes: §"3"')]),
    ("wrong-type", LEVEL, [("title: The letter", "title: §1984")]),
    ("wrong-type", LEVEL, [("title: The letter", "title: §[The letter]")]),
    ("wrong-type", LEVEL, [("stage: {set: market, time: morning, figures: {ayu: calm}}", "stage: §market")]),
    ("wrong-type", LEVEL, [("genuine: true", "genuine: §yes")]),
    ("wrong-type", PLAY, [("- sees: desk", "- §sees: desk\n    wins: true")]),
    ("missing-field", LEVEL, [("    outcome: safe\n    title: At", "    §title: At")]),
    ("unknown-field", LEVEL, [("ages: 12", "ages: 12\n§agess: 12")]),
    ("empty-value", LEVEL, [("title: The letter", "title:§")]),
    ("empty-value", LEVEL, [("title: The letter", 'title: §""')]),
    ("text-too-long", LEVEL, [("title: The letter", "title: §" + "x" * 61)]),
    ("bad-id", LEVEL, [("start: stall", "start: §The-Stall")]),
    ("bad-id", LEVEL, [("  helped:", "  §Helped:")]),
    ("bad-form", LEVEL, [("from: ID", "from: §id")]),
    ("bad-form", LEVEL, [('ayu: "Two cakes?"', '§ayu:"Two cakes?"')]),
    ("bad-form", LEVEL, [("effect: {debt: +1", "effect: {§debt:+1")]),
    ("bad-form", MESSAGES, [("review_by: 2027-11-01", "review_by: §2027-02-30")]),
    ("bad-condition", LEVEL, [("savings >= 1", "§savings > 1")]),
    ("not-one-of", LEVEL, [("time: morning", "time: §mourning")]),
    ("out-of-range", LEVEL, [("minutes: 3", "minutes: §61")]),
    ("out-of-range", LEVEL, [("minutes: 3", "minutes: §" + "9" * 5000)]),
    ("out-of-range", LEVEL, [("start: 2, max: 5", "start: §6, max: 5")]),
    ("out-of-range", LEVEL, [("savings >= 1", "§savings >= 6")]),
    ("too-few", LEVEL, [("asks: [no-rush, find-office, never-late]", "asks: §[no-rush, find-office]")]),
    ("too-many", MESSAGES, [("[No thanks, Not ever]", "§[No thanks, Not ever, Not at all, Not today]")]),
    ("listed-twice", LEVEL, [("find-office, never-late]", "find-office, §no-rush]")]),
    ("listed-twice", CAMPAIGN, [("[letter]}", "[letter]}\n  - {id: two, title: Two, levels: [§letter]}")]),
    ("folded-text", LEVEL, [("    text: |\n      The oil", "    text: §>\n      The oil")]),
    ("folded-text", LEVEL, [("Two letters on the desk.", "§Two letters\n      on the desk.")]),
    ("comma-in-braces", LEVEL, [("A poster at the pier", "A poster, §at the pier")]),
    ("unknown-passage", LEVEL, [("start: stall", "start: §stal")]),
    ("unknown-passage", LEVEL, [("start: stall", "start: §home")]),
    ("unknown-passage", LEVEL, [("        to: desk", "        to: §dask")]),
    ("unknown-passage", LEVEL, [("{chance: 1, to: helped}", "{chance: 1, to: §helpt}")]),
    ("unknown-passage", LEVEL, [("{at: stall, ask", "{at: §stal, ask")]),
    ("prompt-to-pupils", LEVEL, [('ask: "Which letter can wait?"', 'ask: §"Which letter would you choose?"')]),
    ("same-question", LEVEL, [('ask: "Which letter can wait?"', 'ask: §"what does the poster do for Ayu?"')]),
    ("too-few", LEVEL, [("aims: [Say why a job can wait, Find an office without its letter]", "aims: §[Say why]")]),
    ("text-too-long", LEVEL, [("listen_for: Time.", "listen_for: §" + "x" * 241)]),
    ("unknown-cast", LEVEL, [("figures: {ayu: calm}", "figures: {§ayi: calm}")]),
    ("unknown-speaker", LEVEL, [('ayu: "Two cakes?"', '§ayi: "Two cakes?"')]),
    ("unknown-speaker", LEVEL, [('ayu: "Two cakes?"', '§Ayu: "Two cakes?"')]),
    ("unknown-speaker", LEVEL, [("Two letters on the desk.", "'§two: letters on the desk.'")]),
    ("unknown-meter", LEVEL, [("effect: {debt: +1", "effect: {§dept: +1")]),
    ("unknown-meter", LEVEL, [("savings >= 1", "§saving >= 1")]),
    ("unknown-flag", LEVEL, [("not said-yes", "§not said-yeah")]),
    ("unknown-flag", LEVEL, [("not said-yes", "§debt")]),
    ("unknown-flag", LEVEL, [("clear: [said-yes]", "clear: [§said-yeah]")]),
    ("unknown-message", LEVEL, [("{find-office: The clerk", "{§find-ofice: The clerk")]),
    ("unknown-message", LEVEL, [("message: find-office", "message: §find-ofice")]),
    ("unknown-set", LEVEL, [("set: market", "set: §markt")]),
    ("unknown-figure", LEVEL, [("figure: officer", "figure: §oficer")]),
    ("unknown-mood", LEVEL, [("{ayu: calm}", "{ayu: §clam}")]),
    ("unknown-chapter", CAMPAIGN, [("levels: [letter]", "after: §later, levels: [letter]")]),
    ("unknown-level", CAMPAIGN, [("[letter]", "[letter, §later]")]),
    ("same-id", LEVEL, [("  helped:", "  §desk:")]),
    ("same-id", LEVEL, [("  debt: {", "  §clerk: {")]),
    ("same-target", LEVEL, [("{chance: 1, to: helped}", "{chance: 1, to: §home}")]),
    ("set-and-clear", LEVEL, [("set: [said-yes]", "set: [said-yes], clear: [§said-yes]")]),
    ("choices-and-to", LEVEL, [("text: Two letters on the desk.", "text: Two letters on the desk.\n    §to: home")]),
    (
        "no-way-on",
        LEVEL,
        [("endings:", "  gap:\n    §stage: {set: market, time: day, figures: {}}\n    text: x\nendings:")],
    ),
    ("no-plain-choice", LEVEL, [("yes-now:\n", "§yes-now:\n        uses: no-rush\n")]),
    ("branch-order", LEVEL, [("{chance: 1, to: helped}", "{chance: 1, §when: [debt >= 1], to: helped}")]),
    ("branch-order", LEVEL, [("{chance: 1, to: helped}", "§{to: helped}")]),
    ("branch-order", LEVEL, [("when: [debt >= 2], ", ""), ("{chance: 2", "§{chance: 2")]),
    (
        "no-fallback",
        LEVEL,
        [("- {when", "- §{when"), ("      - {chance: 2, to: home}\n      - {chance: 1, to: helped}\n", "")],
    ),
    ("empty-speech", LEVEL, [('ayu: "Two cakes?"', "§ayu:")]),
    ("passage-too-long", LEVEL, [("text: Two letters on the desk.", f"text: §{WORDS_91}")]),
    ("passage-long", LEVEL, [("text: Two letters on the desk.", f"text: §{WORDS_61}")]),
    ("reply-long", LEVEL, [('|\n          clerk: "Good."', f"§{WORDS_61}")]),
    ("summary-length", LEVEL, [("summary: >", "summary: §>"), ("She compares", "\n\nmore: >\n  She compares")]),
    ("missing-because", LEVEL, [("        because: She can.\n", ""), ("text: Leave.", "§text: Leave.")]),
    ("one-sided-offers", LEVEL, [("genuine: false", "genuine: true"), ("      blue:", "      §blue:")]),
    (
        "offer-without-warning",
        LEVEL,
        [("sign: warning", "sign: good"), ("sign: warning", "sign: good"), ("          fee:", "          §fee:")],
    ),
    ("message-never-taught", LEVEL, [("teaches: {no-rush", "teaches: {find-office"), ("uses: no", "uses: §no")]),
    (
        "message-never-taught",
        LEVEL,
        [("{no-rush: A poster", "{find-office: A poster"), ("knows no", "§knows no")],
    ),
    ("wins-too-much", LEVEL, [("{learn: 2, use: 1}", "{learn: §3, use: 1}")]),
    ("wins-too-much", LEVEL, [("{learn: 2, use: 1}", "{learn: 2, use: §4}")]),
    ("flag-never-read", LEVEL, [("set: [said-yes]", "set: [said-yes, §so-what]")]),
    ("unused-cast", LEVEL, [("cast:\n", "cast:\n  §bagus: {name: Bagus, figure: sari}\n")]),
    ("unused-meter", LEVEL, [("meters:\n", "meters:\n  §people: {label: P, start: 1, max: 2, better: high}\n")]),
    ("asked-not-taught", LEVEL, [("office, never-late]", "office, §spare]")]),
    ("right-among-wrong", MESSAGES, [("[No thanks, Not ever]", "[No thanks, §yes please]")]),
    ("same-question", MESSAGES, [("ask: Second about no-rush?", "ask: §first about no-rush?")]),
    ("length-gives-away", MESSAGES, [("right: Yes please", "right: §Yes please and with many more words")]),
    ("review-due", MESSAGES, [("review_by: 2027-11-01", "review_by: §2026-11-22")]),
    ("missing-field", MESSAGES, [("  read_scope: full\n", ""), ("  title: About no", "  §title: About no")]),
    (
        "phone-not-official",
        HELPLINES,
        [('phone: "+41', 'phone: §"+41'), ("read_at: https://www.iom.int", "read_at: https://iom.example")],
    ),
    ("phone-not-official", HELPLINES, [("  page_year: 2024\n", ""), ('phone: "+41', 'phone: §"+41')]),
    ("play-failed", PLAY, [("- play: no-rush", "- §play: find-office")]),
    ("play-failed", PLAY, [("- sees: desk", "- §sees: bus")]),
    ("play-failed", PLAY, [("- knows: [no-rush", "- §knows: [no-way")]),
    ("play-failed", PLAY, [("- holds: [savings >= 3", "- §holds: [savings >= 4")]),
    ("play-failed", PLAY, [("- ends: helped", "- §ends: home")]),
    ("play-failed", PLAY, [("- wins: true", "- §wins: false")]),
    ("play-failed", PLAY, [("- choose: stay", "- §choose: sty")]),
    ("play-failed", PLAY, [("- continue: helped", "- §continue: desk")]),
]


def with_task(task: str, *edits: Edit) -> list[Edit]:
    """Return the edits that put a task on the desk and then change it; the choices are those of the packing."""
    ends = PACKING[PACKING.index("      all-well:") :]
    return [(DESK, task if task is PACKING else task + ends), *edits]


TASK_CASES: list[tuple[str, str, list[Edit]]] = [
    ("two-tasks", LEVEL, with_task(PACKING, ("    packing:", "    offers: §{}\n    packing:"))),
    ("after-without-task", LEVEL, [("text: Leave.", "text: Leave.\n        after: §otherwise")]),
    (
        "choice-beside-task",
        LEVEL,
        with_task(PACKING, ("some:\n        after: otherwise", "some:\n        §when: [debt >= 1]")),
    ),
    ("choice-beside-task", LEVEL, with_task(PACKING, ("[right >= 4]", "[right >= 4]\n        when: §[debt >= 1]"))),
    ("unknown-count", LEVEL, with_task(PACKING, ("right >= 4", "§rigth >= 4"))),
    ("bad-condition", LEVEL, with_task(PACKING, ("right >= 4", "§right > 4"))),
    ("no-fallback", LEVEL, with_task(PACKING, ("after: otherwise", "after: §[right >= 1]"))),
    ("branch-order", LEVEL, with_task(PACKING, ("after: [right >= 4]", "after: §otherwise"))),
    ("unknown-place", LEVEL, with_task(PACKING, ("belongs: [hand]", "belongs: [§hat]"))),
    ("nothing-to-decide", LEVEL, with_task(PACKING, ("belongs: [hand]", "belongs: §[hand, home]"))),
    (
        "one-sided-contract",
        LEVEL,
        with_task(CONTRACT, ("lines:\n        pay", "lines:\n        §pay"), ("sign: warning", "sign: good")),
    ),
    ("unknown-place", LEVEL, with_task(REST_DAY, ("in: [morning]", "in: [§mourning]"))),
    ("nothing-to-decide", LEVEL, with_task(REST_DAY, ("evening: Evening", "evening: Evening, noon: §Noon"))),
    ("unknown-cast", LEVEL, with_task(PHONE, ("with: clerk", "with: §clark"))),
    ("nothing-to-decide", LEVEL, with_task(PHONE, ("replies: {", "replies: §{"), ("good: true", "good: false"))),
    (
        "nothing-to-decide",
        LEVEL,
        with_task(WAGE_BOOK, ("entries: {", "entries: §{"), ("right: false", "right: true")),
    ),
    (
        "unknown-level",
        LEVEL,
        [("carries:", "remembers:\n  kept: {level: §latter, flag: said-yes, alone: true}\ncarries:")],
    ),
    (
        "unknown-flag",
        LEVEL,
        [("carries:", "remembers:\n  kept: {level: letter, flag: §said-no, alone: true}\ncarries:")],
    ),
]
CASES += TASK_CASES

# Faults of whole files and of the use of messages have tests of their own below and in the tests of hostile files.
ELSEWHERE = {
    "too-many-states",
    "blind-too-safe",
    "careful-is-enough",
    "informed-not-safe",
    "unreadable-file",
    "file-too-large",
    "not-utf8",
    "empty-file",
    "too-many-values",
    "too-many-faults",
    "message-unasked",
    "message-untaught",
    "message-unused",
    "level-not-listed",
}


def test_nothing_is_found_where_nothing_is_wrong(tmp_path: Path) -> None:
    assert faults_of(write_levels(tmp_path)) == []


@pytest.mark.parametrize(("code", "name", "edits"), CASES)
def test_a_fault_is_found_where_the_author_has_to_look(tmp_path: Path, code: str, name: str, edits: list[Edit]) -> None:
    text, at = spoil(name, *edits)
    faults = faults_of(write_levels(tmp_path, {name: text}))
    found = [(fault.code, fault.line, fault.column) for fault in faults if fault.file.endswith(f"/{name}")]
    assert (code, *at) in found, "\n".join(map(str, faults))


def test_every_code_is_tested_or_belongs_to_a_promise() -> None:
    promises = {promise.value for promise in Promise}
    assert {code for code, _, _ in CASES} | ELSEWHERE | promises == set(CODES)


def test_all_faults_of_a_file_are_told_at_once(tmp_path: Path) -> None:
    text, _ = spoil(LEVEL, ("start: stall", "§start: stal"), ("set: market", "set: markt"), ("ages: 12", "ages: old"))
    codes = {fault.code for fault in faults_of(write_levels(tmp_path, {LEVEL: text}))}
    assert {"unknown-passage", "unknown-set", "wrong-type"} <= codes


def test_a_fault_names_the_nearest_name(tmp_path: Path) -> None:
    text, _ = spoil(LEVEL, ("start: stall", "start: §stal"))
    (fault,) = (fault for fault in faults_of(write_levels(tmp_path, {LEVEL: text})) if fault.severity == "error")
    assert str(fault).endswith("'stal' is not a passage of this level (did you mean 'stall'?)")
    assert fault.to_json()["line"] == fault.line


def test_a_message_that_is_taught_but_neither_used_nor_asked_about_is_told(tmp_path: Path) -> None:
    level = FILES[LEVEL].replace("{no-rush: A poster at the pier}", "{no-rush: A poster, spare: A notice}")
    messages = FILES[MESSAGES] + message_text("spare")
    faults = faults_of(write_levels(tmp_path, {LEVEL: level, MESSAGES: messages}))
    line = messages[: messages.index("spare:")].count("\n") + 1
    told = {fault.code for fault in faults if fault.line == line}
    assert told == {"message-unused", "message-unasked"}


def test_a_message_that_no_level_teaches_is_told(tmp_path: Path) -> None:
    faults = faults_of(write_levels(tmp_path, {MESSAGES: FILES[MESSAGES] + message_text("spare")}))
    assert [fault.code for fault in faults] == ["message-untaught"]


def test_a_level_outside_the_campaign_is_told(tmp_path: Path) -> None:
    other = FILES[LEVEL]
    faults = faults_of(write_levels(tmp_path, {"other/level.yaml": other}))
    assert [(fault.code, fault.file.rsplit("/", 2)[1]) for fault in faults if "listed" in fault.code] == [
        ("level-not-listed", "other")
    ]


def test_a_review_is_due_only_after_its_day(tmp_path: Path) -> None:
    folder = write_levels(tmp_path)
    assert not [fault for fault in faults_of(folder, date(2027, 11, 1)) if fault.code == "review-due"]
    assert [fault for fault in faults_of(folder, date(2027, 11, 2)) if fault.code == "review-due"]
    assert date(2027, 11, 1) > TODAY
