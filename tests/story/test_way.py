"""The way to a place is one that can be walked, and none is shorter."""

from dataclasses import replace

import pytest

from game.content.checking import check_paths
from game.paths import levels_dir
from game.story.engine import start
from game.story.level import Level, PassageId
from game.story.playthrough import begin, replay
from game.story.proof.graph import explore
from game.story.state import flags_set
from game.story.way import way_to
from tests.content.written import TODAY


@pytest.fixture(scope="module")
def level() -> Level:
    [file] = check_paths([levels_dir() / "template"], TODAY).levels
    return file.level


def test_the_way_to_every_place_leads_there_and_is_a_shortest_one(level: Level) -> None:
    graph = explore(level)
    lengths: dict[PassageId, int] = {}
    for number, state in enumerate(graph.states):
        length = len(graph.run_to(number))
        lengths[state.place] = min(length, lengths.get(state.place, length))
    for place in (*level.passages, *level.endings):
        found = way_to(level, place, (start(level, memory) for memory in level.memories))
        assert found is not None
        begun, way = found
        assert replay(level, replace(begin(level, 0, flags_set(level, begun)), actions=way)).state.place == place
        assert len(way) == lengths[place]


def test_there_is_no_way_back_and_none_to_nowhere(level: Level) -> None:
    ended = replay(level, begin(level, 0)).state._replace(place=PassageId("asked-at-the-pier"))
    assert way_to(level, level.start, [ended]) is None
    assert way_to(level, PassageId("nowhere"), [start(level)]) is None
