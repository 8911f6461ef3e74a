// SPDX-License-Identifier: GPL-3.0-or-later
// Terms in the blocks of a dictionary; dictionary.py says what these hold.
#include "kernel.h"

enum { MANY = 255 };  // that one byte of a block can say; more stands apart

static int compare(const uint8_t *one, Py_ssize_t length, const uint8_t *other, Py_ssize_t other_length)
{
    int order = memcmp(one, other, least_of(length, other_length));
    return order ? order : (length > other_length) - (length < other_length);
}

PyObject *block_of(PyObject *module, PyObject *arguments)
{
    const char *heads, *term;
    Py_ssize_t heads_length, term_length;
    PyObject *ends_object, *found = NULL;
    if (!PyArg_ParseTuple(arguments, "y#Oy#", &heads, &heads_length, &ends_object, &term, &term_length))
        return NULL;
    Array ends = {0};
    if (open_array(ends_object, 4, 0, &ends))
        goto done;
    const uint32_t *at = ends.view.buf;
    Py_ssize_t low = 0, high = ends.size ? ends.size - 1 : 0;
    while (low < high) {
        Py_ssize_t middle = low + (high - low) / 2;
        if (at[middle] > at[middle + 1] || at[middle + 1] > heads_length) {
            PyErr_SetString(PyExc_ValueError, "the heads of a dictionary do not fit together");
            goto done;
        }
        if (compare((const uint8_t *)heads + at[middle], at[middle + 1] - at[middle], (const uint8_t *)term,
                    term_length) <= 0)
            low = middle + 1;
        else
            high = middle;
    }
    found = PyLong_FromSsize_t(low - 1);
done:
    release(&ends);
    return found;
}

// A block of terms as dictionary.py has it: its first term, which is not in it, and what it holds by term.
typedef struct {
    const uint8_t *head, *shared, *added, *postings, *positions, *rests, *end;
    Py_ssize_t head_length, number;
} Block;

static int open_block(const char *head, Py_ssize_t head_length, const char *content, Py_ssize_t length,
                      Py_ssize_t number, Block *block)
{
    const uint8_t *at = (const uint8_t *)content;
    if (number < 1 || number > length / 4) {
        PyErr_SetString(PyExc_ValueError, "a block of terms is cut short");
        return -1;
    }
    *block = (Block){
        .head = (const uint8_t *)head, .head_length = head_length, .number = number,
        .shared = at, .added = at + number, .postings = at + 2 * number, .positions = at + 3 * number,
        .rests = at + 4 * number, .end = at + length,
    };
    return 0;
}

// How many terms of a block are less than a term, which is not less than its head; and whether it is the next one.
static Py_ssize_t terms_before(const Block *block, const uint8_t *term, Py_ssize_t length, int *is_there)
{
    Py_ssize_t alike = 0;  // bytes that the last term, which is less, and this one begin with
    while (alike < block->head_length && alike < length && block->head[alike] == term[alike])
        alike++;
    *is_there = alike == block->head_length && alike == length;
    if (*is_there)
        return 0;
    const uint8_t *rest = block->rests;
    for (Py_ssize_t place = 1; place < block->number; place++) {
        Py_ssize_t size = block->added[place];
        // How much a term shares with the one before it tells of most where they stand.
        if (size > block->end - rest || block->shared[place] < alike)
            return place;
        if (block->shared[place] == alike) {
            Py_ssize_t more = 0;
            while (more < size && alike + more < length && rest[more] == term[alike + more])
                more++;
            *is_there = more == size && alike + more == length;
            if (*is_there || alike + more == length || (more < size && rest[more] > term[alike + more]))
                return place;
            alike += more;
        }
        rest += size;
    }
    return block->number;
}

// The first place where ordinals are not less than one.
static Py_ssize_t ordinals_before(const uint32_t *ordinals, Py_ssize_t number, Py_ssize_t ordinal)
{
    Py_ssize_t low = 0, high = number;
    while (low < high) {
        Py_ssize_t middle = low + (high - low) / 2;
        if (ordinals[middle] < ordinal)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

PyObject *locate(PyObject *module, PyObject *arguments)
{
    const char *term, *head, *content;
    Py_ssize_t term_length, head_length, length, number, ordinal;
    PyObject *many_at_object, *many_object, *found = NULL;
    Block block;
    Array many_at = {0}, many = {0};
    if (!PyArg_ParseTuple(arguments, "y#y#y#nnOO", &term, &term_length, &head, &head_length, &content, &length, &number,
                          &ordinal, &many_at_object, &many_object) ||
        open_block(head, head_length, content, length, number, &block))
        return NULL;
    if (open_array(many_at_object, 4, 0, &many_at) || open_array(many_object, 4, 0, &many))
        goto done;
    if (many.size < 2 * many_at.size) {
        PyErr_SetString(PyExc_ValueError, "the sizes of frequent terms are cut short");
        goto done;
    }
    int is_there;
    Py_ssize_t place = terms_before(&block, (const uint8_t *)term, term_length, &is_there);
    Py_ssize_t postings = 0, positions = 0, own_postings = 0, own_positions = 0;
    const uint32_t *ordinals = many_at.view.buf, *sizes = many.view.buf;
    Py_ssize_t next = -1;  // of the frequent terms, sought for only where there is one
    for (Py_ssize_t at = 0; at < place + is_there; at++) {
        own_postings = block.postings[at];
        own_positions = block.positions[at];
        if (own_positions == MANY) {  // it has no fewer positions than postings
            if (next < 0)
                next = ordinals_before(ordinals, many_at.size, ordinal + at);
            if (next == many_at.size || ordinals[next] != ordinal + at) {
                PyErr_SetString(PyExc_ValueError, "the sizes of a frequent term are missing");
                goto done;
            }
            own_postings = sizes[2 * next];
            own_positions = sizes[2 * next + 1];
            next++;
        }
        if (at < place) {
            postings += own_postings;
            positions += own_positions;
        }
    }
    found = Py_BuildValue("ninnnn", place, is_there, postings, positions, own_postings, own_positions);
done:
    release(&many_at);
    release(&many);
    return found;
}

PyObject *terms_of(PyObject *module, PyObject *arguments)
{
    const char *head, *content;
    Py_ssize_t head_length, length, number;
    Block block;
    if (!PyArg_ParseTuple(arguments, "y#y#n", &head, &head_length, &content, &length, &number) ||
        open_block(head, head_length, content, length, number, &block))
        return NULL;
    PyObject *found = PyList_New(number);
    if (!found)
        return NULL;
    const uint8_t *before = block.head, *rest = block.rests;
    Py_ssize_t before_length = head_length;
    for (Py_ssize_t place = 0; place < number; place++) {
        Py_ssize_t shared = place ? block.shared[place] : head_length, added = place ? block.added[place] : 0;
        PyObject *term = NULL;
        if (shared > before_length || added > block.end - rest)
            PyErr_SetString(PyExc_ValueError, "a block of terms is cut short");
        else
            term = PyBytes_FromStringAndSize(NULL, shared + added);
        if (!term) {
            Py_DECREF(found);
            return NULL;
        }
        uint8_t *own = (uint8_t *)PyBytes_AsString(term);
        memcpy(own, before, shared);
        memcpy(own + shared, rest, added);
        rest += added;
        before = own;
        before_length = shared + added;
        PyList_SetItem(found, place, term);
    }
    return found;
}
