# SPDX-License-Identifier: GPL-3.0-or-later
"""The sample articles are what articles.json says they are."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from archivist.dates import date_range

Metadata = list[dict[str, str]]
WORDS = range(250, 601)
LEAST_BY_LANGUAGE = {"uk": 6, "ru": 4, "en": 3}


def test_every_article_has_metadata_and_the_other_way_round(data_folder: Path, metadata: Metadata) -> None:
    files = {path.name for path in (data_folder / "articles").iterdir()}
    assert sorted(entry["file"] for entry in metadata) == sorted(files)


def test_no_field_of_the_metadata_is_empty(metadata: Metadata) -> None:
    fields = {"file", "outlet", "published", "language", "collection", "url", "encoding"}
    assert all(set(entry) == fields and all(entry.values()) for entry in metadata)


def test_every_publication_date_is_edtf_and_the_one_in_the_file_name(metadata: Metadata) -> None:
    for entry in metadata:
        assert date_range(entry["published"]).first in entry["file"]


def test_every_address_is_in_a_domain_that_cannot_exist(metadata: Metadata) -> None:
    assert all(re.match(r"https://[a-z0-9-]+\.example/", entry["url"]) for entry in metadata)


def test_nothing_in_a_page_leads_to_a_real_site(sample_texts: dict[str, str], data_folder: Path) -> None:
    vocabularies = ("https://ogp.me/", "https://schema.org")  # names of metadata terms, not links
    for path in (data_folder / "articles").glob("*.html"):
        for address in re.findall(r"https?://[^\s\"'<>]+", path.read_text("utf-8")):
            assert ".example/" in address or address.startswith(vocabularies), address


def test_the_three_languages_are_covered(metadata: Metadata) -> None:
    languages = Counter(entry["language"] for entry in metadata)
    assert all(languages[language] >= least for language, least in LEAST_BY_LANGUAGE.items())


def test_each_article_is_as_long_as_a_news_story(sample_texts: dict[str, str]) -> None:
    lengths = {file: len(text.split()) for file, text in sample_texts.items()}
    assert not {file: length for file, length in lengths.items() if length not in WORDS}


def test_the_old_encodings_are_not_valid_utf_8(data_folder: Path, metadata: Metadata) -> None:
    old = {entry["encoding"]: entry["file"] for entry in metadata if entry["encoding"] != "utf-8"}
    assert set(old) == {"cp1251", "koi8-u"}
    for file in old.values():
        assert b"\xef\xbf\xbd" not in (data_folder / "articles" / file).read_bytes()
        text = (data_folder / "articles" / file).read_bytes().decode("utf-8", "replace")
        assert "\ufffd" in text
