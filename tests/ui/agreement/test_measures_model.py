# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest

from archivist.agreement.comparing import Agreement
from archivist.agreement.spans import SpanScore
from archivist.ui.agreement.measures_model import Measure, MeasuresModel


@pytest.mark.parametrize(
    ("value", "shown"), [(-0.0001, "0.00"), (-0.004, "0.00"), (-0.006, "-0.01"), (0.994, "0.99"), (None, "–")]
)
@pytest.mark.usefixtures("qapp")
def test_what_is_next_to_nothing_has_no_sign(value: float | None, shown: str) -> None:
    model = MeasuresModel()
    model.show_agreements([Agreement("", (1, 1), value, value, value, value, SpanScore(1, 1, 1), SpanScore(1, 1, 1))])
    for measure in (Measure.COHEN, Measure.FLEISS, Measure.ALPHA, Measure.UNITIZING):
        assert model.data(model.index(0, measure)).replace(",", ".") == shown
