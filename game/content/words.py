"""The catalog of what screens say: every text a player reads that belongs to no level, by id.

It is on the way to the first frame, so it is read without the checks of `game.content.words_file`; tests make those.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import yaml

_FIELD = re.compile(r"\{([a-z_]+)\}")

# The base loader makes every value a text: `NO` stays a country. The catalog is our own file, not an author's.
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class BrokenCatalogError(Exception):
    """The catalog is missing or not a catalog: the installation is damaged. The catcher tells its message and ends."""


class Words:
    """Texts by id, such as `results.learned`: `words("results.learned", count=6)`."""

    def __init__(self, texts: Mapping[str, str], counted: Mapping[str, tuple[str, str]]) -> None:
        """`counted` holds the texts with two forms: for a count of one, and for every other."""
        self._texts = texts
        self._counted = counted

    def __call__(self, text_id: str, /, **fields: object) -> str:
        """Return the text with its fields filled in.

        Raises:
            KeyError: the catalog has no such id, or the text names a field that is not given, or one is given in vain.

        """
        text = self._text(text_id, fields.get("count"))
        names = fields_in(text)
        allowed = {*names, "count"} if text_id in self._counted else names
        if not names <= fields.keys() or not fields.keys() <= allowed:
            raise KeyError(f"'{text_id}' has the fields {sorted(names)}, given are {sorted(fields)}")
        return _FIELD.sub(lambda found: str(fields[found[1]]), text) if names else text

    def __contains__(self, text_id: str) -> bool:
        return text_id in self._texts or text_id in self._counted

    def __iter__(self) -> Iterator[str]:
        yield from self._texts
        yield from self._counted

    def _text(self, text_id: str, count: object) -> str:
        if text_id in self._counted:
            one, other = self._counted[text_id]
            return one if count == 1 else other
        if text_id not in self._texts:
            raise KeyError(f"the catalog has no text '{text_id}'")
        return self._texts[text_id]


def fields_in(text: str) -> set[str]:
    """Return the names in braces that a text wants filled in."""
    return set(_FIELD.findall(text)) if "{" in text else set()


def load_words(folder: Path) -> Words:
    """Return the catalog in a folder: files of sections of texts, whose ids are `section.name`. No section is in two.

    Raises:
        BrokenCatalogError: there is no catalog in the folder, or a file of it is none.

    """
    texts: dict[str, str] = {}
    counted: dict[str, tuple[str, str]] = {}
    sections: dict[str, Path] = {}
    for path in sorted(folder.glob("*.yaml")):
        for section, entries in _sections(path).items():
            if section in sections:
                raise BrokenCatalogError(f"{path}: the section '{section}' is in {sections[section].name}, too")
            sections[section] = path
            for name, entry in entries.items():
                text_id = f"{section}.{name}"
                match entry:
                    case str(text):
                        texts[text_id] = text.strip()
                    case {"one": str(one), "other": str(other)}:
                        counted[text_id] = (one.strip(), other.strip())
                    case _:
                        raise BrokenCatalogError(f"{path}: '{text_id}' is neither a text nor 'one' and 'other'")
    if not sections:
        raise BrokenCatalogError(f"{folder}: there is no catalog of texts here")
    return Words(texts, counted)


def _sections(path: Path) -> Mapping[str, Mapping[str, object]]:
    try:
        root = yaml.load(path.read_bytes(), Loader=_LOADER)  # noqa: S506 (the base loader constructs texts only)
    except (OSError, yaml.YAMLError, ValueError) as error:
        raise BrokenCatalogError(f"{path}: {error}") from error
    if not isinstance(root, dict) or not all(isinstance(section, dict) for section in root.values()):
        raise BrokenCatalogError(f"{path}: this is not a catalog of sections")
    return root
