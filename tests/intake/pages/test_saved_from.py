# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest

from archivist.intake.pages.saved_from import SavedFrom, edtf_time, from_address, saved_from, without_web_archive

URL = "https://visnyk.example/povin?a=1&b=2"
ESCAPED = "https://visnyk.example/povin?a=1&amp;b=2"


WHEN = "2022-01-08T12:05:00Z"
LOCAL = "Sat Jan 08 2022 14:05:00 GMT+0200 (EET)"
HTTRACK = "by HTTrack Website Copier/3.x [XR&CO'2014], Sat, 08 Jan 2022 12:05:00 GMT"
NOTES = {
    f"<!-- saved from url=(0037){URL} -->": "",
    f"<!--\n Page saved with SingleFile \n url: {URL} \n saved date: {LOCAL}\n-->": "2022-01-08T14:05:00+02:00",
    f"<!-- Saved from {URL} at {WHEN} using monolith v2.6.1 -->": WHEN,
    f"<!-- Mirrored from {URL.removeprefix('https://')} {HTTRACK} -->": WHEN,
    f'<html data-scrapbook-source="{ESCAPED}" data-scrapbook-create="20220108120500123">': WHEN,
    f'<meta name="savepage-url" content="{ESCAPED}"><meta name="savepage-date" content="{LOCAL}">': (
        "2022-01-08T14:05:00+02:00"
    ),
    f'<a class="domain reader-domain" href="{ESCAPED}">visnyk.example</a>': "",
    f"<!-- saved from url=(0075)https://web.archive.org/web/20220108120500/{URL} -->": WHEN,
    f'<link rel="canonical" href="https://archive.ph/2022.01.08-120500/{ESCAPED}">': WHEN,
}


@pytest.mark.parametrize(("note", "captured"), NOTES.items())
def test_what_browsers_extensions_and_archives_write(note: str, captured: str) -> None:
    found = saved_from(f"<!DOCTYPE html>{note}<p>Текст</p>")
    assert found.url.removeprefix("http://").removeprefix("https://") == URL.removeprefix("https://")
    assert found.captured == captured


def test_a_page_that_says_nothing_of_it() -> None:
    assert saved_from("<p>Текст</p>") == SavedFrom()


def test_the_wayback_machine_says_at_the_end_when_it_archived_a_page() -> None:
    page = "<p>Текст</p>" * 5000 + "<!--\n     FILE ARCHIVED ON 12:05:00 Jan 08, 2022 AND RETRIEVED FROM THE\n-->"
    assert saved_from(page).captured == "2022-01-08T12:05:00Z"


def test_an_address_in_the_wayback_machine_is_that_of_the_page() -> None:
    assert from_address(f"https://web.archive.org/web/20220108id_/{URL}") == SavedFrom(URL, "2022-01-08")
    assert from_address(URL) == SavedFrom(URL)


def test_what_the_wayback_machine_put_into_a_page_is_taken_out() -> None:
    page = (
        "<body><!-- BEGIN WAYBACK TOOLBAR INSERT --><div>12 captures</div><!-- END WAYBACK TOOLBAR INSERT -->"
        f'<a href="/web/20220108120500/{URL}">a</a><a href="https://web.archive.org/web/20220108120500im_/{URL}">b</a>'
    )
    assert without_web_archive(page) == f'<body><a href="{URL}">a</a><a href="{URL}">b</a>'


@pytest.mark.parametrize(
    ("written", "time"),
    [
        ("Fri Mar 10 2006 13:40:00 GMT+0100", "2006-03-10T13:40:00+01:00"),
        ("Mon, 17 Dec 2018 11:17:47 -0000", "2018-12-17T11:17:47Z"),
        ("20220108", "2022-01-08"),
        ("yesterday", ""),
        ("", ""),
        ("99999999999999", ""),
    ],
)
def test_times_as_machines_write_them(written: str, time: str) -> None:
    assert edtf_time(written) == time


def test_a_zone_beyond_the_globe_is_no_time() -> None:
    assert edtf_time("Sat, 08 Jan 2022 10:00:00 +99999999999999") == ""
