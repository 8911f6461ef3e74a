# SPDX-License-Identifier: GPL-3.0-or-later
"""Pages of a PDF as they look, drawn in a process of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from archivist.intake.pdf.showing import DrawnPage, page_in, show_pages, sizes_in
from tests.intake.pdfs import HEIGHT, WIDTH, column, pdf, scan

Start = Callable[[bytes], Connection]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts the process on a file; the other end of its pipe."""
    spawn, started = get_context("spawn"), []

    def start_(raw: bytes) -> Connection:
        path = tmp_path / "original"
        path.write_bytes(raw)
        here, there = spawn.Pipe()
        process = spawn.Process(target=show_pages, args=(path, there), daemon=True)
        process.start()
        there.close()
        started.append((process, here))
        return here

    yield start_
    for process, here in started:
        here.close()
        process.join(20)
        assert process.exitcode == 0


def ask(pipe: Connection, number: int, width: int) -> DrawnPage | None:
    pipe.send((number, width))
    return page_in(pipe.recv_bytes())


def dot(page: DrawnPage, x: int, y: int) -> tuple[int, ...]:
    at = (y * page.width + x) * 4
    return tuple(page.dots[at : at + 3])


def test_pages_are_drawn_as_wide_as_they_are_wanted(start: Start) -> None:
    pipe = start(pdf(column(50, 700, "Гребля", size=40.0), []))
    assert sizes_in(pipe.recv_bytes()) == [(WIDTH, HEIGHT)] * 2
    first, second = ask(pipe, 1, 300), ask(pipe, 2, 150)
    assert first is not None
    assert second is not None
    assert (first.number, first.width, first.height) == (1, 300, 400)
    assert (second.number, second.width, second.height) == (2, 150, 200)
    assert set(second.dots[:4000]) == {255}
    assert min(first.dots) < 100  # there are letters


def test_colours_stand_where_they_are_expected(start: Start) -> None:
    pipe = start(scan(2, 1, bytes([0, 255])))
    sizes_in(pipe.recv_bytes())
    page = ask(pipe, 1, 100)
    assert page is not None
    assert (dot(page, 10, 50), dot(page, 90, 50)) == ((0, 0, 0), (255, 255, 255))


def test_a_huge_page_is_drawn_smaller(start: Start) -> None:
    pipe = start(pdf([]))
    pipe.recv_bytes()
    page = ask(pipe, 1, 100_000)
    assert page is not None
    assert page.width * page.height <= 20_100_000


def test_a_page_that_is_not_there_has_no_dots_and_the_others_are_drawn(start: Start) -> None:
    pipe = start(pdf([]))
    pipe.recv_bytes()
    assert ask(pipe, 7, 100) == DrawnPage(7, 0, 0, b"")
    page = ask(pipe, 1, 100)
    assert page is not None
    assert page.width == 100


@pytest.mark.parametrize("raw", [b"", b"%PDF-1.4\nno more", pdf([], password="secret")], ids=["empty", "cut", "locked"])  # noqa: S106 - of the test's own file
def test_what_cannot_be_shown_has_no_pages(start: Start, raw: bytes) -> None:
    assert sizes_in(start(raw).recv_bytes()) == []


def test_a_message_that_is_not_understood_is_nothing() -> None:
    assert page_in(b"") is None
    assert page_in(b"\1\0\0\0\2\0\0\0\2\0\0\0" + b"x" * 15) is None
    assert sizes_in(b"abc") == []
    assert sizes_in(b"\0\0\xc0\x7f" + b"\0\0\x80\xff") == [(1.0, 1.0)]
