// SPDX-License-Identifier: GPL-3.0-or-later
// Documents with some words, and what these are worth there.
#include "kernel.h"

typedef struct {
    Group *groups;
    Py_ssize_t number;
} Groups;

static void release_groups(Groups *groups)
{
    for (Py_ssize_t at = 0; at < groups->number; at++)
        release_group(&groups->groups[at]);
    PyMem_Free(groups->groups);
}

static int by_postings(const void *one, const void *other)
{
    const Group *first = one, *second = other;
    return (first->postings > second->postings) - (first->postings < second->postings);
}

// Open a tuple of groups, and put the rarest first; to be released even where this fails.
static int open_groups(PyObject *object, Py_ssize_t size, Groups *groups)
{
    Py_ssize_t number = PyTuple_Size(object);
    if (number < 0)
        return -1;
    groups->groups = PyMem_Calloc(number ? number : 1, sizeof(Group));
    if (!groups->groups) {
        PyErr_NoMemory();
        return -1;
    }
    groups->number = number;
    for (Py_ssize_t at = 0; at < number; at++)
        if (open_group(PyTuple_GetItem(object, at), size, &groups->groups[at]))
            return -1;
    qsort(groups->groups, number, sizeof(Group), by_postings);
    return 0;
}

// Make candidates of the documents that have a term of each group; returns their number, or -1 with an error.
static Py_ssize_t gather_all(const Groups *groups, const uint8_t *among, Py_ssize_t size, int is_scored)
{
    Py_ssize_t number = 0;
    for (Py_ssize_t at = 0; at < groups->number; at++) {
        const Group *group = &groups->groups[at];
        for (Py_ssize_t each = 0; each < group->number; each++) {
            const Term *term = &group->terms[each];
            const Reader reader = reader_of(term);
            if (at) {
                mark_again(&term->documents, is_scored ? &reader : NULL, number);
            } else if ((number = gather(&term->documents, is_scored ? &reader : NULL, among, size, number)) < 0) {
                return -1;
            }
        }
        if (at)
            number = keep_marked(number);
    }
    return number;
}

PyObject *best(PyObject *module, PyObject *arguments)
{
    PyObject *asked, *among_object, *rows_object, *found = NULL;
    Py_ssize_t most;
    if (!PyArg_ParseTuple(arguments, "OOOn", &asked, &among_object, &rows_object, &most))
        return NULL;
    Groups groups = {0};
    Array among = {0}, rows = {0};
    if (open_array(rows_object, 8, 0, &rows) || open_mask(among_object, rows.size, &among) ||
        open_groups(asked, rows.size, &groups))
        goto done;
    if (rows.size > MOST_DOCUMENTS) {
        PyErr_SetString(PyExc_ValueError, "there are too many documents");
        goto done;
    }
    Py_ssize_t total = gather_all(&groups, among.view.buf, rows.size, 1);
    if (total < 0)
        goto done;
    most = most < 0 ? total : least_of(most, total);
    // What Python does for us, be it an error or a result, may ask the kernel anew: by then the rooms are clear.
    Scored *heap = new_heap(most);
    Py_ssize_t number = 0;
    if (heap) {
        // Later documents are mostly of later rows, which come first, so that few are taken in that do not stay.
        for (Py_ssize_t place = total; place-- > 0;) {
            uint16_t document = candidates[place];
            number = offer(heap, number, most, sums[document], document, rows.view.buf);
        }
    }
    forget(total);
    found = heap ? best_first(heap, number, most, total) : PyErr_NoMemory();
    PyMem_Free(heap);
done:
    release_groups(&groups);
    release(&among);
    release(&rows);
    return found;
}

PyObject *having(PyObject *module, PyObject *arguments)
{
    PyObject *asked, *among_object, *mask_object, *found = NULL;
    if (!PyArg_ParseTuple(arguments, "OOO", &asked, &among_object, &mask_object))
        return NULL;
    Groups groups = {0};
    Array among = {0}, mask = {0};
    if (open_array(mask_object, 1, PyBUF_WRITABLE, &mask) || open_mask(among_object, mask.size, &among) ||
        open_groups(asked, mask.size, &groups))
        goto done;
    Py_ssize_t number = gather_all(&groups, among.view.buf, mask.size, 0);
    if (number < 0)
        goto done;
    for (Py_ssize_t place = 0; place < number; place++)
        ((uint8_t *)mask.view.buf)[candidates[place]] = 1;
    forget(number);
    found = PyLong_FromSsize_t(number);
done:
    release_groups(&groups);
    release(&among);
    release(&mask);
    return found;
}

PyObject *mark(PyObject *module, PyObject *arguments)
{
    PyObject *documents_object, *mask_object, *found = NULL;
    if (!PyArg_ParseTuple(arguments, "OO", &documents_object, &mask_object))
        return NULL;
    Array documents = {0}, mask = {0};
    if (open_array(documents_object, 2, 0, &documents) || open_array(mask_object, 1, PyBUF_WRITABLE, &mask))
        goto done;
    for (Py_ssize_t at = 0; at < documents.size; at++) {
        uint16_t document = ((const uint16_t *)documents.view.buf)[at];
        if (document >= mask.size) {
            wrong_document();
            goto done;
        }
        ((uint8_t *)mask.view.buf)[document] = 1;
    }
    found = Py_NewRef(Py_None);
done:
    release(&documents);
    release(&mask);
    return found;
}

PyObject *weigh(PyObject *module, PyObject *arguments)
{
    PyObject *terms_object, *documents_object, *scores_object, *found = NULL;
    Py_ssize_t size;
    if (!PyArg_ParseTuple(arguments, "OOOn", &terms_object, &documents_object, &scores_object, &size))
        return NULL;
    Group terms = {0};
    Array documents = {0}, scores = {0};
    if (open_array(documents_object, 8, 0, &documents) || open_array(scores_object, 8, PyBUF_WRITABLE, &scores) ||
        open_group(terms_object, size, &terms))
        goto done;
    const int64_t *asked = documents.view.buf;
    if (scores.size != documents.size) {
        PyErr_SetString(PyExc_ValueError, "there are not as many scores as documents");
        goto done;
    }
    for (Py_ssize_t at = 0; at < documents.size; at++)
        if (asked[at] < 0 || asked[at] >= least_of(size, MOST_DOCUMENTS)) {
            wrong_document();
            goto done;
        }
    for (Py_ssize_t each = 0; each < terms.number; each++) {
        const Term *term = &terms.terms[each];
        const Reader reader = reader_of(term);
        const uint16_t *known = reader.documents;
        Py_ssize_t at = 0, end = term->documents.size;
        int are_few = documents.size * FEW < end;
        for (Py_ssize_t place = 0; place < documents.size && at < end; place++) {
            uint16_t document = (uint16_t)asked[place];
            if (are_few)
                at = lower_bound(known, at, end, document);
            else
                while (at < end && known[at] < document)
                    at++;
            if (at < end && known[at] == document)
                ((double *)scores.view.buf)[place] += worth_at(&reader, at, document);
        }
    }
    found = Py_NewRef(Py_None);
done:
    release_group(&terms);
    release(&documents);
    release(&scores);
    return found;
}
