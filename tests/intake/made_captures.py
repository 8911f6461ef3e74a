# SPDX-License-Identifier: GPL-3.0-or-later
"""Records of web archives, for the tests of what reads them."""

from __future__ import annotations

import base64
import gzip
import hashlib
from collections.abc import Sequence

URL = "https://news.example/ozhvyn/flood"
DATE = "2022-01-08T10:11:12Z"


def page(title: str = "Паводок в Ожвині", body: str = "", sentence: str = "Вода зайшла в сорок дворів.") -> bytes:
    """A page with an article."""
    paragraphs = "".join(
        f"<p>{sentence} Людей вивезли човнами, а худобу не встигли, {number}.</p>" for number in range(6)
    )
    return (
        f"<!DOCTYPE html><html><head><title>{title}</title><meta charset='utf-8'></head>"
        f"<body><article><h1>{title}</h1>{paragraphs}</article>{body}</body></html>"
    ).encode()


def http(body: bytes, media_type: str = "text/html; charset=utf-8", status: str = "200 OK", **headers: str) -> bytes:
    """An answer of a server; underscores in names of headers are hyphens."""
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {media_type}"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode() + body


def request(url: str = URL, **headers: str) -> bytes:
    """What a browser asks."""
    lines = [f"GET {url} HTTP/1.1", *(f"{name.replace('_', '-')}: {value}" for name, value in headers.items())]
    return "\r\n".join([*lines, "", ""]).encode()


def record(block: bytes, kind: str = "response", uri: str = URL, date: str = DATE, **headers: str) -> bytes:
    """A record of a WARC; underscores in names of headers are hyphens."""
    lines = ["WARC/1.0", f"WARC-Type: {kind}"]
    fields = {"WARC_Target_URI": uri, "WARC_Date": date, "Content_Length": str(len(block)), **headers}
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in fields.items()]
    return "\r\n".join([*lines, "", ""]).encode() + block + b"\r\n\r\n"


def sha1(content: bytes) -> str:
    """A digest as WARC files have it."""
    return "sha1:" + base64.b32encode(hashlib.sha1(content, usedforsecurity=False).digest()).decode()


def gzipped(records: Sequence[bytes]) -> bytes:
    """The records packed, each a member, as they should be."""
    return b"".join(map(gzip.compress, records))
