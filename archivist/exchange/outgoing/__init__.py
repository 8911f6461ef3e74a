# SPDX-License-Identifier: GPL-3.0-or-later
"""What goes out in any format: what is chosen, where to, what is lost, and that it was written right."""
