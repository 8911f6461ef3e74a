# SPDX-License-Identifier: GPL-3.0-or-later
"""How far annotators agree, where they differ, and settling that."""

from __future__ import annotations

from archivist.ui.agreement.dialog import AgreementDialog

__all__ = ["AgreementDialog"]
