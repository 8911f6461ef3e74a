# SPDX-License-Identifier: GPL-3.0-or-later
"""Every text of the desktop is translated, and the tool behind `make translations` loses nothing."""

from __future__ import annotations

import importlib.util
import re
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
_SCRIPT = ROOT / "packaging" / "translations.py"


def _loaded() -> ModuleType:
    spec = importlib.util.spec_from_file_location("translations", _SCRIPT)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # where dataclasses look for it
    spec.loader.exec_module(module)
    return module


translations = _loaded()
Text, Message = translations.Text, translations.Message
LANGUAGES = list(translations.FORMS)


def messages(language: str) -> list[Any]:
    return list(translations.read(translations.FOLDER / f"archivist_{language}.ts"))


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_every_text_of_the_sources_is_translated_and_nothing_else(language: str) -> None:
    wanted = set(translations.texts_in_sources())
    found = messages(language)
    assert {message.text for message in found if message.finished} == wanted
    assert [message for message in found if not message.finished] == []
    assert [text for text, count in Counter(message.text for message in found).items() if count > 1] == []


def test_the_file_is_as_the_tool_writes_it(language: str) -> None:
    path = translations.FOLDER / f"archivist_{language}.ts"
    merged = translations.merged(translations.texts_in_sources(), translations.read(path), translations.FORMS[language])
    assert translations.written(merged, language) == path.read_text("utf-8")


def test_a_text_with_a_number_has_all_its_forms_and_others_have_one(language: str) -> None:
    for message in messages(language):
        assert len(message.forms) == (translations.FORMS[language] if message.text.plural else 1), message


def test_whatever_is_put_into_a_text_is_in_its_translation(language: str) -> None:
    held = re.compile(r"\{\w*\}|%L?n|\\t|\t")
    for message in messages(language):
        for form in message.forms:
            assert Counter(held.findall(form)) == Counter(held.findall(message.text.source)), message


def test_a_text_with_a_mnemonic_keeps_one(language: str) -> None:
    mnemonic = re.compile(r"&(?!&)\w")
    for message in messages(language):
        for form in message.forms:
            assert len(mnemonic.findall(form)) == len(mnemonic.findall(message.text.source)), message


def test_what_a_text_begins_and_ends_with_is_kept(language: str) -> None:
    """An ellipsis says that a dialog follows, a colon that a value does; spaces join two texts."""
    for message in messages(language):
        source = message.text.source
        for form in message.forms:
            for end in ("…", ":", " "):
                assert form.endswith(end) == source.endswith(end), message
            assert form.startswith(" ") == source.startswith(" "), message


def test_ukrainian_is_written_with_its_own_letters_and_signs() -> None:
    for message in messages("uk"):
        for form in message.forms:
            assert not re.search(r"[ыэъёЫЭЪЁ]", form), message
            assert "'" not in form, message
            assert not re.search(r"[а-яіїєґ][’]?[a-z]|[a-z][а-яіїєґ]", form), message  # letters that only look alike
            assert "“" not in form or "фраз" in form, message  # « » but in the query language


# The tool


def write(folder: Path, text: str) -> Path:
    module = folder / "ui" / "panel.py"
    module.parent.mkdir(parents=True, exist_ok=True)
    module.write_text(text, encoding="utf-8")
    return module


def test_texts_are_found_under_their_class_with_comment_and_number(tmp_path: Path) -> None:
    module = write(
        tmp_path,
        'class Outer:\n    class Inner:\n        def f(self):\n            return self.tr("a" "b")\n'
        '    def g(self, n):\n        return [self.tr("%n x", "of x", n), self.tr("c", "why")]\n',
    )
    assert translations.texts_of(module) == [
        Text("Inner", "ab"),
        Text("Outer", "%n x", "of x", plural=True),
        Text("Outer", "c", "why"),
    ]


def test_templates_of_sentences_are_texts_of_their_class(tmp_path: Path) -> None:
    module = write(tmp_path, 'class A:\n    TEMPLATES = ("x {name}", "y")\n')
    assert translations.texts_of(module) == [Text("A", "x {name}"), Text("A", "y")]


def test_a_text_that_is_put_together_is_refused(tmp_path: Path) -> None:
    module = write(tmp_path, 'class A:\n    def f(self, x):\n        return self.tr(f"{x} of it")\n')
    with pytest.raises(ValueError, match="malformed"):
        translations.texts_of(module)


def test_a_text_in_two_files_is_listed_once(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / "archivist" / "ui").mkdir(parents=True, exist_ok=True)
        module = tmp_path / "archivist" / "ui" / f"{name}.py"
        module.write_text('class A:\n    def f(self):\n        return self.tr("x")\n', encoding="utf-8")
    found = translations.texts_in_sources(tmp_path / "archivist" / "ui")
    assert found == {Text("A", "x"): ("../../archivist/ui/one.py", "../../archivist/ui/two.py")}


def test_what_was_translated_is_kept_and_what_is_new_is_unfinished() -> None:
    known = [Message(Text("A", "Open"), ("Відкрити",))]
    texts = {Text("A", "Open"): ("f.py",), Text("A", "%n new", plural=True): ("f.py",)}
    assert translations.merged(texts, known, 3) == [
        Message(Text("A", "Open"), ("Відкрити",), "", ("f.py",)),
        Message(Text("A", "%n new", plural=True), ("", "", ""), "unfinished", ("f.py",)),
    ]


def test_a_text_that_moves_takes_its_translation_along_for_somebody_to_look_at() -> None:
    found = translations.merged({Text("B", "Open"): ()}, [Message(Text("A", "Open"), ("Відкрити",))], 3)
    assert found == [
        Message(Text("B", "Open"), ("Відкрити",), "unfinished"),
        Message(Text("A", "Open"), ("Відкрити",), "vanished"),
    ]


def test_a_text_that_comes_back_is_unfinished_with_its_translation() -> None:
    found = translations.merged({Text("A", "Open"): ()}, [Message(Text("A", "Open"), ("Відкрити",), "vanished")], 3)
    assert found == [Message(Text("A", "Open"), ("Відкрити",), "unfinished")]


def test_what_is_written_is_read_as_it_was(tmp_path: Path) -> None:
    written = [
        Message(Text("A", "<b> & “c”\tX", "why"), ("<б> & «ц»\tX",)),
        Message(Text("A", "%n x", plural=True), ("один", "два", "п’ять"), "unfinished"),
    ]
    path = tmp_path / "x.ts"
    path.write_text(translations.written(written, "uk"), encoding="utf-8")
    assert list(translations.read(path)) == written
