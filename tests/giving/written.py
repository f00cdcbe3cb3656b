"""What an operator writes, for tests: a configuration, a card and keys in a folder."""

from dataclasses import dataclass
from pathlib import Path

from game.giving.config import GivingConfig, read_config
from game.giving.signing import PublicKey, make_key, sign
from tests.giving.stub import NOW

OPERATOR = """operator:
  name: Example Trust
  registration: no. 1234567
  contact: https://trust.example/contact
"""
AMOUNTS = """amounts: {currency: USD, least: 200, most: 50000, presets: [500, 1500]}
"""


def campaign(at: str) -> str:
    return f"""campaigns:
  - at: {at}
    title: A sewing course
    summary: What it pays for.
    secondary_purpose: It goes to the next course.
    until: 2027-06-30
"""


def head(provider: str, environment: str = "live") -> str:
    return f"format: 1\nprovider: {provider}\nenvironment: {environment}\n{OPERATOR}"


def pinned(host: str, beginning: str = "/") -> str:
    return f"checkout: {{{host}: {beginning}}}\n"


SANDBOX = head("portal", "sandbox") + "address: http://127.0.0.1:8089/api/v1\n" + pinned("127.0.0.1", "/p/")
PORTAL = (
    head("portal")
    + "address: https://portal.example/api/v1\nkey_file: giving.key\n"
    + pinned("pay.portal.example", "/p/")
)
EVERYORG = (
    head("everyorg") + "key_file: giving.key\n" + pinned("www.every.org") + AMOUNTS + campaign("our-trust/winter")
)
GLOBALGIVING = (
    head("globalgiving") + "key_file: giving.key\n" + pinned("www.globalgiving.org") + AMOUNTS + campaign('"2"')
)
OPENCOLLECTIVE = head("opencollective") + pinned("opencollective.com") + AMOUNTS + campaign("our-collective")
DONORDRIVE = head("donordrive") + pinned("www.extra-life.org") + AMOUNTS + campaign("participants/19265")
STATIC = head("static") + pinned("give.example") + AMOUNTS + "card: card.yaml\n"
CARD = """format: 1
expires: 2026-12-24
campaigns:
  - id: winter
    title: A sewing course
    summary: What it pays for.
    secondary_purpose: It goes to the next course.
    donate: https://give.example/winter
"""


@dataclass(frozen=True)
class Desk:
    """Where an operator writes and signs."""

    folder: Path
    trusted: tuple[PublicKey, ...]

    def write(self, text: str, name: str = "giving.yaml", *, is_signed: bool = True) -> Path:
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        if is_signed:
            sign(path, self.folder / "operator.key")
        return path

    def read(self, text: str, *, is_signed: bool = True) -> GivingConfig:
        return read_config(self.write(text, is_signed=is_signed), self.trusted, NOW)


def desk_at(folder: Path) -> Desk:
    (folder / "giving.key").write_text("pk_public_1234\n")
    return Desk(folder, (make_key(folder / "operator.key"),))
