# SPDX-License-Identifier: GPL-3.0-or-later
"""Pages written for the tests."""

from __future__ import annotations

PARAGRAPHS = (
    "У ніч на 8 січня біля Ожвина прорвало греблю, повідомила обласна рада. Вода зайшла у три села.",
    "Рятувальники вивезли понад сто людей, серед них тридцять п'ять дітей. Робота триває, сказав речник служби.",
    "Міністерка Ганна Ґудзь оголосила надзвичайний стан і попросила допомоги в сусідніх громадах.",
)


def page(
    *,
    head: str = "<title>Прорвало греблю біля Ожвина | Вісник</title>",
    above: str = "",
    extra: str = "",
    attributes: str = ' lang="uk"',
    headline: str = "Прорвало греблю біля Ожвина",
) -> str:
    """A news page: head holds further elements of its head, above and extra stand before and after its paragraphs."""
    paragraphs = "\n".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return f"""<!DOCTYPE html>
<html{attributes}><head><meta charset="utf-8">{head}</head><body>
<nav><ul><li><a href="/">Головна</a></li><li><a href="/news">Новини</a></li></ul></nav>
<article><h1>{headline}</h1>{above}
{paragraphs}
{extra}</article>
<aside><h3>Читайте також</h3><a href="/2">Погода на завтра</a></aside>
<footer>© Вісник</footer></body></html>"""
