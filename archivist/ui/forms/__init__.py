# SPDX-License-Identifier: GPL-3.0-or-later
"""What panels and dialogs are built of: fields with their messages, and the grid that they stand on."""

from __future__ import annotations

from archivist.ui.forms.choice_field import ChoiceField, draw_chevron
from archivist.ui.forms.choice_popup import ChoicePopup, is_enter
from archivist.ui.forms.clear_button import add_clear_button
from archivist.ui.forms.date_field import DateField
from archivist.ui.forms.exact_text import exact_text
from archivist.ui.forms.flow_layout import FlowLayout
from archivist.ui.forms.labels import (
    CopyableLine,
    heading,
    keep_room,
    link_button,
    message_label,
    muted_label,
    set_message,
)
from archivist.ui.forms.layout import dialog_layout, form_layout, set_mistaken, size_columns
from archivist.ui.forms.long_text_field import LongTextField
from archivist.ui.forms.placing import placed
from archivist.ui.forms.restriction_field import RestrictionField
from archivist.ui.forms.rows_field import Part, RowsField
from archivist.ui.forms.tag_symbol import draw_key, draw_symbol, key_width, no_symbol, symbol_icon
from archivist.ui.forms.value_fields import LanguageField, OutletField

__all__ = [
    "ChoiceField",
    "ChoicePopup",
    "CopyableLine",
    "DateField",
    "FlowLayout",
    "LanguageField",
    "LongTextField",
    "OutletField",
    "Part",
    "RestrictionField",
    "RowsField",
    "add_clear_button",
    "dialog_layout",
    "draw_chevron",
    "draw_key",
    "draw_symbol",
    "exact_text",
    "form_layout",
    "heading",
    "is_enter",
    "keep_room",
    "key_width",
    "link_button",
    "message_label",
    "muted_label",
    "no_symbol",
    "placed",
    "set_message",
    "set_mistaken",
    "size_columns",
    "symbol_icon",
]
