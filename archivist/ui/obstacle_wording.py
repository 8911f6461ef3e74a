# SPDX-License-Identifier: GPL-3.0-or-later
"""Why a step of the history cannot be undone, in the language of the interface."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QObject

from archivist.ui.rewording import Rewording
from archivist.ui.step_wording import StepWording


class ObstacleWording(Rewording):
    """The ends of the sentence “… cannot be undone: …”, as store/obstacle_words.py makes them."""

    TEMPLATES = (
        "“{later}” changed “{thing}” after it",
        "“{later}” needs it: “{thing}”",
        "“{later}” deleted what it would need: “{thing}”",
        "with “{later}”, “{thing}” would be there twice",
        "with “{later}”, “{thing}” would be linked to a record of another kind",
        "with “{later}”, “{thing}” would be a part of itself",
        "“{later}” gave the article of “{thing}” another text",
        "what it changed has been changed since",
        "it left everything as it was",
        "it is undone already",
        "it was undone, and something else was done then",
        "it was taken back already",
        "it is itself the undoing or redoing of a step",
        "it is how the archive began, or it was saved from a damaged one",
    )

    def __init__(self, parent: QObject | None = None, *, tables: Collection[str] | None = None) -> None:
        """`tables` are those of which the later step changed rows, where that is known."""
        super().__init__(parent)
        self._tables = tables

    def later(self, name: str) -> str:
        """The name of the later step."""
        wording = StepWording()
        return wording.reworded(name) if self._tables is None else wording.of_step(name, self._tables.__contains__)

    def _word(self, name: str, value: str) -> str:
        return self.later(value) if name == "later" else super()._word(name, value)
