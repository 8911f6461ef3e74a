# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest

from archivist.intake.mail.headers import day_of


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("Sun, 9 Jan 2022 10:00:00 +0200", "2022-01-09"),
        ("Sun, 99999999999 Jan 2022 10:00:00 +0200", ""),
        ("Sun, 31 Feb 2022 10:00:00 +0200", ""),
        ("учора", ""),
    ],
)
def test_a_date_that_cannot_be_is_none(written: str, day: str) -> None:
    assert day_of(written) == day
