# SPDX-License-Identifier: GPL-3.0-or-later
"""How a reading copy looks: on a screen, light or dark, and on paper.

A kind shows in the line under the words, not by colour alone: events are solid, actors double,
figures dashed, dates dotted. Annotations that overlap have their lines one below the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from archivist.model import Kind, Tag

LANES = 8  # lines under each other; what overlaps with more shares the last
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_STEP = 5  # CSS pixels from line to line
_LINES = {Kind.EVENT: "2px solid", Kind.ACTOR: "4px double", Kind.FIGURE: "2px dashed", Kind.DATE: "3px dotted"}
KIND_LINES = {Kind.EVENT: "solid", Kind.ACTOR: "double", Kind.FIGURE: "dashed", Kind.DATE: "dotted"}

PAGE = """
:root{color-scheme:light dark;--paper:#fff;--ink:#1b1b1b;--soft:#595959;--rule:#d4d4d4;--shade:#f4f4f2}
@media (prefers-color-scheme:dark){:root{--paper:#181a1b;--ink:#e6e4e0;--soft:#a8a6a0;--rule:#3c3f41;--shade:#222526}}
*{box-sizing:border-box}
body{margin:0 auto;padding:2rem 1.25rem 4rem;max-width:46rem;background:var(--paper);color:var(--ink);
font:1.0625rem/1.6 Georgia,"Noto Serif","Liberation Serif",serif;overflow-wrap:anywhere}
h1{font-size:1.7rem;line-height:1.25;margin:0 0 1rem}
h2{font-size:1.15rem;margin:2.5rem 0 .75rem;padding-top:1rem;border-top:1px solid var(--rule)}
a{color:inherit}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1rem;margin:0;font-size:.875rem}
dt{color:var(--soft)}
dd{margin:0}
.warning{border:2px solid;padding:.5rem .75rem;font-weight:bold}
.legend{margin:1.5rem 0 0;padding:0;list-style:none;display:flex;flex-wrap:wrap;gap:.4rem 1.25rem;font-size:.8125rem;
color:var(--soft)}
.legend span{color:var(--ink);padding-bottom:1px}
.text{margin:1.5rem 0 0}
.text p{margin:0 0 .35em;white-space:pre-wrap;unicode-bidi:plaintext;tab-size:4}
.end{font:600 .6875rem/1 system-ui,"Noto Sans","Liberation Sans",sans-serif;color:var(--soft);text-decoration:none;
white-space:nowrap;vertical-align:super;user-select:none;-webkit-user-select:none}
.end::after{content:attr(data-label);unicode-bidi:isolate;padding:0 .25em 0 .15em}
.end:hover,.end:focus,.start:hover{color:var(--ink);text-decoration:underline}
:target{background:var(--shade);outline:2px solid var(--rule);outline-offset:2px}
.marks{margin:0;padding:0;list-style:none;font-size:.9375rem;line-height:1.45}
.marks>li{display:grid;grid-template-columns:2.5rem 1fr;padding:.6rem 0;border-bottom:1px solid var(--rule)}
.start{color:var(--soft);text-decoration:none;font:600 .8125rem/1.6 system-ui,"Noto Sans","Liberation Sans",sans-serif}
.marks .kind,.marks .by{color:var(--soft);font-size:.8125rem}
.marks p{margin:.15rem 0}
.marks .note,.marks dd{white-space:pre-wrap}
.marks .claim{font-weight:bold}
.marks dl{margin:.15rem 0}
.citation{font-size:.875rem}
table{border-collapse:collapse;width:100%;font-size:.9375rem}
th,td{text-align:start;vertical-align:top;padding:.4rem .75rem .4rem 0;border-bottom:1px solid var(--rule)}
th{white-space:nowrap}
td:last-child,th:last-child{text-align:end;padding-right:0}
@media print{@page{margin:20mm 18mm}:root{--paper:#fff;--ink:#000;--soft:#444;--rule:#bbb;--shade:#fff}
body{max-width:none;padding:0;font-size:10.5pt}h1{font-size:17pt}h1,h2{break-after:avoid}
.marks>li,.text p,tr{break-inside:avoid}.text p{orphans:3;widows:3}a{text-decoration:none}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
"""


def style_of(tags: Iterable[Tag], lanes: int) -> str:
    """The style of a page whose annotations have these tags and need so many lines under each other."""
    rules = [PAGE.strip()]
    rules += [f".{kind}{{border-bottom:{line}}}" for kind, line in _LINES.items()]
    rules += [f".l{lane}{{padding-bottom:{1 + lane * _STEP}px}}" for lane in range(min(lanes, LANES))]
    rules += [f".w{lane}{{line-height:calc(1.6em + {lane * _STEP}px)}}" for lane in range(1, min(lanes, LANES))]
    for tag in tags:
        if _COLOUR.fullmatch(tag.colour):
            rules.append(f".{tag_class(tag)}{{border-color:{tag.colour}}}")
    return "\n".join(rules)


def tag_class(tag: Tag) -> str:
    """The class of what bears a tag."""
    return f"t{tag.id}"
