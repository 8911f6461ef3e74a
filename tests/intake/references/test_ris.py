# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from archivist.errors import NoTextFound
from archivist.intake.reader import ImportOptions
from archivist.intake.references.ris import read_ris
from archivist.intake.registry import reader_for
from archivist.model import ArticleDraft, Unread

ABSTRACT = "Гребля біля Ожвина не витримала; рятувальники вивозять людей із трьох сіл, а вода прибуває далі."
ITEM = f"""TY  - NEWS
TI  - Прорвало греблю
AU  - Коваль, Олена
AU  - Редакція
T2  - Вісник Ожвина
SE  - Події
DA  - 2022/01/08/
PY  - 2022
Y2  - 2022/01/09/10:00:00
UR  - https://visnyk.ua/1
LA  - uk
KW  - повінь
KW  - гребля
AB  - {ABSTRACT}
Далі абзац.
ID  - k1
ER  -
"""


def read(text: str, path: Path = Path("/nowhere/a.ris")) -> list[Any]:
    return read_ris(text.encode(), path, ImportOptions())


@pytest.mark.parametrize(
    "text",
    [ITEM, ITEM.replace("\n", "\r\n"), "\ufeff" + ITEM, ITEM.replace("  -", " -"), ITEM.replace("ER  -\n", "")],
)
def test_an_item_is_read(text: str) -> None:
    (draft,) = read(text)
    assert isinstance(draft, ArticleDraft)
    assert draft.body == f"Прорвало греблю\n\n{ABSTRACT}\nДалі абзац."
    assert (draft.byline, draft.outlet, draft.section) == ("Олена Коваль, Редакція", "Вісник Ожвина", "Події")
    assert (draft.published, draft.captured, draft.language) == ("2022-01-08", "2022-01-09", "uk")
    assert (draft.url, draft.part) == ("https://visnyk.ua/1", "k1")


def test_an_item_begins_where_the_one_before_has_no_end() -> None:
    pieces = read(ITEM.replace("ER  -\n", "") + ITEM.replace("k1", "k2") + "TY  - NEWS\nTI  - Без тексту\n")
    assert [piece.part for piece in pieces] == ["k1", "k2", "Без тексту (item 3)"]
    assert isinstance(pieces[2], Unread)


def test_a_file_beside_the_export_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Прорвало греблю\n\nУвесь текст.", encoding="utf-8")
    (draft,) = read(ITEM.replace("ID  -", "L1  - a.txt\nID  -"), tmp_path / "a.ris")
    assert draft.body == "Прорвало греблю\n\nУвесь текст."
    assert draft.outlet == "Вісник Ожвина"


def test_it_is_known_by_its_content() -> None:
    assert reader_for(ITEM.encode(), Path("a.txt")).name == "ris"
    assert reader_for(ITEM.encode("utf-16"), Path("a")).name == "ris"
    with pytest.raises(NoTextFound):
        read("слова")
