"""What makes a story map readable, as laws: nothing lies on anything else."""

import xml.etree.ElementTree as ET
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest

from game.canvas.geometry import Rect, Size
from game.content.checking import check_paths
from game.paths import levels_dir
from game.report.map_boxes import rows_of
from game.report.map_layout import MapLayout, lay_out
from game.report.report import report
from game.report.story_map import story_map
from game.story.level import Level
from tests.content.written import TODAY
from tests.story.build import choice, ending, level, passage

SHIPPED = [file.level for file in check_paths([levels_dir()], TODAY).levels]
CIRCLE = level(
    {
        "here": passage(on=choice("there"), out=choice("home")),
        "there": passage(back=choice("here"), again=choice("there"), on=choice("home")),
    },
    {"home": ending()},
)
LEVELS = [*SHIPPED, CIRCLE]


def laid_out(each: Level) -> MapLayout:
    rows = {place: rows_of(each, place) for place in (*each.passages, *each.endings)}
    sizes = {place: Size(100, 10 * len(lines)) for place, lines in rows.items()}
    ports = [
        (row.link, (number + 0.5) / len(lines))
        for lines in rows.values()
        for number, row in enumerate(lines)
        if row.link
    ]
    return lay_out(each, sizes, ports)


@pytest.mark.parametrize("each", LEVELS, ids=lambda each: each.id)
def test_boxes_and_lanes_never_touch(each: Level) -> None:
    layout = laid_out(each)
    items = [*layout.boxes.values(), *layout.lanes.values()]
    assert set(layout.boxes) == {*each.passages, *each.endings}
    for one, other in combinations(items, 2):
        assert not _overlap(one, other)
    assert all(
        item.x >= 0 and item.y >= 0 and item.right <= layout.size.w and item.bottom <= layout.size.h for item in items
    )


@pytest.mark.parametrize("each", LEVELS, ids=lambda each: each.id)
def test_every_way_is_a_line_of_its_box_and_only_circles_go_back(each: Level) -> None:
    layout = laid_out(each)
    links = [row.link for place in each.passages for row in rows_of(each, place) if row.link]
    assert len(links) == sum(len(place.choices) + len(place.branches) for place in each.passages.values())
    back = [link for link in links if layout.goes_back(link)]
    assert bool(back) == (each is CIRCLE)
    for link in links:
        if link not in back:
            assert layout.stations(link)[-1] == layout.boxes[link.to]


@pytest.mark.parametrize("each", LEVELS, ids=lambda each: each.id)
def test_a_map_is_well_formed_and_names_everything(each: Level) -> None:
    root = ET.fromstring(story_map(each))  # noqa: S314 - our own text
    texts = {element.text for element in root.iter("{http://www.w3.org/2000/svg}text")}
    assert {*each.passages, *each.endings} <= texts
    assert {f"learns {message}" for place in each.passages.values() for message in place.teaches} <= texts
    used = {choice.uses for place in each.passages.values() for choice in place.choices.values() if choice.uses}
    assert {f"plays {message}" for message in used} <= texts


def test_a_map_is_the_same_every_time() -> None:
    assert story_map(SHIPPED[0]) == story_map(SHIPPED[0])


def test_text_of_authors_is_kept_from_being_markup() -> None:
    wild = replace(CIRCLE, title="</text><b> & ' \" ]]>")
    root = ET.fromstring(story_map(wild))  # noqa: S314 - our own text
    assert wild.title in {element.text for element in root.iter()}


def test_a_report_leaves_out_what_has_errors_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "levels" / "broken").mkdir(parents=True)
    (tmp_path / "levels" / "broken" / "level.yaml").write_text("title: [")
    written: list[str] = []
    assert report(tmp_path / "levels", [], tmp_path / "out", written.append) == 1
    assert "error[yaml-syntax]" in "".join(written)
    assert list((tmp_path / "out").iterdir()) == []


def _overlap(one: Rect, other: Rect) -> bool:
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom
