"""`main.py lesson`: plans as files, and what it says when that cannot be."""

from pathlib import Path

import pytest

from game.cli import main


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert isinstance(ended.value.code, int)
    return ended.value.code


def test_plans_are_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("lesson", "one-place-left", "--out", str(tmp_path / "new" / "folder"), "--paper", "letter") == 0
    path = tmp_path / "new" / "folder" / "one-place-left.pdf"
    assert path.read_bytes().startswith(b"%PDF-")
    assert [each.name for each in path.parent.iterdir()] == [path.name]
    assert f"wrote {path.as_posix()}\n" in capsys.readouterr().out


def test_without_a_level_all_of_the_campaign_are_written(tmp_path: Path) -> None:
    assert run("lesson", "--html", "--out", str(tmp_path)) == 0
    pages = sorted(tmp_path.glob("*.html"))
    assert len(pages) == 15
    assert all("</html>" in page.read_text(encoding="utf-8") for page in pages)


def test_what_cannot_be_is_said_in_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("lesson", "no-such-level", "--out", str(tmp_path)) == 2
    assert "there is no level “no-such-level”" in capsys.readouterr().err
    in_the_way = tmp_path / "file"
    in_the_way.write_text("here already")
    assert run("lesson", "one-place-left", "--html", "--out", str(in_the_way)) == 2
    assert f"cannot write {in_the_way}" in capsys.readouterr().err
    assert in_the_way.read_text() == "here already"


def test_a_faulty_level_has_no_plan(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "levels" / "mine").mkdir(parents=True)
    (tmp_path / "levels" / "mine" / "level.yaml").write_text("title: Mine\n")
    arguments = ("lesson", "mine", "--levels", str(tmp_path / "levels"), "--out", str(tmp_path / "out"))
    assert run(*arguments) == 2
    assert "the level “mine” has mistakes" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
