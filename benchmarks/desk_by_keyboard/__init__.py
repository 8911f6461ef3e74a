# SPDX-License-Identifier: GPL-3.0-or-later
"""An article annotated in the real window by keyboard, held against what a person read in it before."""
