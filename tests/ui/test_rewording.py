# SPDX-License-Identifier: GPL-3.0-or-later
"""What the rooms below the window say in English is said in the language of the interface."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from archivist import errors
from archivist.errors import ChangedSince, InvalidValue, QueryMistake
from archivist.exchange.format import Aspect
from archivist.exchange.formats import formats as exchange_formats
from archivist.exchange.outgoing import losses
from archivist.intake.registry import formats as intake_formats
from archivist.model import Article
from archivist.search import parser
from archivist.search.parser import parse
from archivist.store import Archive
from archivist.ui.errors import describe
from archivist.ui.format_wording import FormatWording
from archivist.ui.loss_wording import LossWording
from archivist.ui.mistake_wording import MistakeWording
from archivist.ui.rewording import Rewording
from archivist.ui.session import Session
from archivist.ui.step_wording import StepWording
from archivist.ui.value_wording import ValueWording

BELOW = Path(errors.__file__).parent
pytestmark = pytest.mark.usefixtures("ukrainian", "qapp")


def said_in(node: ast.expr) -> Iterator[str]:
    """The sentences that an expression may be, with a mark for each value in them."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from said_in(node.body)
        yield from said_in(node.orelse)
    elif isinstance(node, ast.JoinedStr):
        made = [""]
        for part in node.values:
            if isinstance(part, ast.Constant):
                pieces = [str(part.value)]
            else:
                value = part.value  # type: ignore[attr-defined]
                pieces = list(said_in(value)) if isinstance(value, ast.IfExp) else [_example(ast.unparse(value))]
            made = [text + piece for text in made for piece in pieces]
        yield from made


def _example(expression: str) -> str:
    """What an expression may stand for."""
    known = {
        "what": "“Ψ”",
        "_SPAN_FIELD": "span",
        "problem": "inside “span:” there may be words and “tag:”",
        "_NEEDS_LETTER": parser._NEEDS_LETTER,
    }
    if "kind" in expression:
        return "event"
    is_number = re.search(r"len\(|count|number", expression) or expression.isupper()
    return known.get(expression) or ("7" if is_number else "Ψ")


def calls(name: str) -> Iterator[ast.Call]:
    for path in sorted(BELOW.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and name in (getattr(node.func, "attr", ""), getattr(node.func, "id", "")):
                yield node


def untranslated(wording: Rewording, sentences: set[str]) -> list[str]:
    return sorted(said for said in sentences if re.search(r"[a-z]{2}", said) and wording.reworded(said) == said)


def test_every_step_of_the_history_has_its_words() -> None:
    names = {said for call in calls("action") if call.args for said in said_in(call.args[0])}
    assert len(names) > 40
    assert untranslated(StepWording(), names) == []


@pytest.mark.parametrize(
    ("name", "table", "words"),
    [
        ("Delete tag strike", "tags", "Видалення тегу strike"),
        ("Delete tag strike", "articles", "Видалення: tag strike"),
        ("Undo Delete tag strike", "articles", "Скасування: Видалення: tag strike"),
        ("Delete figure skating", "articles", "Видалення: figure skating"),
        ("Edit relation of words", "articles", "Зміна: relation of words"),
    ],
)
@pytest.mark.usefixtures("ukrainian")
def test_a_step_is_named_by_what_it_changed(name: str, table: str, words: str) -> None:
    assert StepWording().of_step(name, lambda asked: asked == table) == words


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Tag “троє” as killed", "Позначення «троє» тегом killed"),
        ("Tag 3 passages as killed", "Позначення тегом killed, уривків: 3"),
        ("Delete 12 articles", "Видалення статей: 12"),
        ("Import 690 files", "Імпорт файлів: 690"),
        ("Import bundle коло.zip", "Імпорт пакунка коло.zip"),
        ("Import Порт відкрито", "Імпорт: Порт відкрито"),
        ("Delete figure {name}", "Видалення запису (показник): {name}"),
        ("Delete Порт\nвідкрито", "Видалення: Порт\nвідкрито"),
        ("Undo Delete tag strike", "Скасування: Видалення тегу strike"),
        ("Link “МВС” to Міністерство", "Прив’язування «МВС» до Міністерство"),
        ("What nobody knows", "What nobody knows"),
    ],
)
def test_a_step_is_named_with_what_it_is_about(name: str, words: str) -> None:
    assert StepWording().reworded(name) == words


def test_the_menu_names_the_step_in_the_language_of_the_interface(
    archive: Archive, session: Session, add_article: Callable[..., Article]
) -> None:
    article = add_article("Загинуло троє.")
    archive.annotations.add_quote(article.id, "троє", archive.tags.named("killed").id)
    assert session.undo_name() == "Позначення «троє» тегом killed"


def test_every_mistake_of_a_query_has_its_words() -> None:
    sentences = {said for call in calls("_mistake") if len(call.args) > 1 for said in said_in(call.args[1])}
    assert len(sentences) > 10
    assert untranslated(MistakeWording(), sentences) == []


@pytest.mark.parametrize(
    "query",
    [
        "", "()", ")", "(порт", "“порт", "порт AND", "title:", "nosuch:a", "span:порт", "date:", "date:x..y", "kind:x",
        "kind:*", "*", "\"порт *\"", "=порт~", "порт*~", "порт~9", "\"порт море\"~", "\"порт море\"~99999", "outlet:",
        "tag:a*", "title:(kind:event)", "span:(title:a)", "(" * 200 + "а" + ")" * 200,
    ],
)  # fmt: skip
def test_what_a_query_stumbles_over_is_said_in_ukrainian(query: str) -> None:
    try:
        parse(query)
    except QueryMistake as mistake:
        words = MistakeWording().reworded(mistake.problem)
        assert re.search(r"[а-яіїє]{3}", words), words


def test_whatever_an_export_leaves_behind_has_its_words() -> None:
    reasons = {losses._NO_PLACE, losses._WHY_END_LOST, losses._WHY_FILTERED, losses._WHY_RESTRICTED}
    assert untranslated(LossWording(), {*map(str, Aspect), *losses._WHY.values(), *reasons}) == []
    named = {said for call in calls("Loss") if call.args for said in said_in(call.args[0])}
    assert untranslated(LossWording(), named) == []


def test_every_format_has_a_name(qapp: QApplication) -> None:
    titles = {each.title for each in (*exchange_formats(), *intake_formats())}
    assert titles == set(FormatWording.TEMPLATES)
    assert FormatWording().reworded("Saved web page") == "Збережена вебсторінка"


def test_every_value_that_cannot_be_is_named() -> None:
    whose = {said for call in calls("InvalidValue") for said in said_in(call.args[0])}
    assert untranslated(ValueWording(), whose - {"has"}) == []  # which is a word of queries


def test_errors_tell_details_in_the_language_of_the_interface(qapp: QApplication) -> None:
    sentence, remedy = describe(InvalidValue("name of a tag", "\n", "one line of text"))
    assert "назва тегу" in sentence
    assert "один рядок тексту" in remedy
    assert "Видалення статей: 2" in describe(ChangedSince("Delete 2 articles"))[0]
