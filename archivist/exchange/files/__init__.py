# SPDX-License-Identifier: GPL-3.0-or-later
"""The shapes of files that formats share: folders and zip files, JSON and XML from outside, new files."""
