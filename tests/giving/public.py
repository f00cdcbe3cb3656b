"""What tests of public providers share: what their documentation says they answer, and what an operator wrote down."""

import json
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

from game.giving.adapters.figures import Chosen
from game.giving.campaign import Environment, Operator, PortalInfo, TakenCurrency
from game.giving.money import Money
from tests.giving.stub import NOW

FIXTURES = Path(__file__).parent / "fixtures"
OPERATOR = Operator("Example Trust", "No. 1234567", "https://trust.example/contact", "", "")
FIFTEEN = Money(1500, "USD")
INFO = PortalInfo(
    "Example Trust", Environment.LIVE, OPERATOR, (TakenCurrency(Money(200, "USD"), Money(50000, "USD"), (FIFTEEN,)),)
)
MARK = "Sentinel"
"""Begins every text in the fixtures that tells of a person, or that somebody else wrote."""


def documented(name: str) -> object:
    """Return what a provider says, as the game reads it from the line."""
    said: object = json.loads((FIXTURES / f"{name}.json").read_text(encoding="utf-8"), parse_float=Decimal)["said"]
    return said


def chosen(at: str, days: int = 30) -> Chosen:
    return Chosen(at, "A sewing course", "What it pays for.", "It goes to the next course.", NOW + timedelta(days))
