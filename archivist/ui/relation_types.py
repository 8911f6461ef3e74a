# SPDX-License-Identifier: GPL-3.0-or-later
"""Which types of relations fit between which kinds, and in which direction."""

from __future__ import annotations

from typing import NamedTuple

from archivist.model import RELATION_TYPES, Kind

_ENDS: dict[str, tuple[tuple[Kind, Kind], ...]] = {
    "participant": ((Kind.EVENT, Kind.ACTOR),),
    "place": ((Kind.EVENT, Kind.ACTOR),),
    "claimant": ((Kind.FIGURE, Kind.ACTOR),),
    "counts-for": ((Kind.FIGURE, Kind.EVENT),),
    "part-of": ((Kind.EVENT, Kind.EVENT), (Kind.ACTOR, Kind.ACTOR)),
    "cause": ((Kind.EVENT, Kind.EVENT),),
    "says": ((Kind.ACTOR, Kind.EVENT), (Kind.ACTOR, Kind.FIGURE)),
    "replaces": ((Kind.FIGURE, Kind.FIGURE),),
    "contradicts": ((Kind.FIGURE, Kind.FIGURE),),
}
_SYMMETRIC = ("contradicts",)


class Offer(NamedTuple):
    """A type of relation, seen from one end."""

    type: str
    back: bool = False  # whether this end is the target


def offers_between(here: Kind, there: Kind) -> list[Offer]:
    """What may be said of this end and that one, the likeliest first; those seen from their target last."""
    straight = [Offer(type_) for type_ in RELATION_TYPES if (here, there) in _ENDS[type_]]
    back = [
        Offer(type_, back=True) for type_ in RELATION_TYPES if (there, here) in _ENDS[type_] and type_ not in _SYMMETRIC
    ]
    return straight + back


def offers_from(here: Kind) -> list[tuple[Offer, tuple[Kind, ...]]]:
    """What may be said of this end, with the kinds that the other one may be of."""
    found: dict[Offer, list[Kind]] = {}
    for there in Kind:
        for offer in offers_between(here, there):
            found.setdefault(offer, []).append(there)
    ordered = sorted(found, key=lambda offer: (offer.back, RELATION_TYPES.index(offer.type)))
    return [(offer, tuple(found[offer])) for offer in ordered]
