# SPDX-License-Identifier: GPL-3.0-or-later
"""What the window asks of the archive and its index, answered in a process of its own.

Beside the GUI thread even a quick answer makes the window stutter: both hand the interpreter's lock
to and fro. So questions are functions of a module, their arguments and answers plain values, and
nothing here knows Qt, as the process that answers must start quickly.
"""
