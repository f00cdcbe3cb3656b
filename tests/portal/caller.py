"""Somebody who calls the portal."""

import secrets
from typing import Any, Self

import requests

SEWING, ELECTRICIAN, FUNDED, CLOSED = "cmp_7Qk2mZ81xA", "cmp_9RbX3hYd6C", "cmp_1VxE6dMu9J", "cmp_0BqU5rZi4K"
HOME, CLASSROOM = "kiosk_sandbox_home", "kiosk_sandbox_classroom"
_PATIENCE_S = 20


def wish(campaign: str = SEWING, amount: int = 1500, currency: str = "USD", **others: object) -> dict[str, object]:
    money = {"amount_minor": amount, "currency": currency}
    return {"campaign_id": campaign, "amount": money, "channel": "desktop", **others}


class Caller:
    """Calls with a key, and keeps no more of it than a client does."""

    def __init__(self, base: str, key: str | None = HOME) -> None:
        self.base = base
        self._session = requests.Session()
        self._session.trust_env = False
        if key:
            self._session.headers["Authorization"] = f"Bearer {key}"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._session.close()

    def call(self, method: str, path: str, **options: Any) -> requests.Response:  # noqa: ANN401 - those of requests
        url = self.base + path
        return self._session.request(method, url, timeout=_PATIENCE_S, allow_redirects=False, **options)

    def get(self, path: str, **options: Any) -> requests.Response:  # noqa: ANN401 - those of requests
        return self.call("GET", "/api/v1" + path, **options)

    def pledge(self, body: object = None, *, key: str | None = None) -> requests.Response:
        named = {"Idempotency-Key": secrets.token_hex(16) if key is None else key}
        return self.call("POST", "/api/v1/pledges", json=wish() if body is None else body, headers=named)

    def pledged(self, body: object = None) -> dict[str, Any]:
        reply = self.pledge(body)
        assert reply.status_code == 201, reply.text
        pledge: dict[str, Any] = reply.json()
        return pledge

    def status(self, pledge_id: str) -> str:
        told: str = self.get(f"/pledges/{pledge_id}").json()["status"]
        return told

    def cancel(self, pledge_id: str) -> requests.Response:
        return self.call("POST", f"/api/v1/pledges/{pledge_id}/cancel")

    def campaign(self, campaign_id: str = SEWING) -> dict[str, Any]:
        told: dict[str, Any] = self.get(f"/campaigns/{campaign_id}").json()
        return told

    # ---------------------------------------------------------------------------------------- the control surface

    def reset(self) -> None:
        assert self.call("POST", "/sandbox/reset").status_code == 200

    def switch(self, *faults: dict[str, object]) -> None:
        reply = self.call("PUT", "/sandbox/faults", json=faults)
        assert reply.status_code == 200, reply.text

    def do(self, pledge_id: str, deed: str) -> None:
        assert self.call("POST", f"/sandbox/pledges/{pledge_id}/{deed}").status_code == 200

    def counts(self) -> dict[str, int]:
        told: dict[str, int] = self.call("GET", "/sandbox/pledges").json()
        return told


def problem(reply: requests.Response) -> str:
    """Return the name of the problem in a reply, which is told as the contract wants it."""
    assert reply.headers["Content-Type"] == "application/problem+json"
    told = reply.json()
    assert told["status"] == reply.status_code
    assert told["request_id"] == reply.headers["X-Request-Id"]
    name: str = told["type"].removeprefix("https://portal.example/problems/")
    return name
