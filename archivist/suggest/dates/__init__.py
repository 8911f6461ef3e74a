# SPDX-License-Identifier: GPL-3.0-or-later
"""Dates that a text names, resolved against its day of publication; finding.py says how."""

from archivist.suggest.dates.finding import DateExpression, find_dates, suggest_dates

__all__ = ["DateExpression", "find_dates", "suggest_dates"]
