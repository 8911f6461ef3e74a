# SPDX-License-Identifier: GPL-3.0-or-later
"""The labels of a foreign file on their way into the codebook of an archive."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from archivist.exchange.incoming.mapping import TagMapping, Target, as_named, suggest
from archivist.exchange.items import ReadTag
from archivist.exchange.report import MergeLine, Outcome
from archivist.model import Kind, Tag
from archivist.store.tags import Tags, is_key
from archivist.text import one_line

_COLOUR = re.compile("#[0-9a-fA-F]{6}")
_UUID = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class Labels:
    """Finds or makes the tag of each label, inside an action; told() says what became of it."""

    def __init__(self, tags: Tags, mapping: TagMapping) -> None:
        self._tags = tags
        self._mapping = mapping
        self._read: dict[str, ReadTag] = {}  # what the file says of labels
        self._found: dict[str, Tag] = {}
        self._parents: dict[str, str] = {}  # label of the parent, by label of a new tag
        self._lines: list[MergeLine] = []

    def define(self, tags: Iterable[ReadTag]) -> None:
        """Take in labels that the file defines, whether it uses them or not."""
        for read in tags:
            self.remember(read)
            self.tag(read.label, "")
        self.set_parents()

    def remember(self, read: ReadTag) -> None:
        """Take note of what the file says of a label; what it says first holds."""
        self._read.setdefault(read.label, read)

    def target(self, label: str, kind: str) -> tuple[Target | None, bool]:
        """The tag that a label would become, None where it is to be left out; and whether it would be made."""
        decided = self._mapping.targets.get(label, _UNDECIDED)
        if decided is None:
            return None, False
        present, read = self._tags.all(), self._read.get(label)
        if decided is _UNDECIDED and read is not None:
            ours = next((tag for tag in present if tag.id == read.id), None)
            if ours is not None:
                return Target(ours.name, ours.kind), False
        suggested = suggest(label, present, read, kind)
        target = suggested if decided is _UNDECIDED else decided
        named = next((tag for tag in present if tag.name.casefold() == target.tag.casefold()), None)
        return Target(target.tag, named.kind if named else target.kind or suggested.kind), named is None

    def tag(self, label: str, kind: str) -> Tag | None:
        """The tag of a label; None where its annotations are to be left out. `kind` is what the file says of it."""
        if self._mapping.targets.get(label, _UNDECIDED) is None:
            return None
        if label not in self._found:
            self._found[label] = self._find(label, kind)
        return self._found[label]

    def told(self) -> list[MergeLine]:
        """What became of the labels since this was asked last."""
        lines, self._lines = self._lines, []
        return lines

    def bring_back(self) -> None:
        """Undo that somebody deleted tags since the last batch: nothing may be marked with a dead one."""
        present = self._tags.all()
        live, names = {tag.id for tag in present}, {tag.name.casefold(): tag for tag in present}
        for label, gone in [(label, tag) for label, tag in self._found.items() if tag.id not in live]:
            back = names.get(gone.name.casefold())
            if back is None:
                keys = {tag.shortcut for tag in self._tags.all()}
                back = self._tags.add(
                    gone.name,
                    gone.kind,
                    colour=gone.colour,
                    shortcut="" if gone.shortcut in keys else gone.shortcut,
                    description=gone.description,
                    id_=gone.id,
                )
                names[back.name.casefold()] = back
                told = "was deleted during the import, and came back"
                self._lines.append(MergeLine("tag", back.id, back.name, Outcome.RESTORED, told))
            self._found[label] = back

    def set_parents(self) -> None:
        """Put new tags below the ones that the file says, as far as these have been met."""
        for label, parent in [*self._parents.items()]:
            if parent in self._found:
                tag, above = self._found[label], self._found[parent]
                if not self._is_below(above, tag):
                    self._found[label] = self._tags.update(tag.id, parent=above.id)
                del self._parents[label]

    def _is_below(self, tag: Tag, other: Tag) -> bool:
        above: Tag | None = self._tags.get(tag.id)
        while above is not None and above.id != other.id:
            above = self._tags.get(above.parent) if above.parent else None
        return above is not None

    def _find(self, label: str, kind: str) -> Tag:
        present, read = self._tags.all(), self._read.get(label)
        if label not in self._mapping.targets and read is not None and _UUID.fullmatch(read.id):
            return self._find_ours(read, present)
        target, is_new = self.target(label, kind)
        assert target is not None  # noqa: S101 - as tag() has asked
        if not is_new:
            return self._here(label, self._tags.named(target.tag))
        return self._added(label, target.tag, target.kind or Kind.EVENT, read, present)

    def _find_ours(self, read: ReadTag, present: Sequence[Tag]) -> Tag:
        """The tag of an Archivist: known by its id, else by name and kind together."""
        target = as_named(read.label, read)
        with_id = (tag for tag in present if tag.id == read.id)
        namesakes = (tag for tag in present if tag.name.casefold() == target.tag.casefold())
        known = next(with_id, None) or next((tag for tag in namesakes if tag.kind is target.kind), None)
        if known is not None:
            return self._here(read.label, known)
        taken = {tag.name.casefold() for tag in present}
        name, number = target.tag, 1
        while name.casefold() in taken:
            name = f"{target.tag} ({target.kind})" if number == 1 else f"{target.tag} ({target.kind} {number})"
            number += 1
        return self._added(read.label, name, target.kind or Kind.EVENT, read, present)

    def _here(self, label: str, tag: Tag) -> Tag:
        is_same = one_line(label).casefold() == tag.name.casefold()
        outcome = Outcome.UNCHANGED if is_same else Outcome.MAPPED
        detail = "" if is_same else f"is what the label “{label}” means"
        self._lines.append(MergeLine("tag", tag.id, tag.name, outcome, detail))
        return tag

    def _added(self, label: str, name: str, kind: Kind, read: ReadTag | None, present: Sequence[Tag]) -> Tag:
        read = read or ReadTag(label)
        told = []
        if read.id and name != as_named(label, read).tag:
            told.append(f"has the name “{name}” here, because another tag has its own")
        shortcut = one_line(read.shortcut).lower()
        if shortcut and (not is_key(shortcut) or shortcut in {tag.shortcut for tag in present}):
            told.append(f"has no key here, because “{shortcut}” is none or belongs to another tag")
            shortcut = ""
        colour = read.colour if _COLOUR.fullmatch(read.colour) else ""
        if read.colour and not colour:
            told.append(f"has a colour of its kind here, because “{read.colour}” is none")
        tag = self._tags.add(
            name,
            kind,
            colour=colour,
            shortcut=shortcut,
            description=read.description,
            id_=read.id if _UUID.fullmatch(read.id) else None,
        )
        if read.parent and read.parent != label:
            self._parents[label] = read.parent
        self._lines.append(MergeLine("tag", tag.id, tag.name, Outcome.NEW, "; ".join(told)))
        return tag


_UNDECIDED = Target("")
