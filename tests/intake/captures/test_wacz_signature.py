# SPDX-License-Identifier: GPL-3.0-or-later
"""Signatures of WACZ files: one that fits, one of another text, and what cannot be told."""

from __future__ import annotations

import base64
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from archivist.intake.captures.wacz_signature import signature_fits

# Made with OpenSSL, of the text "sha256:0123" and SHA-256.
KEY_256 = (
    "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEfskLAJAHzrq3vt7e5PsgkfVtVufiqa87ceGRjp6aSz5lfHpKzfN9"
    "RIU/GVfvWEcLjD3BuLcNopcF6n1MtqoKxA=="
)
SIGNATURE_256 = "MEUCIQC8Qw5LiiMlTOMb5pRqsKKKf5kEFZ39XN4UuTTeGrtnGwIgc4p/5K4rkX8iAgeUCgqE+mGL7+5YEdODEkAv8a+rtOs="
KEY_384 = (
    "MHYwEAYHKoZIzj0CAQYFK4EEACIDYgAEfl3+ffHI2N/XeZnJRNBAy33LtcQlU5ViXgdgXj4DTdqcziHuxd3wMzOL"
    "jGWK6hMLi2S0enmLH8TRnYYmDqyHCZPDM31/rnnSa0SwEkCDiHGrknIBp6HmTKrblLMIPU2V"
)
SIGNATURE_384 = (
    "MGUCMQCKcgcOCJVpaXAp9nXzsDF+KQmuJgfxKWPES8Q0nOioEnp9xBbSZvJyf05A/epb13oCMDjyGwCr1Xyw/fL3"
    "hwh3e/uXvqhrN/coKcJiN6myXWGr5DEKjyQuBALs8gbSVfIarQ=="
)


def signed(key: str, signature: str, **changes: Any) -> dict[str, Any]:
    return {"hash": "sha256:0123", "signature": signature, "publicKey": key, **changes}


def raw_form(signature: str, size: int) -> str:
    """The two numbers one after the other, as browsers have them."""
    der = base64.b64decode(signature)
    first = 4 + der[3]
    numbers = int.from_bytes(der[4:first]), int.from_bytes(der[first + 2 :])
    return base64.b64encode(b"".join(number.to_bytes(size) for number in numbers)).decode()


@pytest.mark.parametrize(("key", "signature", "size"), [(KEY_256, SIGNATURE_256, 32), (KEY_384, SIGNATURE_384, 48)])
def test_a_signature_that_fits_and_ones_that_do_not(key: str, signature: str, size: int) -> None:
    assert signature_fits(signed(key, signature)) is True
    assert signature_fits(signed(key, raw_form(signature, size))) is True
    assert signature_fits(signed(key, signature, hash="sha256:0124")) is False
    assert signature_fits(signed(key, base64.b64encode(bytes(2 * size)).decode())) is False
    assert signature_fits(signed(key, "!")) is False


def test_another_key_does_not_fit() -> None:
    der = bytearray(base64.b64decode(KEY_256))
    der[-1] ^= 1
    assert signature_fits(signed(base64.b64encode(der).decode(), SIGNATURE_256)) is False


@pytest.mark.parametrize(
    "changes", [{"publicKey": None}, {"publicKey": "AAAA"}, {"signature": None}, {"hash": 1}, {"domainCert": "no PEM"}]
)
def test_what_cannot_be_told(changes: dict[str, Any]) -> None:
    assert signature_fits(signed(KEY_256, SIGNATURE_256) | changes) is None


def test_the_real_one(cases: Path) -> None:
    path = cases / "warc-wacz" / "py-wacz" / "valid_signed_example_1.wacz"
    with zipfile.ZipFile(path) as file:
        real = json.loads(file.read("datapackage-digest.json"))["signedData"]
    assert signature_fits(real) is True
    assert signature_fits({**real, "hash": real["hash"][:-1] + "0"}) is False
    assert signature_fits({**real, "domain": "other.example"}) is False
