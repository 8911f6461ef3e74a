# SPDX-License-Identifier: GPL-3.0-or-later
"""Web archives: which captures are pages, what became of them on the way, and what is broken."""

from __future__ import annotations

import gzip
import hashlib
import zlib
from pathlib import Path

import pytest

from archivist.errors import ArchivistError
from archivist.intake import registry
from archivist.intake.reader import ImportOptions
from archivist.model import ArticleDraft, Unread
from tests.intake.made_captures import DATE, URL, gzipped, http, page, record, request, sha1

LATER = "2022-02-09T10:11:12Z"


def read(raw: bytes, name: str = "coverage.warc") -> list[ArticleDraft | Unread]:
    path = Path("/nowhere") / name
    reader = registry.reader_for(raw, path)
    assert reader.name == "warc"
    return list(reader.read(raw, path, ImportOptions()))


def drafts(raw: bytes) -> list[ArticleDraft]:
    return [piece for piece in read(raw) if isinstance(piece, ArticleDraft)]


def reasons(raw: bytes) -> list[str]:
    return [piece.reason for piece in read(raw) if isinstance(piece, Unread)]


def test_a_captured_page_is_an_article() -> None:
    (draft,) = drafts(record(http(page())))
    assert draft.title == "Паводок в Ожвині"
    assert draft.body.startswith("Паводок в Ожвині\n\nВода зайшла")
    assert (draft.url, draft.captured, draft.outlet) == (URL, DATE, "news.example")
    assert draft.part == f"{DATE} {URL}"
    assert draft.warnings == ()


@pytest.mark.parametrize("pack", [b"".join, gzipped, lambda records: gzip.compress(b"".join(records))])
@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz", "a.txt"])
def test_packed_or_not_and_under_any_name(pack: object, name: str) -> None:
    records = [record(http(page()), uri=f"{URL}/{number}", date=DATE) for number in range(3)]
    info = record(b"software: x\r\n", "warcinfo")
    pieces = read(pack([info, *records]), name)  # type: ignore[operator]
    assert [piece.part for piece in pieces] == [f"{DATE} {URL}/{number}" for number in range(3)]


def test_an_arc_file() -> None:
    block = http(page())
    version = b"1 0 x\nURL IP-address Archive-date Content-type Archive-length\n"
    raw = b"filedesc://a.arc 0.0.0.0 20140216050221 text/plain %d\n%s\n" % (len(version), version)
    raw += b"http://news.example/a b 10.0.0.1 20140216050221 text/html %d\n%s\n" % (len(block), block)
    (draft,) = drafts(raw)
    assert (draft.url, draft.captured) == ("http://news.example/a%20b", "2014-02-16T05:02:21Z")


def test_resources_and_conversions() -> None:
    resource = record(page(), "resource", Content_Type="text/html")
    text = "Сильний вітер зірвав дахи. Світла немає.".encode()
    conversion = record(text, "conversion", uri="https://news.example/wind", Content_Type="text/plain")
    assert [draft.title for draft in drafts(resource + conversion)] == [
        "Паводок в Ожвині",
        "Сильний вітер зірвав дахи. Світла немає.",
    ]
    of_a_page = record(http(page()), WARC_Record_ID="<urn:1>") + record(
        text, "conversion", Content_Type="text/plain", WARC_Refers_To="<urn:1>"
    )
    assert len(drafts(of_a_page)) == 1
    assert "made of a page" in reasons(of_a_page)[0]


@pytest.mark.parametrize(
    ("uri", "answer", "asked"),
    [
        ("https://news.example/a.png", http(b"\x89PNG\r\n\x1a\n", "image/png"), {}),
        ("https://news.example/a.css", http(b"a {}", "text/css"), {}),
        ("https://news.example/api", http(b"{}", "application/json"), {}),
        ("https://ads.example/frame", http(page(), "text/html"), {"Sec_Fetch_Dest": "iframe"}),
        ("https://news.example/part", http(page(), "text/html"), {"X_Requested_With": "XMLHttpRequest"}),
        ("https://news.example/robots.txt", http(b"User-agent: *\n" * 99, "text/plain"), {}),
        ("https://news.example/favicon.ico", http(page(), status="404 Not Found"), {}),
        ("https://news.example/beacon", http(b"ok", "text/plain"), {}),
        ("https://t.example/pixel", http(b"", status="302 Found", Location="https://t.example/2"), {"Referer": URL}),
    ],
)
@pytest.mark.parametrize("request_first", [True, False])
def test_what_pages_are_made_of_is_passed_over(
    uri: str, answer: bytes, asked: dict[str, str], request_first: bool
) -> None:
    response = record(answer, uri=uri, WARC_Record_ID="<urn:1>")
    asking = record(request(uri, **asked), "request", uri=uri, WARC_Concurrent_To="<urn:1>")
    assert read(asking + response if request_first else response + asking) == []


def test_what_a_page_shows_in_a_frame_is_no_article() -> None:
    main = page(body='<iframe width=1 src="/ad?a=1&amp;b=2"></iframe>')
    raw = record(http(main)) + record(http(page("Реклама")), uri="https://news.example/ad?a=1&b=2")
    assert [draft.title for draft in drafts(raw)] == ["Паводок в Ожвині"]


def test_a_page_with_the_type_of_anything_is_known_by_its_content() -> None:
    assert len(drafts(record(http(page(), "application/octet-stream")))) == 1


def test_pages_that_were_not_had_are_told_of() -> None:
    assert "404" in reasons(record(http(page(), status="404 Not Found")))[0]
    assert (
        "leads to https://other.example/a"
        in reasons(record(http(b"", status="301 Moved", Location="https://other.example/a")))[0]
    )


def test_a_redirect_to_a_page_in_the_file_is_that_page() -> None:
    raw = record(http(b"", status="301 Moved", Location="flood"), uri="https://news.example/ozhvyn/old")
    assert [piece.part for piece in read(raw + record(http(page())))] == [f"{DATE} {URL}"]


@pytest.mark.parametrize("headers", [{"WARC_Refers_To_Target_URI": URL}, {"WARC_Payload_Digest": sha1(page())}])
def test_a_revisit_of_a_page_in_the_file_makes_no_second_article(headers: dict[str, str]) -> None:
    original = record(http(page()), WARC_Payload_Digest=sha1(page()))
    again = record(http(b""), "revisit", uri=f"{URL}?again", date=LATER, **headers)
    for raw in (original + again, again + original):
        assert len(drafts(raw)) == 1
        assert URL in reasons(raw)[0]
        assert "captured again" in reasons(raw)[0]


def test_a_revisit_of_a_page_elsewhere_is_told_of() -> None:
    raw = record(http(b""), "revisit", WARC_Refers_To_Target_URI=URL, WARC_Refers_To_Date="2021-01-01T00:00:00Z")
    assert "2021-01-01T00:00:00Z" in reasons(raw)[0]
    picture = record(http(b"", "image/png"), "revisit", uri="https://news.example/a.png")
    assert read(picture) == []


def test_captures_of_one_page_are_articles_where_they_differ() -> None:
    captures = [http(page()), http(page(sentence="Вода зійшла.")), http(page())]
    raw = b"".join(record(block, date=f"2022-01-0{day}T00:00:00Z") for day, block in enumerate(captures, 1))
    assert [draft.captured[:10] for draft in drafts(raw)] == ["2022-01-01", "2022-01-02"]
    assert "2022-01-01" in reasons(raw)[0]


def chunked(raw: bytes) -> bytes:
    return b"%x\r\n%s\r\n%x;x=y\r\n%s\r\n0\r\n\r\n" % (50, raw[:50], len(raw) - 50, raw[50:])


def deflated(raw: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(raw) + packer.flush()


@pytest.mark.parametrize(
    ("sent", "headers"),
    [
        (chunked(page()), {"Transfer_Encoding": "chunked"}),
        (page(), {"Transfer_Encoding": "chunked"}),
        (gzip.compress(page()), {"Content_Encoding": "gzip"}),
        (chunked(gzip.compress(page())), {"Content_Encoding": "gzip", "Transfer_Encoding": "chunked"}),
        (zlib.compress(page()), {"Content_Encoding": "deflate"}),
        (deflated(page()), {"Content_Encoding": "deflate"}),
        (page(), {"Content_Encoding": "gzip"}),
        (page(), {"Content_Encoding": "identity"}),
    ],
)
def test_what_was_done_to_a_page_for_the_way_is_undone(sent: bytes, headers: dict[str, str]) -> None:
    (draft,) = drafts(record(http(sent, **headers), WARC_Payload_Digest=sha1(sent)))
    assert draft.body == drafts(record(http(page())))[0].body
    assert draft.warnings == ()


def test_brotli() -> None:
    brotli = pytest.importorskip("brotli")
    (draft,) = drafts(record(http(brotli.compress(page()), Content_Encoding="br")))
    assert draft.title == "Паводок в Ожвині"


def test_a_packing_that_is_not_known_is_told_of() -> None:
    assert "zstd" in reasons(record(http(b"\x28\xb5\x2f\xfd", Content_Encoding="zstd")))[0]


def test_a_page_whose_packing_is_cut_off_is_read_with_a_warning() -> None:
    packed = gzip.compress(page(sentence="".join(map(chr, range(0x400, 0x500)))))
    (draft,) = drafts(record(http(packed[:-50], Content_Encoding="gzip")))
    assert "only its beginning" in " ".join(draft.warnings)


@pytest.mark.parametrize("form", ["sha1", "hex", "hyphen"])
def test_digests_are_compared(form: str) -> None:
    def said(content: bytes) -> str:
        name = {"sha1": "", "hex": "sha256:", "hyphen": "sha-256:"}[form]
        return f"{name}{hashlib.sha256(content).hexdigest()}" if name else sha1(content)

    block = http(page())
    (draft,) = drafts(record(block, WARC_Payload_Digest=said(page()), WARC_Block_Digest=said(block)))
    assert draft.warnings == ()
    (draft,) = drafts(record(block, WARC_Payload_Digest=said(b"other")))
    assert "altered" in draft.warnings[0]


def test_the_encoding_that_the_server_named_counts_where_the_page_names_none() -> None:
    raw = page().replace(b"<meta charset='utf-8'>", b"").decode().encode("cp1251")
    (draft,) = drafts(record(http(raw, "text/html; charset=windows-1251")))
    assert draft.title == "Паводок в Ожвині"
    (draft,) = drafts(record(http(page(), "text/html; charset=windows-1251")))
    assert draft.title == "Паводок в Ожвині"


def test_a_file_that_is_cut_off_is_read_to_its_end() -> None:
    raw = record(http(page()), uri=f"{URL}/1") + record(http(page()), uri=f"{URL}/2")
    first, second = drafts(raw[:-600])
    assert first.warnings == ()
    assert "ends" in second.warnings[0]


def test_a_packed_file_that_is_damaged_loses_what_is_damaged() -> None:
    records = [gzip.compress(record(http(page()), uri=f"{URL}/{number}")) for number in range(3)]
    damaged = bytearray(records[1])
    damaged[len(damaged) // 2 :] = b"\x00" * (len(damaged) - len(damaged) // 2)
    found = [draft.url for draft in drafts(records[0] + bytes(damaged) + records[2])]
    assert found[0] == f"{URL}/0"
    assert found[-1] == f"{URL}/2"


@pytest.mark.parametrize("length", ["1", "x", "-5", ""])
def test_a_record_of_a_wrong_length_does_not_take_the_next_ones_with_it(length: str) -> None:
    wrong = record(http(page()), uri=f"{URL}/1").replace(b"Content-Length: ", b"X-Length: ", 1)
    wrong = wrong.replace(b"\r\n\r\n", f"\r\nContent-Length: {length}\r\n\r\n".encode(), 1)
    raw = wrong + record(http(page()), uri=f"{URL}/2")
    assert [draft.url for draft in drafts(raw)] == [f"{URL}/2"]
    assert reasons(raw)


def test_a_file_without_pages_has_no_articles() -> None:
    assert read(record(b"software: x\r\n", "warcinfo")) == []


@pytest.mark.parametrize("pack", [b"".join, gzipped])
def test_altered_files_end_as_pieces_or_errors(pack: object) -> None:
    raw: bytes = pack([record(http(page()), uri=f"{URL}/{number}") for number in range(2)])  # type: ignore[operator]
    for position in range(7, len(raw), 31):
        altered = bytearray(raw)
        altered[position] ^= 0xFF
        try:
            pieces = read(bytes(altered), "a.warc.gz")
        except ArchivistError:
            continue
        assert all(isinstance(piece, ArticleDraft | Unread) for piece in pieces)


def test_lines_without_end_are_read_in_time() -> None:
    assert reasons(b"WARC/1.0\r\n" + b"x" * (32 << 20))


def test_the_real_ones(cases: Path) -> None:
    found = {}
    for path in sorted((cases / "warc-wacz").rglob("*")):
        if path.is_dir():
            continue
        raw = path.read_bytes()
        if registry.reader_for(raw, path).name == "warc":
            pieces = registry.reader_for(raw, path).read(raw, path, ImportOptions())
            found[path.name] = [piece for piece in pieces if isinstance(piece, ArticleDraft)]
            assert all(draft.body and draft.url and draft.captured for draft in found[path.name])
    assert len(found) >= 20
    titles = {name: [draft.title for draft in drafts] for name, drafts in found.items()}
    assert titles["example.warc.gz"] == titles["example.arc"] == titles["example.warc"] == ["Example Domain"]
    assert titles["cc.warc.gz"] == ["Common Crawl"]
    assert "Number Resources" in titles["example-iana.warc"]
    assert len(titles["example-iana.warc"]) == 6
    assert found["example-trunc.warc"][0].warnings
    assert found["example-wrong-chunks.warc.gz"][0].warnings
