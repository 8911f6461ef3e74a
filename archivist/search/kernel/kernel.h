// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the parts of the kernel share: arrays that are read from Python, terms, and the rooms to reckon in.
#pragma once

#define PY_SSIZE_T_CLEAN
#define Py_LIMITED_API 0x030B0000
#include <Python.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum {
    INTERFACE = 1,             // raised with every change of what goes in or out, here and in built.py
    MOST_DOCUMENTS = 1 << 16,  // in a segment
    COUNTS = 256,              // that a table of weights has, for each of as many lengths
    LENGTH_SHIFT = 8,          // how far lengths are shifted, so that a count fits beside them
    FEW = 16,                  // times fewer candidates than postings: then they are looked up one by one
};

static const double SATURATION = 1.2;  // BM25's K1, as in scoring.py

static inline Py_ssize_t least_of(Py_ssize_t one, Py_ssize_t other) { return one < other ? one : other; }

// arrays.c: buffers, and what is wrong with them

typedef struct {
    Py_buffer view;
    Py_ssize_t size;  // values
} Array;

// Open a buffer of values of so many bytes each; 0 is any. Returns 0, or -1 with an error.
int open_array(PyObject *object, Py_ssize_t each, int flags, Array *array);
// Open a mask of so many documents, or none. Returns 0, or -1 with an error.
int open_mask(PyObject *object, Py_ssize_t size, Array *mask);
// What is not open stays so.
void release(Array *array);
PyObject *wrong_document(void);

// terms.c: the terms of a question

// A term as types.py has it: its postings, and what makes a worth out of a count.
typedef struct {
    Array documents, counts, lengths, table, norms;
    double factor;
} Term;

typedef struct {
    Term *terms;
    Py_ssize_t number;
    Py_ssize_t postings;  // of all of them
} Group;

// The pointers of a term, beside the loop: what a loop writes could otherwise be they, for all that C knows.
typedef struct {
    const uint16_t *documents, *lengths;
    const uint8_t *counts;
    const uint32_t *many_counts;  // or NULL: then they are the counts
    const double *table, *norms;
    double factor;
} Reader;

static inline Reader reader_of(const Term *term)
{
    int is_small = term->counts.view.itemsize == 1;
    return (Reader){
        .documents = term->documents.view.buf,
        .lengths = term->lengths.view.buf,
        .counts = term->counts.view.buf,
        .many_counts = is_small ? NULL : term->counts.view.buf,
        .table = term->table.view.buf,
        .norms = term->norms.view.buf,
        .factor = term->factor,
    };
}

static inline double worth_at(const Reader *reader, Py_ssize_t at, uint16_t document)
{
    uint16_t length = reader->lengths[document];
    if (!reader->many_counts)
        return reader->table[length | reader->counts[at]] * reader->factor;
    double count = reader->many_counts[at];
    return (count * (SATURATION + 1)) / (count + reader->norms[length >> LENGTH_SHIFT]) * reader->factor;
}

// Open a tuple of terms of a segment of so many documents. Returns 0, or -1 with an error; to be released either way.
int open_group(PyObject *object, Py_ssize_t size, Group *group);
void release_group(Group *group);

// rooms.c: documents that may be found

// Rooms to reckon in: to ask the system for them anew costs more than most of the reckoning. `state` and `sums` are
// clear between calls, and whenever something is asked of Python, which may run anything, a search too. Until then
// nothing else comes in between, as the interpreter's lock is kept.

extern uint8_t state[MOST_DOCUMENTS];            // by document: ABSENT, CANDIDATE or AGAIN
extern double sums[MOST_DOCUMENTS];              // by document: what it is worth
extern uint16_t place_of[MOST_DOCUMENTS];        // by document: its place among candidates in order
extern uint16_t candidates[MOST_DOCUMENTS + 1];  // documents, and room for one that is none

enum { ABSENT, CANDIDATE, AGAIN };

// The first place from `at` where a document is not less than this one, which is near rather than far.
static inline Py_ssize_t lower_bound(const uint16_t *documents, Py_ssize_t at, Py_ssize_t end, uint16_t document)
{
    Py_ssize_t step = 1;
    while (at + step < end && documents[at + step] < document) {
        at += step;
        step *= 2;
    }
    Py_ssize_t high = least_of(at + step, end);
    while (at < high) {
        Py_ssize_t middle = at + (high - at) / 2;
        if (documents[middle] < document)
            at = middle + 1;
        else
            high = middle;
    }
    return at;
}

// Make candidates of some documents, of those in a mask if there is one. Returns how many there are then, or -1 with
// an error, and then the rooms are clear. With a reader, they are worth what it tells.
Py_ssize_t gather(const Array *documents, const Reader *reader, const uint8_t *among, Py_ssize_t size,
                  Py_ssize_t number);
// Mark those candidates that are among further documents, and add what a reader tells that they are worth.
void mark_again(const Array *documents, const Reader *reader, Py_ssize_t number);
// Go on with the candidates that were marked; returns their number.
Py_ssize_t keep_marked(Py_ssize_t number);
// Put the candidates in order, which are those of a segment of so many documents.
void put_in_order(Py_ssize_t number, Py_ssize_t size);
// Clear the rooms of the candidates.
void forget(Py_ssize_t number);

// ranking.c: the best of many

typedef struct {
    double score;
    int64_t row;
    int64_t document;
} Scored;

// Room for so many, or NULL.
Scored *new_heap(Py_ssize_t most);
// Take one more document into a heap that holds `number` of at most `most`; returns how many it holds then.
Py_ssize_t offer(Scored *heap, Py_ssize_t number, Py_ssize_t most, double score, int64_t document, const int64_t *rows);
// (total, documents, scores) as bytes, the best first.
PyObject *best_first(Scored *heap, Py_ssize_t number, Py_ssize_t most, Py_ssize_t total);

// What Python calls; plain.py says what each takes and gives.

PyObject *first(PyObject *module, PyObject *arguments);        // ranking.c
PyObject *best(PyObject *module, PyObject *arguments);         // words.c
PyObject *having(PyObject *module, PyObject *arguments);       // words.c
PyObject *mark(PyObject *module, PyObject *arguments);         // words.c
PyObject *weigh(PyObject *module, PyObject *arguments);        // words.c
PyObject *in_a_row(PyObject *module, PyObject *arguments);     // phrases.c
PyObject *in_a_window(PyObject *module, PyObject *arguments);  // phrases.c
PyObject *block_of(PyObject *module, PyObject *arguments);     // dictionary.c
PyObject *locate(PyObject *module, PyObject *arguments);       // dictionary.c
PyObject *terms_of(PyObject *module, PyObject *arguments);     // dictionary.c
