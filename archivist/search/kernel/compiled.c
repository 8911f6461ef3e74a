// SPDX-License-Identifier: GPL-3.0-or-later
//
// The inner loops of a search, compiled. plain.py has the same functions in Python and numpy, says what they take
// and give, and is used where this was not built; the tests ask both.
//
// All that is read lies in buffers whose sizes are told, and nothing outside of them is ever touched: a document
// that is none of its segment ends the question with an error, as a damaged file would.
#include "kernel.h"

static PyMethodDef methods[] = {
    {"best", best, METH_VARARGS, NULL},
    {"having", having, METH_VARARGS, NULL},
    {"mark", mark, METH_VARARGS, NULL},
    {"weigh", weigh, METH_VARARGS, NULL},
    {"first", first, METH_VARARGS, NULL},
    {"in_a_row", in_a_row, METH_VARARGS, NULL},
    {"in_a_window", in_a_window, METH_VARARGS, NULL},
    {"block_of", block_of, METH_VARARGS, NULL},
    {"locate", locate, METH_VARARGS, NULL},
    {"terms_of", terms_of, METH_VARARGS, NULL},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, .m_name = "compiled", .m_doc = "The inner loops of a search, compiled; see plain.py.",
    .m_size = -1, .m_methods = methods,
};

PyMODINIT_FUNC PyInit_compiled(void)
{
    PyObject *module = PyModule_Create(&definition);
    if (module && PyModule_AddIntConstant(module, "INTERFACE", INTERFACE))
        Py_CLEAR(module);
    return module;
}
