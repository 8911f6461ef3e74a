# SPDX-License-Identifier: GPL-3.0-or-later
"""PDF documents, from their text layer or by recognition."""
