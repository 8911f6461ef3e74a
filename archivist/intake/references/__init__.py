# SPDX-License-Identifier: GPL-3.0-or-later
"""What reference managers export: items, with the files attached to them where these lie beside.

reference.py says what an item is and makes articles of it; each of the others reads one format.
"""
