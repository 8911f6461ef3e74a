# SPDX-License-Identifier: GPL-3.0-or-later
"""What the program sees in a text and offers: figures, dates, mentions of records. Never applied unasked."""

from archivist.suggest.accepting import accept
from archivist.suggest.suggester import Suggester

__all__ = ["Suggester", "accept"]
