# SPDX-License-Identifier: GPL-3.0-or-later
"""What the program sees in a text and offers: figures, dates, mentions of records. Never applied unasked."""
