// SPDX-License-Identifier: GPL-3.0-or-later
// The best of many documents.
#include "kernel.h"

static inline int is_less(const Scored *one, const Scored *other)
{
    return one->score < other->score || (one->score == other->score && one->row < other->row);
}

// A heap whose root is the least.
static void sift_down(Scored *heap, Py_ssize_t at, Py_ssize_t number)
{
    Scored moved = heap[at];
    for (;;) {
        Py_ssize_t child = 2 * at + 1;
        if (child >= number)
            break;
        if (child + 1 < number && is_less(&heap[child + 1], &heap[child]))
            child++;
        if (!is_less(&heap[child], &moved))
            break;
        heap[at] = heap[child];
        at = child;
    }
    heap[at] = moved;
}

static void make_heap(Scored *heap, Py_ssize_t number)
{
    for (Py_ssize_t at = number / 2; at-- > 0;)
        sift_down(heap, at, number);
}

Py_ssize_t offer(Scored *heap, Py_ssize_t number, Py_ssize_t most, double score, int64_t document, const int64_t *rows)
{
    if (number == most && (!most || score < heap[0].score))
        return number;  // as most are
    Scored one = {score, rows[document], document};
    if (number < most) {
        heap[number++] = one;
        if (number == most)
            make_heap(heap, number);
    } else if (is_less(&heap[0], &one)) {
        heap[0] = one;
        sift_down(heap, 0, number);
    }
    return number;
}

PyObject *best_first(Scored *heap, Py_ssize_t number, Py_ssize_t most, Py_ssize_t total)
{
    if (number < most)
        make_heap(heap, number);
    PyObject *documents = PyBytes_FromStringAndSize(NULL, number * sizeof(int64_t));
    PyObject *scores = PyBytes_FromStringAndSize(NULL, number * sizeof(double));
    PyObject *found = NULL;
    if (documents && scores) {
        int64_t *own = (int64_t *)PyBytes_AsString(documents);
        double *worth = (double *)PyBytes_AsString(scores);
        while (number-- > 0) {
            own[number] = heap[0].document;
            worth[number] = heap[0].score;
            heap[0] = heap[number];
            sift_down(heap, 0, number);
        }
        found = Py_BuildValue("nOO", total, documents, scores);
    }
    Py_XDECREF(documents);
    Py_XDECREF(scores);
    return found;
}

Scored *new_heap(Py_ssize_t most) { return PyMem_Malloc((most ? most : 1) * sizeof(Scored)); }

PyObject *first(PyObject *module, PyObject *arguments)
{
    PyObject *documents_object, *scores_object, *rows_object, *found = NULL;
    Py_ssize_t most;
    if (!PyArg_ParseTuple(arguments, "OOOn", &documents_object, &scores_object, &rows_object, &most))
        return NULL;
    Array documents = {0}, scores = {0}, rows = {0};
    if (open_array(documents_object, 8, 0, &documents) || open_array(scores_object, 8, 0, &scores) ||
        open_array(rows_object, 8, 0, &rows))
        goto done;
    if (scores.size != documents.size) {
        PyErr_SetString(PyExc_ValueError, "there are not as many scores as documents");
        goto done;
    }
    most = most < 0 ? documents.size : least_of(most, documents.size);
    Scored *heap = new_heap(most);
    if (!heap) {
        PyErr_NoMemory();
        goto done;
    }
    Py_ssize_t number = 0, place = documents.size;
    while (place-- > 0) {
        int64_t document = ((const int64_t *)documents.view.buf)[place];
        if (document < 0 || document >= rows.size) {
            wrong_document();
            break;
        }
        double score = ((const double *)scores.view.buf)[place];
        number = offer(heap, number, most, score, document, rows.view.buf);
    }
    if (place < 0)
        found = best_first(heap, number, most, documents.size);
    PyMem_Free(heap);
done:
    release(&documents);
    release(&scores);
    release(&rows);
    return found;
}
