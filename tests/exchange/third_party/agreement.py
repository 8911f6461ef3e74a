# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints random studies, and what scikit-learn, statsmodels and krippendorff say of the agreement in them."""

import json
import random

import krippendorff
import numpy as np
from sklearn.metrics import cohen_kappa_score
from statsmodels.stats.inter_rater import aggregate_raters, fleiss_kappa

chance = random.Random(2026)
studies = []
for _ in range(150):
    labels = list(range(chance.randint(2, 5)))
    raters = chance.randint(2, 5)
    copying = chance.random()  # how much the raters agree
    items = []
    for _ in range(chance.randint(8, 60)):
        first = chance.choice(labels)
        items.append(
            [first, *(first if chance.random() < copying else chance.choice(labels) for _ in range(raters - 1))]
        )
    items += [[label] * raters for label in labels[:2]]  # so that there is a choice
    with_holes = [[None if chance.random() < 0.15 else label for label in item] for item in items]
    matrix = np.array([[np.nan if label is None else label for label in item] for item in with_holes], float)
    studies.append(
        {
            "items": items,
            "with_holes": with_holes,
            "cohen": cohen_kappa_score([item[0] for item in items], [item[1] for item in items]),
            "fleiss": fleiss_kappa(aggregate_raters(np.array(items))[0]),
            "alpha": krippendorff.alpha(matrix.T, level_of_measurement="nominal"),
        }
    )
print(json.dumps(studies))
