# SPDX-License-Identifier: GPL-3.0-or-later
"""The events of a registry in an order in which each comes after what it is a part of."""

from __future__ import annotations

from collections.abc import Sequence

from archivist.exchange.registry.report import Entry
from archivist.model import Kind
from archivist.store.record_fields import name_key


def in_order(entries: Sequence[Entry]) -> tuple[list[tuple[Entry, Entry | None]], list[Entry]]:
    """The entries, each after its parent and with it, where the registry has that; and those that go in a circle.

    A parent is an event's own id in the registry, else its name, if only one has it.
    """
    parents = _parents(entries)
    ordered: list[tuple[Entry, Entry | None]] = []
    done: set[int] = set()  # lines
    circular: set[int] = set()
    for entry in entries:
        chain: dict[int, Entry] = {}
        above: Entry | None = entry
        while above is not None and above.line not in done and above.line not in chain:
            chain[above.line] = above
            above = parents.get(above.line)
        if above is not None and above.line in chain:
            lines = list(chain)
            circular.update(lines[lines.index(above.line) :])
        for each in reversed(chain.values()):
            done.add(each.line)
            ordered.append((each, parents.get(each.line)))
    return (
        [pair for pair in ordered if pair[0].line not in circular],
        [entry for entry in entries if entry.line in circular],
    )


def _parents(entries: Sequence[Entry]) -> dict[int, Entry]:
    """The parents that the registry has itself, by the line of the part."""
    events = [entry for entry in entries if entry.draft.kind is Kind.EVENT]
    by_key = {entry.key: entry for entry in events if entry.key}
    by_name: dict[str, list[Entry]] = {}
    for entry in events:
        by_name.setdefault(name_key(entry.draft.name), []).append(entry)
    found = {}
    for entry in events:
        namesakes = by_name.get(name_key(entry.parent), []) if entry.parent else []
        parent = by_key.get(entry.parent) or (namesakes[0] if len(namesakes) == 1 else None)
        if entry.parent and parent is not None:
            found[entry.line] = parent
    return found
