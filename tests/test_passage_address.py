# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archivist.errors import InvalidValue
from archivist.passage_address import PassageAddress, is_address

ID = "0b3c7f0e-6d0e-4a3e-9a4e-0a4de8a7c001"


@given(st.uuids(), st.integers(0, 99), st.integers(0, 10**6), st.integers(1, 10**4))
def test_an_address_that_was_written_is_read_again(article: object, revision: int, start: int, length: int) -> None:
    address = PassageAddress(str(article), revision, start, start + length)
    assert PassageAddress.read(f"  {address}\n") == address


def test_an_address_names_a_passage_as_rfc_5147_does() -> None:
    assert str(PassageAddress(ID, 2, 120, 164)) == f"archivist://article/{ID}?revision=2#char=120,164"


def test_an_address_may_name_a_whole_article() -> None:
    assert PassageAddress.read(f"ARCHIVIST://article/{ID.upper()}/") == PassageAddress(ID)


@pytest.mark.parametrize(
    "text",
    [
        "", "archivist://", "archivist://article/", "archivist://article/../../etc/passwd", f"http://article/{ID}",
        f"archivist://article/{ID}#char=9,3", f"archivist://article/{ID}#char=-1,3", f"archivist://article/{ID}#char=1",
        f"archivist://article/{'-' * 36}", f"archivist://article/{ID}?revision=x", f"archivist://article/{ID}#char=٣,٤",
    ],
)  # fmt: skip
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(InvalidValue):
        PassageAddress.read(text)


def test_a_mistaken_address_is_still_meant_as_one() -> None:
    assert is_address(" archivist://nowhere ")
    assert not is_address("read archivist://nowhere")
    assert not is_address("archivist")
