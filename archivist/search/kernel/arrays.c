// SPDX-License-Identifier: GPL-3.0-or-later
// Buffers, and what is wrong with them.
#include "kernel.h"

void release(Array *array)
{
    if (array->view.obj)
        PyBuffer_Release(&array->view);
}

int open_array(PyObject *object, Py_ssize_t each, int flags, Array *array)
{
    if (PyObject_GetBuffer(object, &array->view, PyBUF_C_CONTIGUOUS | flags)) {
        array->view.obj = NULL;
        return -1;
    }
    if (each && array->view.itemsize != each) {
        PyErr_SetString(PyExc_TypeError, "an array has values of another size");
        return -1;
    }
    if (array->view.itemsize && (uintptr_t)array->view.buf % array->view.itemsize) {
        PyErr_SetString(PyExc_ValueError, "an array is not aligned");
        return -1;
    }
    array->size = array->view.itemsize ? array->view.len / array->view.itemsize : 0;
    return 0;
}

PyObject *wrong_document(void)
{
    PyErr_SetString(PyExc_IndexError, "a posting names a document that is not there");
    return NULL;
}

int open_mask(PyObject *object, Py_ssize_t size, Array *mask)
{
    if (object == Py_None)
        return 0;
    if (open_array(object, 1, 0, mask))
        return -1;
    if (mask->size < size) {
        PyErr_SetString(PyExc_ValueError, "a mask is too short");
        return -1;
    }
    return 0;
}
