// SPDX-License-Identifier: GPL-3.0-or-later
// Documents that may be found, and the rooms in which they are reckoned with.
#include "kernel.h"

uint8_t state[MOST_DOCUMENTS];
double sums[MOST_DOCUMENTS];
uint16_t place_of[MOST_DOCUMENTS];
uint16_t candidates[MOST_DOCUMENTS + 1];

static void clear_rooms(void)
{
    memset(state, ABSENT, sizeof state);
    memset(sums, 0, sizeof sums);
}

Py_ssize_t gather(const Array *documents, const Reader *reader, const uint8_t *among, Py_ssize_t size,
                         Py_ssize_t number)
{
    const uint16_t *known = documents->view.buf;
    const Reader own = reader ? *reader : (Reader){0};
    for (Py_ssize_t at = 0, end = documents->size; at < end; at++) {
        uint16_t document = known[at];
        if (document >= size) {
            clear_rooms();
            wrong_document();
            return -1;
        }
        if (among && !among[document])
            continue;
        candidates[number] = document;
        number += state[document] == ABSENT;
        state[document] = CANDIDATE;
        if (reader)
            sums[document] += worth_at(&own, at, document);
    }
    return number;
}

void mark_again(const Array *documents, const Reader *reader, Py_ssize_t number)
{
    const uint16_t *known = documents->view.buf;
    const Reader own = reader ? *reader : (Reader){0};
    Py_ssize_t end = documents->size;
    if (number * FEW < end) {
        Py_ssize_t at = 0;
        for (Py_ssize_t place = 0; place < number; place++) {
            uint16_t document = candidates[place];
            at = lower_bound(known, place && candidates[place - 1] < document ? at : 0, end, document);
            if (at < end && known[at] == document) {
                state[document] = AGAIN;
                if (reader)
                    sums[document] += worth_at(&own, at, document);
            }
        }
        return;
    }
    for (Py_ssize_t at = 0; at < end; at++) {
        uint16_t document = known[at];
        if (state[document] != ABSENT) {
            state[document] = AGAIN;
            if (reader)
                sums[document] += worth_at(&own, at, document);
        }
    }
}

Py_ssize_t keep_marked(Py_ssize_t number)
{
    Py_ssize_t kept = 0;
    for (Py_ssize_t place = 0; place < number; place++) {
        uint16_t document = candidates[place];
        if (state[document] == AGAIN) {
            state[document] = CANDIDATE;
            candidates[kept++] = document;
        } else {
            state[document] = ABSENT;
            sums[document] = 0;
        }
    }
    return kept;
}

void put_in_order(Py_ssize_t number, Py_ssize_t size)
{
    int is_rising = 1;
    for (Py_ssize_t place = 1; place < number && is_rising; place++)
        is_rising = candidates[place - 1] < candidates[place];
    if (!is_rising)
        for (Py_ssize_t document = 0, place = 0; document < size; document++)
            if (state[document] != ABSENT)
                candidates[place++] = (uint16_t)document;
    for (Py_ssize_t place = 0; place < number; place++)
        place_of[candidates[place]] = (uint16_t)place;
}

void forget(Py_ssize_t number)
{
    for (Py_ssize_t place = 0; place < number; place++) {
        state[candidates[place]] = ABSENT;
        sums[candidates[place]] = 0;
    }
}
