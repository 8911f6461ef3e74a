# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import subprocess
import sys

from archivist.language.shingles import shingled


def test_words_are_compared_without_their_spelling() -> None:
    assert shingled("М’яч у Kиєві, «Ёлка»!").identity == shingled("мʼяч у Києві елка").identity
    assert shingled("Бюджет 10 000 грн, 2,5 млн").identity == shingled("Бюджет 10\u00a0000 грн — 2.5 млн").identity
    assert shingled("кіт пес").identity != shingled("пес кіт").identity


def test_figures_and_days_are_found() -> None:
    text = shingled("5 березня, 19-20 октября, March 3rd, on 7 May, 08.01.2022: 18 загиблих, 2,5 тис., троє і COVID-19")
    assert text.days == {"5.3", "19-20.10", "3rd.3", "7.5", "8.1"}
    assert {"18", "2.5", "3", "covid-19"} <= text.figures


def test_an_address_counts_only_where_there_is_little_else() -> None:
    story = "Довга новина про те, що сталося вчора ввечері на площі"
    assert shingled(f"{story} https://a.example/1").identity == shingled(f"{story} https://b.example/2").identity
    assert shingled("Читати https://a.example/1").identity != shingled("Читати https://b.example/2").identity


def test_lines_of_links_do_not_count_but_links_in_a_sentence_do() -> None:
    story = "Дощ у місті"
    links = "👉 [Канал. Підписатися](https://t.example/a) · https://t.example/b @channel"
    assert shingled(f"{story} триває\n{links}").identity == shingled(f"{story} триває").identity
    film = "[Фільм {}](https://t.example/{})"
    lists = ["\n".join(["Нове в добірці", *(film.format(n, n) for n in numbers)]) for numbers in ("123", "456")]
    assert shingled(lists[0]).identity != shingled(lists[1]).identity
    assert shingled(f"{story} [триває](https://t.example/c) досі").identity == shingled(f"{story} триває досі").identity


def test_a_note_in_place_of_a_text_is_nothing() -> None:
    assert shingled("[Scan without text, 12 pages]").words == 0
    assert shingled("[1] Перша виноска\n\n[2]").words > 0
    assert shingled("[Оновлено] Вода спадає [фото]").words > 0


def test_a_text_without_words_is_nothing() -> None:
    text = shingled(" … —\n")
    assert (text.words, len(text.shingles), text.sketch()) == (0, 0, [])


def test_hashes_are_the_same_in_every_process() -> None:
    made = "text = shingled('одне два три чотири')"
    code = f"from archivist.language.shingles import shingled; {made}; print(text.identity, text.sketch())"
    text = shingled("одне два три чотири")
    for seed in ("1", "2"):
        printed = subprocess.run(
            [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
            capture_output=True, text=True, check=True,
        ).stdout  # fmt: skip
        assert printed.strip() == f"{text.identity} {text.sketch()}"
