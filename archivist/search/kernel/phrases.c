// SPDX-License-Identifier: GPL-3.0-or-later
// Words that stand together.
#include "kernel.h"

typedef struct {
    Array documents, counts, positions;
} Occurrences;  // of one term

typedef struct {
    Occurrences *terms;
    Py_ssize_t number;    // of terms, any of which will do
    Py_ssize_t measure;   // in a row: its place in the row; in a window: how often it is asked for
    Py_ssize_t first;     // the number of its first term among those of all slots
    Py_ssize_t postings;
} Slot;

typedef struct {
    Slot *slots;
    Py_ssize_t number, terms;
} Slots;

// Where the positions of a term in one candidate are.
typedef struct {
    uint32_t start, count;
} Stretch;

static void release_slots(Slots *slots)
{
    for (Py_ssize_t at = 0; at < slots->number; at++) {
        Slot *slot = &slots->slots[at];
        for (Py_ssize_t each = 0; each < slot->number; each++) {
            release(&slot->terms[each].documents);
            release(&slot->terms[each].counts);
            release(&slot->terms[each].positions);
        }
        PyMem_Free(slot->terms);
    }
    PyMem_Free(slots->slots);
}

static int open_occurrences(PyObject *object, Occurrences *term)
{
    PyObject *documents, *counts, *positions;
    if (!PyArg_ParseTuple(object, "OOO", &documents, &counts, &positions))
        return -1;
    if (open_array(documents, 2, 0, &term->documents) || open_array(counts, 0, 0, &term->counts) ||
        open_array(positions, 0, 0, &term->positions))
        return -1;
    if (term->counts.size != term->documents.size ||
        (term->counts.view.itemsize != 1 && term->counts.view.itemsize != 4) ||
        (term->positions.view.itemsize != 2 && term->positions.view.itemsize != 4)) {
        PyErr_SetString(PyExc_ValueError, "the arrays of a term do not fit together");
        return -1;
    }
    return 0;
}

static int by_slot_postings(const void *one, const void *other)
{
    const Slot *first = one, *second = other;
    return (first->postings > second->postings) - (first->postings < second->postings);
}

// Open a tuple of (measure, terms), and put the rarest first; to be released even where this fails.
static int open_slots(PyObject *object, Slots *slots)
{
    Py_ssize_t number = PyTuple_Size(object);
    if (number < 0)
        return -1;
    slots->slots = PyMem_Calloc(number ? number : 1, sizeof(Slot));
    if (!slots->slots) {
        PyErr_NoMemory();
        return -1;
    }
    slots->number = number;
    for (Py_ssize_t at = 0; at < number; at++) {
        Slot *slot = &slots->slots[at];
        PyObject *terms;
        Py_ssize_t terms_number;
        if (!PyArg_ParseTuple(PyTuple_GetItem(object, at), "nO", &slot->measure, &terms) ||
            (terms_number = PyTuple_Size(terms)) < 0)
            return -1;
        slot->terms = PyMem_Calloc(terms_number ? terms_number : 1, sizeof(Occurrences));
        if (!slot->terms) {
            PyErr_NoMemory();
            return -1;
        }
        slot->number = terms_number;
        for (Py_ssize_t each = 0; each < terms_number; each++) {
            if (open_occurrences(PyTuple_GetItem(terms, each), &slot->terms[each]))
                return -1;
            slot->postings += slot->terms[each].documents.size;
        }
    }
    qsort(slots->slots, number, sizeof(Slot), by_slot_postings);
    for (Py_ssize_t at = 0; at < number; at++) {
        slots->slots[at].first = slots->terms;
        slots->terms += slots->slots[at].number;
    }
    return 0;
}

static inline Py_ssize_t count_at(const Array *counts, Py_ssize_t at)
{
    if (counts->view.itemsize == 1)
        return ((const uint8_t *)counts->view.buf)[at];
    return ((const uint32_t *)counts->view.buf)[at];
}

static Py_ssize_t sum_of(const Array *counts, Py_ssize_t at, Py_ssize_t end)
{
    Py_ssize_t sum = 0;
    if (counts->view.itemsize == 1) {
        const uint8_t *known = counts->view.buf;
        for (; at < end; at++)
            sum += known[at];
    } else {
        const uint32_t *known = counts->view.buf;
        for (; at < end; at++)
            sum += known[at];
    }
    return sum;
}

// Find where the positions of a term in each candidate are; every `step`-th stretch is of it. Returns 0, or -1 where
// it has fewer positions than its counts say.
static int find_stretches(const Occurrences *term, Py_ssize_t number, Stretch *stretches, Py_ssize_t step)
{
    const uint16_t *known = term->documents.view.buf;
    Py_ssize_t start = 0, end = term->documents.size, most = term->positions.size;
    if (number * FEW < end) {
        for (Py_ssize_t place = 0, at = 0, before = 0; place < number && at < end; place++, before = at) {
            at = lower_bound(known, at, end, candidates[place]);
            start += sum_of(&term->counts, before, at);
            if (at < end && known[at] == candidates[place]) {
                Py_ssize_t count = count_at(&term->counts, at);
                if (start + count > most)
                    goto too_few;
                stretches[place * step] = (Stretch){(uint32_t)start, (uint32_t)count};
            }
        }
        return 0;
    }
    for (Py_ssize_t at = 0; at < end; at++) {
        Py_ssize_t count = count_at(&term->counts, at);
        if (state[known[at]] != ABSENT) {
            if (start + count > most)
                goto too_few;
            stretches[place_of[known[at]] * step] = (Stretch){(uint32_t)start, (uint32_t)count};
        }
        start += count;
    }
    return 0;
too_few:
    return -1;
}

static inline int64_t position_at(const Array *positions, Py_ssize_t at)
{
    if (positions->view.itemsize == 2)
        return ((const uint16_t *)positions->view.buf)[at];
    return ((const uint32_t *)positions->view.buf)[at];
}

// Whether a slot stands at a position of a candidate, whose stretches are given.
static int stands_at(const Slot *slot, const Stretch *stretches, int64_t position)
{
    for (Py_ssize_t each = 0; each < slot->number; each++) {
        const Array *positions = &slot->terms[each].positions;
        Stretch stretch = stretches[slot->first + each];
        Py_ssize_t at = stretch.start, end = at + stretch.count, last = end;
        while (at < end) {
            Py_ssize_t middle = at + (end - at) / 2;
            if (position_at(positions, middle) < position)
                at = middle + 1;
            else
                end = middle;
        }
        if (at < last && position_at(positions, at) == position)
            return 1;
    }
    return 0;
}

static int stand_in_a_row(const Slots *slots, const Stretch *stretches)
{
    const Slot *rarest = &slots->slots[0];
    for (Py_ssize_t each = 0; each < rarest->number; each++) {
        Stretch stretch = stretches[rarest->first + each];
        for (Py_ssize_t at = stretch.start; at < (Py_ssize_t)stretch.start + stretch.count; at++) {
            int64_t beginning = position_at(&rarest->terms[each].positions, at) - rarest->measure;
            Py_ssize_t place = 1;
            while (place < slots->number &&
                   stands_at(&slots->slots[place], stretches, beginning + slots->slots[place].measure))
                place++;
            if (place == slots->number)
                return 1;
        }
    }
    return 0;
}

static int by_value(const void *one, const void *other)
{
    int64_t first = *(const int64_t *)one, second = *(const int64_t *)other;
    return (first > second) - (first < second);
}

// The positions of a slot in a candidate, rising, each once; returns their number.
static Py_ssize_t positions_of(const Slot *slot, const Stretch *stretches, int64_t *found)
{
    Py_ssize_t number = 0, kept = 0;
    for (Py_ssize_t each = 0; each < slot->number; each++) {
        Stretch stretch = stretches[slot->first + each];
        for (Py_ssize_t at = 0; at < stretch.count; at++)
            found[number++] = position_at(&slot->terms[each].positions, stretch.start + at);
    }
    if (slot->number > 1)
        qsort(found, number, sizeof(int64_t), by_value);
    for (Py_ssize_t at = 0; at < number; at++)
        if (!at || found[at] != found[at - 1])
            found[kept++] = found[at];
    return kept;
}

// Room for the positions of one candidate, and where those of each slot end.
typedef struct {
    int64_t *positions;
    Py_ssize_t *ends;
    Py_ssize_t most;
} Room;

// Make room for so many positions. Returns 0, or -1 where there is no memory.
static int make_room(Room *room, Py_ssize_t number, Py_ssize_t slots)
{
    if (!room->ends)
        room->ends = PyMem_Calloc(slots + 1, sizeof(Py_ssize_t));
    if (number > room->most || !room->positions) {
        PyMem_Free(room->positions);
        room->most = 2 * number + 64;
        room->positions = PyMem_Malloc(room->most * sizeof(int64_t));
    }
    return room->positions && room->ends ? 0 : -1;
}

// Whether all slots stand in so many positions that follow each other: 1, 0, or -1 where there is no memory.
static int stand_in_a_window(const Slots *slots, const Stretch *stretches, int64_t width, Room *room)
{
    Py_ssize_t total = 0;
    for (Py_ssize_t at = 0; at < slots->terms; at++)
        total += stretches[at].count;
    if (make_room(room, total, slots->number))
        return -1;
    int64_t *known = room->positions;
    Py_ssize_t *ends = room->ends;
    for (Py_ssize_t at = 0; at < slots->number; at++)
        ends[at + 1] = ends[at] + positions_of(&slots->slots[at], stretches, known + ends[at]);
    for (Py_ssize_t each = 0; each < ends[slots->number]; each++) {
        int64_t beginning = known[each];
        int found = 1;
        for (Py_ssize_t at = 0; at < slots->number && found; at++) {
            Py_ssize_t low = ends[at], high = ends[at + 1];
            while (low < high) {
                Py_ssize_t middle = low + (high - low) / 2;
                if (known[middle] < beginning)
                    low = middle + 1;
                else
                    high = middle;
            }
            Py_ssize_t last = low + slots->slots[at].measure - 1;
            found = last < ends[at + 1] && known[last] < beginning + width;
        }
        if (found)
            return 1;
    }
    return 0;
}

enum { FOUND, NO_MEMORY, TOO_FEW_POSITIONS };

// Write those candidates in which slots stand together; returns what happened.
static int stand_together(const Slots *slots, int64_t width, Py_ssize_t number, int64_t *documents, Py_ssize_t *kept)
{
    int what = FOUND;
    Room room = {0};
    Stretch *stretches = PyMem_Calloc(number && slots->terms ? number * slots->terms : 1, sizeof(Stretch));
    if (!stretches)
        return NO_MEMORY;
    for (Py_ssize_t at = 0; at < slots->number && what == FOUND; at++) {
        const Slot *slot = &slots->slots[at];
        for (Py_ssize_t each = 0; each < slot->number && what == FOUND; each++)
            if (find_stretches(&slot->terms[each], number, stretches + slot->first + each, slots->terms))
                what = TOO_FEW_POSITIONS;
    }
    for (Py_ssize_t place = 0; place < number && what == FOUND; place++) {
        const Stretch *own = stretches + place * slots->terms;
        int stand = width ? stand_in_a_window(slots, own, width, &room) : stand_in_a_row(slots, own);
        if (stand < 0)
            what = NO_MEMORY;
        else if (stand)
            documents[(*kept)++] = candidates[place];
    }
    PyMem_Free(stretches);
    PyMem_Free(room.positions);
    PyMem_Free(room.ends);
    return what;
}

// The documents of a segment of so many in which slots stand together: in a row where the width is 0.
static PyObject *together(PyObject *asked, int64_t width, Py_ssize_t size)
{
    PyObject *pair = NULL;
    Slots slots = {0};
    Py_ssize_t number = 0, kept = 0;
    if (open_slots(asked, &slots))
        goto done;
    for (Py_ssize_t at = 0; at < slots.number; at++) {
        const Slot *slot = &slots.slots[at];
        if (width && (slot->measure < 1 || slot->measure > INT32_MAX)) {
            forget(number);
            PyErr_SetString(PyExc_ValueError, "a word is asked for once or more");
            goto done;
        }
        for (Py_ssize_t each = 0; each < slot->number; each++) {
            if (at) {
                mark_again(&slot->terms[each].documents, NULL, number);
            } else if ((number = gather(&slot->terms[each].documents, NULL, NULL, size, number)) < 0) {
                goto done;
            }
        }
        if (at)
            number = keep_marked(number);
    }
    put_in_order(number, size);
    // Python's garbage collector does not look at bytes, so that nothing else runs while they are made.
    PyObject *found = PyBytes_FromStringAndSize(NULL, number * sizeof(int64_t));
    int what = NO_MEMORY;
    if (found)
        what = stand_together(&slots, width, number, (int64_t *)PyBytes_AsString(found), &kept);
    forget(number);
    if (what == FOUND)
        pair = Py_BuildValue("nO", kept, found);
    else if (what == TOO_FEW_POSITIONS)
        PyErr_SetString(PyExc_IndexError, "a term has fewer positions than its counts say");
    else if (!PyErr_Occurred())
        PyErr_NoMemory();
    Py_XDECREF(found);
done:
    release_slots(&slots);
    return pair;
}

PyObject *in_a_row(PyObject *module, PyObject *arguments)
{
    PyObject *slots;
    Py_ssize_t size;
    if (!PyArg_ParseTuple(arguments, "On", &slots, &size))
        return NULL;
    return together(slots, 0, least_of(size, MOST_DOCUMENTS));
}

PyObject *in_a_window(PyObject *module, PyObject *arguments)
{
    PyObject *slots;
    Py_ssize_t width, size;
    if (!PyArg_ParseTuple(arguments, "Onn", &slots, &width, &size))
        return NULL;
    if (width < 1 || width > INT32_MAX) {
        PyErr_SetString(PyExc_ValueError, "a window has a width");
        return NULL;
    }
    return together(slots, width, least_of(size, MOST_DOCUMENTS));
}
