# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether the signature in a WACZ belongs to what it says was signed, by the key that lies beside it.

Whose key that is would have to be asked of others; offline, only that nothing was altered after
signing can be told. Sources: “WACZ Signing and Verification” 0.1; FIPS 186-4 (ECDSA); RFC 5480.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_PEM = re.compile(r"-----BEGIN CERTIFICATE-----(?P<der>[A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----")
_LONGEST = 64 * 1024  # characters of a certificate
_Point = tuple[int, int] | None  # None is the point at infinity


@dataclass(frozen=True, slots=True)
class _Curve:
    """y² = x³ - 3x + b over the integers modulo p, with a generator of prime order."""

    p: int
    b: int
    generator: tuple[int, int]
    order: int
    size: int  # bytes of a coordinate
    mark: bytes  # how a key on this curve begins in DER: algorithm, curve, bit string, uncompressed point

    def holds(self, point: tuple[int, int]) -> bool:
        x, y = point
        return max(x, y) < self.p and (y * y - (x * x * x - 3 * x + self.b)) % self.p == 0

    def add(self, one: _Point, other: _Point) -> _Point:
        if one is None or other is None:
            return one or other
        if one[0] == other[0]:
            if (one[1] + other[1]) % self.p == 0:
                return None
            slope = (3 * one[0] * one[0] - 3) * pow(2 * one[1], -1, self.p)
        else:
            slope = (other[1] - one[1]) * pow(other[0] - one[0], -1, self.p)
        x = (slope * slope - one[0] - other[0]) % self.p
        return x, (slope * (one[0] - x) - one[1]) % self.p

    def multiply(self, point: _Point, factor: int) -> _Point:
        product: _Point = None
        while factor:
            if factor & 1:
                product = self.add(product, point)
            point = self.add(point, point)
            factor >>= 1
        return product


_EC_KEY = bytes.fromhex("06072a8648ce3d0201")
_CURVES = (
    _Curve(
        p=0xFFFFFFFF00000001000000000000000000000000FFFFFFFFFFFFFFFFFFFFFFFF,
        b=0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B,
        generator=(
            0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296,
            0x4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5,
        ),
        order=0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551,
        size=32,
        mark=_EC_KEY + bytes.fromhex("06082a8648ce3d030107034200" + "04"),
    ),
    _Curve(
        p=2**384 - 2**128 - 2**96 + 2**32 - 1,
        b=0xB3312FA7E23EE7E4988E056BE3F82D19181D9C6EFE8141120314088F5013875AC656398D8A2ED19D2A85C8EDD3EC2AEF,
        generator=(
            0xAA87CA22BE8B05378EB1C71EF320AD746E1D3B628BA79B9859F741E082542A385502F25DBF55296C3A545E3872760AB7,
            0x3617DE4A96262C6F5D9E98BF9292DC29F8F41DBD289A147CE9DA3113B5F0B8C00A60B1CE1D7E819D7A431D7C90EA0E5F,
        ),
        order=0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFC7634D81F4372DDF581A0DB248B0A77AECEC196ACCC52973,
        size=48,
        mark=_EC_KEY + bytes.fromhex("06052b81040022036200" + "04"),
    ),
)


def signature_fits(signed: Mapping[str, Any]) -> bool | None:
    """Whether what was signed is the digest that stands there; None where it cannot be told, as with keys of RSA."""
    digest, signature, domain = signed.get("hash"), signed.get("signature"), signed.get("domain")
    key = _key(signed)
    if not isinstance(digest, str) or not isinstance(signature, str) or key is None:
        return None
    if isinstance(domain, str) and "domainCert" in signed and domain.encode() not in key:
        return False
    for curve in _CURVES:
        start = key.find(curve.mark)
        if start >= 0:
            return _fits(curve, key[start + len(curve.mark) :], _decoded(signature), digest.encode())
    return None


def _key(signed: Mapping[str, Any]) -> bytes | None:
    """The key, bare or in the first certificate of a chain, in DER."""
    certificate, bare = signed.get("domainCert"), signed.get("publicKey")
    if isinstance(certificate, str):
        match = _PEM.search(certificate[:_LONGEST])
        return _decoded(match["der"]) if match else None
    return _decoded(bare[:_LONGEST]) if isinstance(bare, str) else None


def _decoded(text: str) -> bytes:
    try:
        return base64.b64decode("".join(text.split()))
    except (binascii.Error, ValueError):
        return b""


def _fits(curve: _Curve, key: bytes, signature: bytes, message: bytes) -> bool:
    size, order = curve.size, curve.order
    point = int.from_bytes(key[:size]), int.from_bytes(key[size : 2 * size])
    r, s = _numbers(signature, size)
    if not curve.holds(point) or not (0 < r < order and 0 < s < order):
        return False
    number = int.from_bytes(hashlib.sha256(message).digest())
    inverse = pow(s, -1, order)
    found = curve.add(
        curve.multiply(curve.generator, number * inverse % order), curve.multiply(point, r * inverse % order)
    )
    return found is not None and found[0] % order == r


def _numbers(signature: bytes, size: int) -> tuple[int, int]:
    """The two numbers of a signature: one after the other, or as a sequence of DER; zeros where it is neither."""
    if len(signature) == 2 * size:
        return int.from_bytes(signature[:size]), int.from_bytes(signature[size:])
    if len(signature) < 8 or signature[0] != 0x30 or signature[2] != 0x02:  # noqa: PLR2004 - the marks of DER
        return 0, 0
    first = 4 + signature[3]
    if signature[first : first + 1] != b"\x02":
        return 0, 0
    return int.from_bytes(signature[4:first]), int.from_bytes(signature[first + 2 :])
