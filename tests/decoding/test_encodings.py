# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from pathlib import Path

import pytest

from archivist.decoding.encodings import decode, known_encoding
from archivist.errors import EmptyFile, InvalidValue, NotText, WrongEncoding

UKRAINIAN = (
    "Рятувальники вивезли з Ожвина понад сто людей.",
    "Міністерка Ганна Ґудзь пояснила, чому її відомство не з'ясувало причин аварії на об'єкті.",
    "Єдиний міст через річку зачинили: її рівень піднявся на два метри, і ще щонайменше три села чекають на евакуацію.",
)
RUSSIAN = (
    "Спасатели вывезли из Ожвина более ста человек.",
    "Министр объяснила, почему её ведомство не выяснило причин аварии на объекте.",
    "Единственный мост через реку закрыли: её уровень поднялся на два метра, и ещё три села ждут эвакуации.",
)
ENGLISH = ("Rescuers took “more than a hundred” people out of Ozhvyn – the minister’s office said.",)
WIDE = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32")


@pytest.mark.parametrize("text", UKRAINIAN)
@pytest.mark.parametrize("encoding", [*WIDE, "cp1251", "koi8-u", "cp1125", "iso8859-5", "mac-cyrillic"])
def test_a_ukrainian_sentence_is_read_in_every_encoding(text: str, encoding: str) -> None:
    text = text.encode(encoding, "ignore").decode(encoding)  # some have no ґ
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize("text", RUSSIAN)
@pytest.mark.parametrize("encoding", [*WIDE, "cp1251", "koi8-r", "cp866", "iso8859-5", "mac-cyrillic"])
def test_a_russian_sentence_is_read_in_every_encoding(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize("encoding", [*WIDE, "cp1252"])
def test_an_english_sentence_is_read(encoding: str) -> None:
    assert decode(ENGLISH[0].encode(encoding)).text == ENGLISH[0]


def test_latin_letters_stand_for_what_the_dos_page_lacks() -> None:
    text = "Київ i Українa: мiнiстр визнав, що її вiдомство не готове."
    decoded = decode(text.encode("cp866"))
    assert (decoded.text, decoded.encoding) == (text, "cp866")


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-16-be", "utf-16-be"),
        ("cp1251", "cp1251"),
    ],
)
def test_the_encoding_is_named_as_python_names_it(encoding: str, name: str) -> None:
    assert decode(UKRAINIAN[2].encode(encoding)).encoding == name


def test_the_dos_page_has_its_common_name_unless_the_letters_of_the_other_occur() -> None:
    assert {decode(text.encode("cp866")).encoding for text in RUSSIAN} == {"cp866"}
    assert decode(UKRAINIAN[2].encode("cp1125")).encoding == "cp1125"


@pytest.mark.parametrize("text", [UKRAINIAN[2] + "\0", "\0".join(UKRAINIAN * 20) + "\0" + "слово " * 10_000])
def test_flawless_utf_8_with_a_few_stray_controls_is_a_text(text: str) -> None:
    decoded = decode(text.encode())
    assert (decoded.text, decoded.encoding, decoded.controls) == (text, "utf-8", text.count("\0"))


def test_ascii_is_utf_8_and_no_guess() -> None:
    decoded = decode(b"Rescuers took people out of the village.")
    assert (decoded.encoding, decoded.guessed, decoded.doubtful) == ("utf-8", False, False)


def test_a_plain_guess_is_not_doubtful_but_a_single_word_is() -> None:
    assert not decode(UKRAINIAN[2].encode("cp1251")).doubtful
    assert decode("Фото".encode("cp1251")).doubtful


def test_a_named_encoding_overrides_what_the_bytes_look_like() -> None:
    raw = RUSSIAN[0].encode("koi8-r")
    decoded = decode(raw, "cp1251")
    assert decoded.text == raw.decode("cp1251")
    assert not decoded.guessed


def test_a_named_encoding_that_does_not_fit_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WrongEncoding, match="utf-8"):
        decode(UKRAINIAN[0].encode("cp1251"), "utf-8", path=tmp_path)


@pytest.mark.parametrize("name", ["klingon", "base64", "rot13", "a\0b", "ї"])
def test_a_name_that_is_no_text_encoding_is_refused(name: str) -> None:
    with pytest.raises(InvalidValue, match="encoding"):
        known_encoding(name)


@pytest.mark.parametrize("raw", [b"", b" \r\n\t", b"\xef\xbb\xbf", b"\xff\xfe", b"\xff\xfe\n\0"])
def test_a_file_without_text_is_empty(raw: bytes) -> None:
    with pytest.raises(EmptyFile):
        decode(raw)


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "PNG"),
        (b"%PDF-1.7\n1 0 obj", "PDF"),
        (b"PK\x03\x04\x14\x00\x06\x00", "ZIP"),
        (b"{\\rtf1\\ansi text}", "RTF"),
        (bytes(range(256)) * 8, "bytes that no text has"),
        (b"text\x00with\x00a\x00few\x00zeros" * 3, "bytes that no text has"),
        (b"\x01\x02\x03\x04words" * 100, "bytes that no text has"),
    ],
)
def test_a_binary_file_is_no_text(raw: bytes, kind: str) -> None:
    with pytest.raises(NotText, match=kind):
        decode(raw)


def test_a_text_may_begin_like_a_binary_file() -> None:
    assert decode(b"RIFF raff was heard at the dam.").text.startswith("RIFF")


def test_the_end_mark_of_dos_is_no_reason_to_refuse() -> None:
    assert decode(RUSSIAN[0].encode("cp866") + b"\x1a").text == RUSSIAN[0] + "\x1a"


def test_damaged_utf_8_is_read_but_for_what_is_broken() -> None:
    raw = UKRAINIAN[2].encode()
    decoded = decode(raw[:20] + raw[21:])
    assert decoded.encoding == "utf-8"
    assert decoded.replaced == 1
    assert decoded.text.endswith(UKRAINIAN[2][15:])


def test_a_replacement_character_of_the_text_itself_is_no_loss() -> None:
    assert decode("\ufeffзнак \ufffd у тексті".encode("utf-16-le")).replaced == 0


def test_evidence_may_come_late_in_a_long_file() -> None:
    text = "plain words\n" * 20_000 + UKRAINIAN[2]
    assert decode(text.encode("koi8-u")).text == text


@pytest.mark.timeout(20)
def test_a_long_line_with_little_in_it_is_no_trouble() -> None:
    text = UKRAINIAN[1] + "x" * 5_000_000
    assert decode(text.encode("cp1251")).text == text


OTHER_LANGUAGES = {
    "Η στάθμη του ποταμού ανέβηκε δύο μέτρα και οι κάτοικοι έφυγαν μέσα στη νύχτα.": ["iso8859-7", "cp1253", "cp737"],
    "Nehrin suyu iki metre yükseldi, köylüler geceleyin evlerini bırakıp şehir dışındaki okula sığındı.": ["cp1254"],
    "מפלס הנהר עלה בשני מטרים והתושבים עזבו את בתיהם באמצע הלילה, כך מסר דובר השירות.": ["cp1255", "iso8859-8"],
    "ارتفع منسوب النهر مترين وغادر السكان منازلهم أثناء الليل، حسبما قال المتحدث باسم الإنقاذ.": ["cp1256"],
    "ระดับน้ำในแม่น้ำสูงขึ้นสองเมตร และชาวบ้านต้องอพยพออกจากบ้านกลางดึก": ["cp874"],
    "Woda w rzece podniosła się o dwa metry, a mieszkańcy opuścili domy w środku nocy. Służby źle oceniły sytuację.": [
        "cp1250", "iso8859-2", "cp852",
    ],
    "Hladina řeky stoupla o dva metry a obyvatelé opustili domy uprostřed noci, řekl mluvčí záchranářů v Ožvíně.": [
        "cp1250", "iso8859-2",
    ],
    "Upės vanduo pakilo dviem metrais, o gyventojai paliko namus vidurnaktį, sakė gelbėtojų atstovė.": [
        "cp1257",
    ],
    "Der Fluss stieg um zwei Meter, die Bewohner verließen nachts ihre Häuser; viele schliefen in der Schule.": [
        "cp1252",
    ],
    "Нивото на реката се повиши с два метра и жителите напуснаха къщите си посред нощ, съобщи говорителят.": [
        "cp1251", "iso8859-5", "cp866",
    ],
    "Узровень ракі падняўся на два метры, і жыхары пакінулі дамы пасярод ночы, сказаў прадстаўнік службы.": ["cp1251"],
    "川の水位が二メートル上がり、住民は夜中に家を離れたと、救助隊の広報担当者が述べた。": [
        "cp932", "euc_jp", "iso2022_jp",
    ],
    "강의 수위가 2미터 올라가 주민들이 한밤중에 집을 떠났다고 구조대 대변인이 말했다.": ["cp949", "iso2022_kr"],
    "河水上涨了两米，居民们半夜离开了家，救援队发言人说。": ["gb18030", "hz"],
    "河水上漲了兩米，居民們半夜離開了家，救援隊發言人說。": ["big5"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "encoding"), [(text, encoding) for text, encodings in OTHER_LANGUAGES.items() for encoding in encodings]
)
def test_a_sentence_in_another_language_is_read(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize("text", OTHER_LANGUAGES)
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le"])
def test_wide_texts_need_no_mark_in_any_script(text: str, encoding: str) -> None:
    written = f"{text}\n{text}\n"
    assert decode(written.encode(encoding)).text == written


def test_what_is_in_no_known_encoding_is_left_to_the_library_with_a_doubt() -> None:
    text = "Η στάθμη του ποταμού ανέβηκε δύο μέτρα και οι κάτοικοι εγκατέλειψαν τα σπίτια τους μέσα στη νύχτα. " * 3
    assert decode(text.encode("cp869")).doubtful


TRUE_NAMES = {
    "KOI8-R": "koi8-r",
    "windows-1251-russian": "cp1251",
    "iso-8859-5-russian": "iso8859-5",
    "utf-8-sig": "utf-8-sig",
    "UTF-16": "utf-16",
    "UTF-16LE": "utf-16-le",
    "UTF-16BE": "utf-16-be",
}


def test_every_real_file_is_read_in_its_true_encoding(cases: Path) -> None:
    files = [path for path in (cases / "encodings").rglob("*") if path.is_file() and path.name != "README.md"]
    wrong = []
    for path in files:
        encoding = TRUE_NAMES.get(path.parent.name) or path.name.split(".")[1].replace("utf_8_sig", "utf-8-sig")
        raw = path.read_bytes()
        if decode(raw).text != raw.decode(encoding).removeprefix("\ufeff"):
            wrong.append(path.name)
    assert len(files) > 50
    assert wrong == []
