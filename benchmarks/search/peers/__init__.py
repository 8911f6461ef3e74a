# SPDX-License-Identifier: GPL-3.0-or-later
"""The engines that are measured, each behind the same few methods."""
