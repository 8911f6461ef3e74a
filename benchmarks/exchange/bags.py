# SPDX-License-Identifier: GPL-3.0-or-later
"""The conformance suite of BagIt: which bags are accepted."""

from __future__ import annotations

from pathlib import Path

from archivist.errors import ArchivistError
from archivist.exchange.bag import check_bag, open_bag
from tests.long_work import run_to_end

_TO_BE_ACCEPTED = "valid"
# Either is right of these. What is unsafe on one system is refused on all: a bundle is to be the same everywhere.
_EITHER = "warning"


def measure(cases: Path) -> bool:
    """Print each case with what it should be; whether one is otherwise."""
    failed = False
    print("\nBagIt conformance suite")
    for folder in sorted((cases / "bagit-conformance").glob("v*/*")):
        bags = sorted(path for path in folder.iterdir() if path.is_dir())
        wrong = 0
        for bag in bags:
            said = _refusal(bag)
            as_wanted = folder.name == _EITHER or (not said) is (folder.name == _TO_BE_ACCEPTED)
            wrong += not as_wanted
            name = bag.relative_to(cases / "bagit-conformance")
            print(f"  {'' if as_wanted else 'WRONG '}{name}: {f'refused: {said}' if said else 'accepted'}"[:230])
        print(f"{folder.parent.name}/{folder.name}: {len(bags)} bags, otherwise than they should be: {wrong}")
        failed |= bool(wrong)
    return failed


def _refusal(bag: Path) -> str:
    try:
        with open_bag(bag) as source:
            run_to_end(check_bag(source))
    except ArchivistError as error:
        return str(error).replace(f"{bag.parent}/", "")
    return ""
