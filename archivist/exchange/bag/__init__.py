# SPDX-License-Identifier: GPL-3.0-or-later
"""BagIt (RFC 8493): reading, checking and writing bags, whatever is in them.

A bag is never unpacked and nothing that it points at is ever fetched. The `bagit` package is not
used, because it knows no zip files, follows links and lets malformed declarations pass.
"""

from archivist.exchange.bag.check import Bag, check_bag
from archivist.exchange.bag.source import BagSource, looks_like_bag, open_bag
from archivist.exchange.bag.write import BagWriter, new_bag

__all__ = ["Bag", "BagSource", "BagWriter", "check_bag", "looks_like_bag", "new_bag", "open_bag"]
