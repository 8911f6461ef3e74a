# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest

from archivist.exchange.moments import utc


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2024-05-06T10:00:00Z", "2024-05-06T10:00:00Z"),
        ("2024-05-06T10:00:00.123456+03:00", "2024-05-06T07:00:00.123Z"),
        (" 2024-05-06 10:00:00 ", "2024-05-06T10:00:00.000Z"),
        ("2024-05-06", "2024-05-06T00:00:00.000Z"),
        ("0001-01-01T00:00:00+03:00", ""),
        ("вчора", ""),
        ("", ""),
    ],
)
def test_a_moment_is_written_in_utc(written: str, meant: str) -> None:
    assert utc(written) == meant
