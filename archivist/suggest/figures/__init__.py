# SPDX-License-Identifier: GPL-3.0-or-later
"""Figures, that is reported quantities, in Ukrainian, Russian and English texts.

A figure is offered with the attributes of a claim:

- `value`, or `low` and `high` of a range. Of “several” of a magnitude or a measure there are two to nine
  (“кілька десятків”: 20 to 90; of people and things “several” is no number); a magnitude alone is its
  value (“сотні”: 100); both are `about`. A share is a fraction (“третина”: 0.3333).
- `approximation`: exact, about, at_least, more_than, almost or up_to. What is less than a number is up to it.
- `unit`: money as ISO 4217 (UAH, USD, EUR); “%”, and “п.п.” or “pp” for percentage points; measures by
  their symbol in the script of the text (км, м², т; km, t); times by their dictionary form (день, год,
  hour); people as осіб, человек or people; a share as частка, доля or share; “раз” and “times”. A number
  of things has none.
- `counted`: what is counted, in the plural of the nominative (“військові”); what happened to people where
  a verb beside the number says it (“загинуло 18 людей”: “загиблі”), before whom it happened to where both
  are said (“загиблі поліцейські”).
- `claimant`: whose number it is, in the words of the text; `as_of`: the day of which it is, as EDTF.

The span holds the approximation, the number, its unit and the noun that is counted. After a unit of
money, measure or percent it ends: “35 соток” of “35 соток землі”.
"""

from archivist.suggest.figures.finding import find_figures

__all__ = ["find_figures"]
