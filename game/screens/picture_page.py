"""A sheet of paper beside a picture: beside it in a wide window, below it in every other."""

from collections.abc import Hashable, Sequence

from game.canvas.geometry import Rect
from game.screens.chrome import back_button, corner
from game.screens.picture import Picture
from game.screens.services import Services
from game.ui import sizes
from game.ui.arrange import Item, panel
from game.ui.frame import Frame, Shape
from game.ui.view import View
from game.ui.widgets import Tag, Widget

PAPER_SHARE = 0.54
"""Of a wide window's width."""
TALL_SHARE = 0.66
"""Of a tall window's height, at most."""


def picture_page(
    services: Services,
    picture: Picture,
    label: str,
    items: Sequence[Item],
    frame: Frame,
    *,
    default_focus: str | None = "",
    turn: Hashable = None,
) -> View:
    """Return a page whose paper carries the items and `label` on a tag at its edge."""
    # Each turn has a scroll area of its own, so that every one begins at its beginning.
    paper = tagged(label, items, picture_paper(frame), frame, name="paper" if turn is None else f"paper:{turn}")
    art = picture.artwork(frame, _beside(frame, paper[0].rect))
    return View((art, *paper, *corner(frame, services)), default_focus=default_focus, turn=turn)


def picture_page_with_back(
    services: Services, picture: Picture, label: str, items: Sequence[Item], frame: Frame, *, default_focus: str
) -> View:
    """Return the same with a way back in the corner where reading begins."""
    back = back_button(frame, services)
    page, top = frame.page, back.rect.bottom + frame.theme.gap
    room = picture_paper(frame).common(Rect(page.x, top, page.w, page.bottom - top))
    paper = tagged(label, items, room, frame)
    art = picture.artwork(frame, _beside(frame, paper[0].rect))
    return View((art, *paper, back, *corner(frame, services)), default_focus=default_focus)


def tagged(label: str, items: Sequence[Item], room: Rect, frame: Frame, *, name: str = "paper") -> tuple[Widget, ...]:
    """Paper at the foot of the room, with a tag on its upper edge."""
    above = room.y - tag_on(label, room, frame).rect.y
    area = Rect(room.x, room.y + above, room.w, room.h - above)
    placed = panel(name, label, items, area, frame, anchor="bottom")
    return (*placed, tag_on(label, placed[0].rect, frame))


def tag_on(label: str, paper: Rect, frame: Frame) -> Widget:
    """A tag on the upper edge of a paper."""
    tag, pad = Tag(label=label), frame.theme.pad
    wide = min(sizes.width(tag, frame), paper.w - 2 * pad)
    high = sizes.height(tag, wide, frame)
    # It never reaches so far into the paper that it could cover the first line.
    above = high - min(high / 2, pad - frame.theme.gap)
    return sizes.place(tag, Rect(paper.x + pad, paper.y - above, wide, high), frame)


def picture_paper(frame: Frame) -> Rect:
    """Where the paper and its tag may lie."""
    theme, page = frame.theme, frame.page
    if frame.shape is Shape.WIDE:
        return Rect(page.x, page.y, page.w * PAPER_SHARE, page.h)
    top = page.y + theme.target + theme.gap
    if frame.shape is Shape.TALL:
        top = max(top, page.bottom - page.h * TALL_SHARE)
    return Rect(page.x, top, page.w, page.bottom - top)


def _beside(frame: Frame, paper: Rect) -> Rect:
    """Where the figures are seen: the largest room that the paper leaves."""
    theme, page = frame.theme, frame.page
    if frame.upper.h > 0:
        return frame.upper
    top = page.y + theme.target + theme.gap
    if frame.shape is Shape.WIDE:
        x = paper.right + theme.gap
        return Rect(x, top, page.right - x, page.bottom - top)
    # On a small window hardly anything is left; the figures then look out from behind the paper.
    return Rect(page.x, top, page.w, max(paper.y - theme.gap - top, 2 * theme.target))
