# SPDX-License-Identifier: GPL-3.0-or-later
"""A number of a text that may be a figure, with what stands beside it."""

from __future__ import annotations

from dataclasses import dataclass

from archivist.suggest.figures.amounts import Amount
from archivist.suggest.figures.tokens import Reader
from archivist.suggest.figures.trap_words import FIRST_YEAR, LAST_YEAR
from archivist.suggest.figures.units import Unit


@dataclass(frozen=True, slots=True)
class Candidate:
    """What is asked whether it is a figure."""

    reader: Reader
    amount: Amount
    unit: Unit | None
    counts: bool
    """Whether a noun follows that the number counts."""

    @property
    def start(self) -> int:
        """The first token of the number."""
        return self.amount.start

    @property
    def end(self) -> int:
        """The token after the number."""
        return self.amount.end

    @property
    def after_unit(self) -> int:
        """The token after the number and its unit."""
        return self.unit.end if self.unit else self.amount.end

    @property
    def before(self) -> str:
        """The form of the token before the number."""
        return self.reader.form(self.amount.start - 1)

    @property
    def after(self) -> str:
        """The form of the token after the number."""
        return self.reader.form(self.amount.end)


def may_be_year(amount: Amount) -> bool:
    """Whether a number without a unit can be a year."""
    if amount.in_words or amount.magnitude > 1 or amount.low != int(amount.low):
        return False
    return FIRST_YEAR <= amount.low <= LAST_YEAR
