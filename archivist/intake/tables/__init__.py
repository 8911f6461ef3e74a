# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables whose rows are articles: CSV and its kin, JSON and JSON lines.

columns.py and cells.py know what the columns and their cells mean; delimited.py and json_records.py
make rows of a file; guessing.py finds out which column is which, or takes it from a profile;
rows.py makes the articles.
"""
