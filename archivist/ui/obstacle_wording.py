# SPDX-License-Identifier: GPL-3.0-or-later
"""Why a step of the history cannot be undone, in the language of the interface."""

from __future__ import annotations

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

    def _word(self, name: str, value: str) -> str:
        return StepWording().reworded(value) if name == "later" else super()._word(name, value)
