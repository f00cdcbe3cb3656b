"""What people who look after learning records can do from the command line."""

from collections.abc import Callable
from pathlib import Path

from game.content.words import Words
from game.learning.config import ConfigError, read_config
from game.learning.outbox import Fate, Outbox
from game.learning.receiving import KeyRefusedError, NotNowError
from game.learning.sender import send_batch
from game.learning.sending_lock import SendingLock
from game.learning.store import Store
from game.network.clock import SystemClock
from game.network.route import Route

Write = Callable[[str], object]


def tell_status(path: Path, words: Words, write: Write) -> None:
    """Write how many statements there are, and why some were refused."""
    if not path.exists():
        write(words("records.status_none", path=path) + "\n")
        return
    outbox = Outbox(path)
    counts = outbox.counts()
    write(words("records.status_file", path=path) + "\n")
    write(words("records.status_pending", count=counts[Fate.PENDING]) + "\n")
    write(words("records.status_sent", count=counts[Fate.SENT]) + "\n")
    if counts[Fate.QUARANTINED]:
        write(words("records.status_quarantined", count=counts[Fate.QUARANTINED]) + "\n")
        for kept in outbox.all():
            if kept.fate is Fate.QUARANTINED:
                write(words("records.refused", id=kept.id, reason=kept.reason) + "\n")
    outbox.close()


def send_now(path: Path, config_path: Path, words: Words, write: Write, *, again: bool) -> bool:
    """Send what waits; return whether nothing is left to do."""
    try:
        config = read_config(config_path)
    except ConfigError as error:
        write(f"{error}\n")
        return False
    if config.route is None:
        write(words("records.nowhere", config=config_path) + "\n")
        return False
    with SendingLock(path) as lock:
        if not lock.take():
            write(words("records.sending_elsewhere") + "\n")
            return False
        outbox = Outbox(path)
        if again:
            write(words("records.released", count=outbox.release()) + "\n")
        is_sent = _send_all(outbox, config.route, words, write)
        outbox.close()
    tell_status(path, words, write)
    return is_sent


def _send_all(outbox: Outbox, route: Route, words: Words, write: Write) -> bool:
    store = Store(route, SystemClock())
    try:
        while send_batch(outbox, store):
            pass
    except KeyRefusedError as error:
        write(words("records.key_refused", why=error) + "\n")
        return False
    except NotNowError as error:
        write(words("records.not_now", why=error) + "\n")
        return False
    return True


def check(config_path: Path, words: Words, write: Write, *, is_online: bool) -> bool:
    """Write what works of a configuration and what does not; return whether all of it does."""
    try:
        config = read_config(config_path)
    except ConfigError as error:
        write(f"{error}\n")
        return False
    write(words("records.check_good", config=config_path) + "\n")
    write(words("records.check_name", name=config.name) + "\n")
    if config.route is None:
        write(words("records.check_kept") + "\n")
        return True
    write(words("records.check_address", address=config.route.address) + "\n")
    return not is_online or _answers(config.route, words, write)


def _answers(route: Route, words: Words, write: Write) -> bool:
    store = Store(route, SystemClock())
    try:
        versions = store.about()
        store.may_read()
    except KeyRefusedError as error:
        write(words("records.key_refused", why=error) + "\n")
        return False
    except NotNowError as error:
        write(words("records.not_now", why=error) + "\n")
        return False
    speaks = any(version.startswith("1.0") for version in versions)
    if not versions:
        write(words("records.check_silent") + "\n")
    else:
        told = "records.check_speaks" if speaks else "records.check_old"
        write(words(told, versions=", ".join(versions)) + "\n")
    write(words("records.check_key") + "\n")
    return speaks or not versions
