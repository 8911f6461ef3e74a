# SPDX-License-Identifier: GPL-3.0-or-later
"""Letters: what they say of themselves, the better form of their text, and what is attached to them."""

from __future__ import annotations

import base64
import binascii
from email.message import EmailMessage
from pathlib import Path

import pytest

from archivist.errors import ArchivistError, FileEncrypted, FileUnsafe, NoTextFound
from archivist.intake import registry
from archivist.intake.mail.parts import unflowed
from archivist.intake.reader import ImportOptions
from archivist.model import ArticleDraft, Unread

TEXT = "Вода зайшла в сорок дворів, людей вивезли човнами.\n"
NEWLINE = b"\n"


def letter(text: str = TEXT, **headers: str) -> EmailMessage:
    message = EmailMessage()
    fields = {"From": "Олена Ожвинська <o@news.example>", "To": "a@archive.example", "Subject": "Паводок в Ожвині"}
    for name, value in {**fields, "Date": "Sat, 08 Jan 2022 23:30:00 +0200", **headers}.items():
        message[name.replace("_", "-")] = value
    if text:
        message.set_content(text)
    return message


def read(raw: bytes | EmailMessage, name: str = "a.eml") -> list[ArticleDraft | Unread]:
    path = Path("/nowhere") / name
    raw = raw if isinstance(raw, bytes) else raw.as_bytes()
    reader = registry.reader_for(raw, path)
    assert reader.name in ("mail", "mbox")
    return list(reader.read(raw, path, ImportOptions()))


def only(raw: bytes | EmailMessage) -> ArticleDraft:
    (piece,) = read(raw)
    assert isinstance(piece, ArticleDraft)
    return piece


@pytest.mark.parametrize("name", ["a.eml", "a", "a.html"])
def test_a_letter(name: str) -> None:
    raw = letter(Message_ID="<1@news.example>").as_bytes()
    (draft,) = read(raw, name)
    assert isinstance(draft, ArticleDraft)
    assert draft.title == "Паводок в Ожвині"
    assert draft.body == f"Паводок в Ожвині\n\n{TEXT.strip()}"
    assert (draft.byline, draft.published, draft.language) == ("Олена Ожвинська", "2022-01-08", "uk")
    assert (draft.outlet, draft.url, draft.warnings, draft.part) == ("", "", (), "")


def test_a_text_with_labels_is_no_letter() -> None:
    raw = "Subject: повінь\nDate: 2022\n\nТекст про повінь".encode()
    assert registry.reader_for(raw, Path("a.txt")).name == "text"


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        (f"=?koi8-r?B?{base64.b64encode('Алфавит'.encode('koi8-r') + NEWLINE).decode()}?=", "Алфавит"),
        ("=?windows-1251?Q?=CF=E0=E2=EE=E4=EE=EA_=E2?= =?windows-1251?Q?_=CE=E6=E2=E8=ED=B3?=", "Паводок в Ожвині"),
        ("=?utf-8?Q?=D0=9F=D0?=\n =?utf-8?Q?=B0=D0=B2?=", "Пав"),
        ("Re: =?utf-8*uk?q?=D0=9F=D0=B0?= x", "Re: Па x"),
        ("=?x-none?q?caf=C3=A9?=", "café"),
        ("=?utf-8?B?%%%?= ok", "ok"),
        ("a\n\tfolded\n line", "a folded line"),
    ],
)
def test_encoded_subjects(subject: str, expected: str) -> None:
    assert only(f"From: a@b.example\nSubject: {subject}\n\ntext here\n".encode()).title == expected


@pytest.mark.parametrize("encoding", ["utf-8", "koi8-u", "cp1251"])
def test_subjects_and_texts_that_name_no_encoding(encoding: str) -> None:
    raw = f"From: Олена <a@b.example>\nSubject: Її повідомлення про паводок\n\n{TEXT * 3}".encode(encoding)
    draft = only(raw)
    assert (draft.title, draft.byline) == ("Її повідомлення про паводок", "Олена")
    assert draft.body.endswith(TEXT.strip())


@pytest.mark.parametrize("declared", ["us-ascii", "x-unknown", "utf-8", "koi8-r"])
def test_wrongly_declared_encodings(declared: str) -> None:
    head = f"From: a@b.example\nSubject: x\nContent-Type: text/plain; charset={declared}\n\n"
    assert TEXT.strip() in only(head.encode() + (TEXT * 4).encode("cp1251")).body


@pytest.mark.parametrize("date", ["Mon, 30 Jun 3609 15:33:50 +0600", "вчора", "Pn, 29 paX 2007"])
def test_a_date_that_cannot_be_is_told_of(date: str) -> None:
    draft = only(f"From: a@b.example\nDate: {date}\n\ntext here\n".encode())
    assert draft.published == ""
    assert date in draft.warnings[0]


@pytest.mark.parametrize(
    ("sender", "byline"),
    [
        ('"Олена О." <o@news.example>', "Олена О."),
        ("o@news.example", "o@news.example"),
        ("o@news.example (Olena)", "Olena"),
        ("Olena <o@news.example>, Petro <p@news.example>", "Olena, Petro"),
        ("Olena o@news.example", "Olena"),
        ("Olena", "Olena"),
    ],
)
def test_who_wrote_it(sender: str, byline: str) -> None:
    assert only(f"From: {sender}\nSubject: x\n\ntext here\n".encode()).byline == byline


def test_who_writes_to_many_is_an_outlet() -> None:
    assert only(letter(List_Unsubscribe="<mailto:u@news.example>")).outlet == "Олена Ожвинська"
    assert only(letter(List_Id='"Новини Ожвина" <l.news.example>')).outlet == "Новини Ожвина"


def test_a_letter_without_a_subject_begins_with_its_text() -> None:
    draft = only(b"From: a@b.example\n\nOne line.\nAnother.\n")
    assert (draft.title, draft.body) == ("One line.", "One line.\nAnother.")


def test_quotations_and_signatures_stay() -> None:
    text = "Так.\n\n> Чи зайшла вода?\n> > Пишіть.\n\n-- \nОлена\n"
    assert "> Чи зайшла вода?\n> > Пишіть.\n\n--\nОлена" in only(letter(text)).body


def newsletter(plain: str, markup: str) -> EmailMessage:
    message = letter(plain)
    message.add_alternative(markup, subtype="html")
    return message


def test_the_form_that_says_more_is_taken() -> None:
    stub = "Відкрийте лист у переглядачі: https://news.example/1"
    draft = only(newsletter(stub, f"<p>{TEXT * 3}</p>"))
    assert "переглядачі" not in draft.body
    assert draft.provenance
    assert draft.provenance.parameters == {"text": "html"}
    draft = only(newsletter(TEXT * 3, "<p><img src='http://localhost/a.png'></p><p>x</p>"))
    assert draft.body.count("сорок дворів") == 3


def test_newsletters_are_read_without_their_scaffolding() -> None:
    layout = (
        "<html><body><span style='display:none'>hidden</span><div style='font-size:0px'>&zwnj;&nbsp;</div>"
        "<table role='presentation'><tr><td><table><tr><td><h1>Повінь</h1></td><td><p>Перший.</p></td></tr>"
        "<tr><td><p>Другий.</p></td></tr></table></td></tr></table>"
        "<table><tr><th>Двори</th><th>Люди</th></tr><tr><td>40</td><td>120</td></tr></table></body></html>"
    )
    blocks = only(newsletter("x", layout)).body.split("\n\n")[1:]
    assert blocks == ["Повінь", "Перший.", "Другий.", "Двори | Люди\n40 | 120"]


def test_attachments_are_pieces() -> None:
    message = letter()
    message.add_attachment("Друга стаття.\n\nІнший текст.".encode(), "text", "plain", filename="Друга.txt")
    message.add_attachment(b"\x89PNG\r\n\x1a\n\x00", "image", "png", filename="a.png")
    message.add_attachment(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application", "x-abc", filename="a.abc")
    message.add_attachment(letter("Вкладений лист про пожежу.\n", Subject="Пожежа"))
    pieces = read(message)
    assert [piece.part for piece in pieces] == ["", "Друга.txt", "a.abc", "Пожежа"]
    assert isinstance(pieces[1], ArticleDraft)
    assert isinstance(pieces[2], Unread)
    assert isinstance(pieces[3], ArticleDraft)
    assert pieces[3].body == "Пожежа\n\nВкладений лист про пожежу."


@pytest.mark.parametrize(
    "way", ["base64", "quoted-printable", "Base64;", "quoted printable", "8bit", "x-unheard-of", "uuencode"]
)
def test_ways_of_making_bytes_fit_for_mail(way: str) -> None:
    raw = TEXT.encode()
    if way.lower().startswith("base64"):
        raw = base64.encodebytes(raw) + b"!!"
    elif way.startswith("quoted"):
        raw = binascii.b2a_qp(raw)
    elif way == "uuencode":
        lines = b"".join(binascii.b2a_uu(raw[at : at + 45]) for at in range(0, len(raw), 45))
        raw = b"begin 644 a.txt\n" + lines + b"`\nend\n"
    head = (
        f"From: a@b.example\nSubject: x\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: {way}\n\n"
    )
    assert TEXT.strip() in only(head.encode() + raw).body


def test_a_file_in_the_text_is_an_attachment() -> None:
    packed = binascii.b2a_uu("Стаття про вітер.".encode())
    raw = b"From: a@b.example\nSubject: x\n\nbefore\nbegin 644 wind.txt\n" + packed + b"`\nend\nafter\n"
    body, attached = read(raw)
    assert isinstance(body, ArticleDraft)
    assert body.body == "x\n\nbefore\n\nafter"
    assert isinstance(attached, ArticleDraft)
    assert (attached.part, attached.body) == ("wind.txt", "Стаття про вітер.")


def test_flowed_paragraphs_are_put_together() -> None:
    text = "One \ntwo.\nThree.\n> quoted \n> on\n >not quoted\n-- \nme "
    assert unflowed(text, joined=False) == "One two.\nThree.\n> quoted on\n>not quoted\n-- \nme "
    assert unflowed("о \nдин", joined=True) == "один"


def test_a_letter_of_a_mac() -> None:
    raw = letter().as_bytes()
    (draft,) = read(b"%d       \n" % len(raw) + raw + b'<?xml version="1.0"?><plist></plist>', "1.emlx")
    assert isinstance(draft, ArticleDraft)
    assert draft.body.endswith(TEXT.strip())


def test_headers_that_are_not_as_they_should_be() -> None:
    raw = b"Received: x\nquite Delivered-To: a\nSubject  : flood\nFrom : a@b.example\n\ntext here\n"
    draft = only(raw)
    assert (draft.title, draft.byline, draft.body) == ("flood", "a@b.example", "flood\n\ntext here")


@pytest.mark.parametrize(
    "raw",
    [
        letter("").as_bytes(),
        b"From: a@b.example\nContent-Type: multipart/mixed; boundary=x\n\n",
        b"From: a@b.example\nContent-Type: image/png\n\n\x89PNG\r\n\x1a\n",
    ],
)
def test_a_letter_without_text_is_refused(raw: bytes) -> None:
    with pytest.raises(NoTextFound):
        read(raw)


def test_an_encrypted_letter_is_refused() -> None:
    raw = b"From: a@b.example\nContent-Type: multipart/encrypted; boundary=x\n\n--x\n\n--x--\n"
    with pytest.raises(FileEncrypted):
        read(raw)


def test_parts_within_each_other_have_an_end() -> None:
    raw = b"From: a@b.example\nMIME-Version: 1.0\n"
    for number in range(2000):
        raw += b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (number, number)
    with pytest.raises((FileUnsafe, NoTextFound)):
        read(raw)


def test_a_letter_of_more_lines_than_fit_into_memory_is_refused() -> None:
    with pytest.raises(FileUnsafe, match="lines"):
        read(b"From: a@b.example\n\n" + b"\n" * 4_000_001)


def test_altered_letters_end_as_pieces_or_errors() -> None:
    message = newsletter(TEXT, f"<p>{TEXT}</p>")
    message.add_attachment(TEXT.encode(), "text", "plain", filename="Друга.txt")
    raw = message.as_bytes()
    for position in range(0, len(raw), 11):
        altered = bytearray(raw)
        altered[position] ^= 0x55
        path = Path("a.eml")
        try:
            pieces = registry.reader_for(bytes(altered), path).read(bytes(altered), path, ImportOptions())
        except ArchivistError:
            continue
        assert all(isinstance(piece, ArticleDraft | Unread) for piece in pieces)


def test_the_real_ones(cases: Path) -> None:
    found: dict[str, list[ArticleDraft]] = {}
    for path in sorted((cases / "eml").rglob("*.em*")):
        raw = path.read_bytes()
        try:
            pieces = registry.reader_for(raw, path).read(raw, path, ImportOptions())
        except NoTextFound:
            continue
        assert pieces
        found[path.name] = [piece for piece in pieces if isinstance(piece, ArticleDraft)]
        assert all(draft.body.strip() and draft.title for draft in found[path.name])
    assert len(found) >= 100
    assert found["raw_email_with_partially_quoted_subject.eml"][0].title == 'Re: Test: "漢字" mid "漢字" tail'
    assert found["raw_email_bad_time.eml"][0].warnings
    assert found["example12.eml"][0].published == "1997-11-21"
    assert [draft.title for draft in found["email_attached_plaintext.eml"]][1] == "Plaintext only"
    assert found["japanese_iso_2022.eml"][0].provenance.encoding == "iso2022_jp"  # type: ignore[union-attr]
