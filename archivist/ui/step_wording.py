# SPDX-License-Identifier: GPL-3.0-or-later
"""The names of the steps of the history, in the language of the interface."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar

from PySide6.QtCore import QObject

from archivist.ui.rewording import Rewording


class StepWording(Rewording):
    """What can be undone and done again; the archive keeps each step under its English name."""

    TEMPLATES = (
        "Make the archive",
        "Make the sample archive",
        "Undo {step}",
        "Redo {step}",
        "Take back {step}",
        "Bring back {step}",
        "A step that was lost",
        # Articles
        "Import {name}",
        "Import bundle {name}",
        "Import {count} files",
        "Paste {name}",
        "Edit {name}",
        "Delete {name}",
        "Delete {count} articles",
        "Restore {name}",
        "Revise {name}",
        "Read {name} again",
        "Read {count} articles again",
        "Restrict {name}",
        "Restrict {count} articles",
        "Lift the restriction of {name}",
        "Lift the restriction of {count} articles",
        "Put {count} articles together",
        "Put {names} together",
        "Put {names} apart",
        # Annotations
        "Tag “{quote}” as {tag}",
        "Tag {count} passage as {tag}",
        "Tag {count} passages as {tag}",
        "Tag hits of “{query}” as {tag}",
        "Edit “{quote}”",
        "Settle the review of “{quote}”",
        "Delete “{quote}”",
        "Accept “{quote}”",
        "Accept {count} suggestions",
        "Reject “{quote}”",
        "Reject {count} suggestions",
        "Adjudicate {count} annotation",
        "Adjudicate {count} annotations",
        "Withdraw {count} adjudicated",
        # Tags, collections, searches, profiles
        "Add tag {name}",
        "Edit tag {name}",
        "Delete tag {name}",
        "Move tag {name}",
        "Merge tag {name} into {kept}",
        "Load codebook {name}",
        "Load {name}",
        "Add collection {name}",
        "Rename collection {name}",
        "Delete collection {name}",
        "Add to {name}",
        "Remove from {name}",
        "Save search {name}",
        "Edit saved search {name}",
        "Delete saved search {name}",
        "Save profile {name}",
        "Delete profile {name}",
        # Records and relations
        "Add {kind} {name}",
        "Edit {kind} {name}",
        "Delete {kind} {name}",
        "Merge {name} into {kept}",
        "Merge {count} records into {kept}",
        "Split {count} off {name}",
        "Link to {name}",
        "Link to new {kind} {name}",
        "Link “{quote}” to {name}",
        "Link {count} passages to {name}",
        "Unlink “{quote}”",
        "Unlink {count} passages",
        "Relate {names}",
        "Relate to new {kind} {name}",
        "Edit relation of {names}",
        "Delete relation",
        "Delete relation of {names}",
        "Delete {count} relations",
    )

    # What a step of this name changes. The title of an article may be “tag X”, and deleting it no deletion of a tag.
    TABLES: ClassVar[Mapping[str, str]] = {
        "Add tag {name}": "tags",
        "Edit tag {name}": "tags",
        "Delete tag {name}": "tags",
        "Move tag {name}": "tags",
        "Merge tag {name} into {kept}": "tags",
        "Load codebook {name}": "tags",
        "Add collection {name}": "collections",
        "Rename collection {name}": "collections",
        "Delete collection {name}": "collections",
        "Save search {name}": "saved_searches",
        "Edit saved search {name}": "saved_searches",
        "Delete saved search {name}": "saved_searches",
        "Add {kind} {name}": "records",
        "Edit {kind} {name}": "records",
        "Delete {kind} {name}": "records",
        "Edit relation of {names}": "relations",
        "Delete relation": "relations",
        "Delete relation of {names}": "relations",
        "Delete {count} relations": "relations",
    }

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._touches: Callable[[str], bool] | None = None

    def of_step(self, name: str, touches: Callable[[str], bool]) -> str:
        """The name of a step; `touches` says whether it changed rows of a table."""
        self._touches = touches
        try:
            return self.reworded(name)
        finally:
            self._touches = None

    def _fits(self, template: str) -> bool:
        return self._touches is None or template not in self.TABLES or self._touches(self.TABLES[template])

    def _word(self, name: str, value: str) -> str:
        return self.reworded(value) if name == "step" else super()._word(name, value)
