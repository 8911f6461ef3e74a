# SPDX-License-Identifier: GPL-3.0-or-later
"""Scripts that open what we write with readers that somebody else wrote, in an environment of their own.

Each takes the path of an export and prints, as JSON, `{"articles": n, "annotations": [[text, start,
end, covered, label], ...]}`: how many articles that reader sees, and of each annotation the name
that it gives the article, the place as the reader counts in code points, the words that the reader
itself takes from its text there, and its label.
"""
