# SPDX-License-Identifier: GPL-3.0-or-later
"""Segments of the index as flat arrays that are mapped and never decoded.

sections is the file, dictionary its sorted terms, postings what is read of a field; inverting makes
a segment out of texts and merging one out of several; codec lets Whoosh read them.
"""
