// SPDX-License-Identifier: GPL-3.0-or-later
// The terms of a question.
#include "kernel.h"

static void release_term(Term *term)
{
    release(&term->documents);
    release(&term->counts);
    release(&term->lengths);
    release(&term->table);
    release(&term->norms);
}

static int open_term(PyObject *object, Py_ssize_t size, Term *term)
{
    PyObject *documents, *counts, *lengths, *table, *norms;
    if (!PyArg_ParseTuple(object, "OOOOOd", &documents, &counts, &lengths, &table, &norms, &term->factor))
        return -1;
    if (open_array(documents, 2, 0, &term->documents) || open_array(counts, 0, 0, &term->counts) ||
        open_array(lengths, 2, 0, &term->lengths) || open_array(table, 8, 0, &term->table) ||
        open_array(norms, 8, 0, &term->norms))
        return -1;
    if (term->counts.size != term->documents.size || term->lengths.size < size ||
        (term->counts.view.itemsize != 1 && term->counts.view.itemsize != 4) ||
        term->table.size != COUNTS * COUNTS || term->norms.size != COUNTS) {
        PyErr_SetString(PyExc_ValueError, "the arrays of a term do not fit together");
        return -1;
    }
    return 0;
}

void release_group(Group *group)
{
    for (Py_ssize_t at = 0; at < group->number; at++)
        release_term(&group->terms[at]);
    PyMem_Free(group->terms);
}

int open_group(PyObject *object, Py_ssize_t size, Group *group)
{
    Py_ssize_t number = PyTuple_Size(object);
    if (number < 0)
        return -1;
    group->terms = PyMem_Calloc(number ? number : 1, sizeof(Term));
    if (!group->terms) {
        PyErr_NoMemory();
        return -1;
    }
    group->number = number;
    for (Py_ssize_t at = 0; at < number; at++) {
        if (open_term(PyTuple_GetItem(object, at), size, &group->terms[at]))
            return -1;
        group->postings += group->terms[at].documents.size;
    }
    return 0;
}
