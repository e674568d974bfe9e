#!/usr/bin/env python3
"""Writes the files beside it: arrays written by NumPy and SciPy, and expected.txt, which says what is in them.

Ran with Python 3.11, NumPy 2.4.6 and SciPy 1.17.1: python3 make-fixtures.py
"""
import json
import os
import struct

import numpy as np
import scipy.io
import scipy.sparse

os.chdir(os.path.dirname(os.path.abspath(__file__)))
lines = []


def expect(file, name, array):
    values = [repr(float(v)) for v in np.asarray(array).astype(np.float64).flatten(order="C")]
    shape = ",".join(str(n) for n in np.asarray(array).shape)
    lines.append(f"{file}|{name}|{shape}|{','.join(values)}\n")


def npy(file, array, version=None):
    with open(file, "wb") as out:
        np.lib.format.write_array(out, array, version=version)
    expect(file, "", array)


base = (np.arange(24) * 0.37 - 3).reshape(2, 3, 4)
npy("c-f8.npy", base)
npy("fortran-f8.npy", np.asfortranarray(base))
npy("big-f8.npy", base.astype(">f8"))
npy("big-fortran-f4.npy", np.asfortranarray(base.astype(">f4")))
npy("f4.npy", base.astype("<f4"))
npy("f2.npy", np.array([0, -0.0, 1, -2.5, 65504, 6e-8, 6.1e-5, 3e-5, np.inf, -np.inf, np.nan], dtype="<f2"))
npy("scalar.npy", np.array(-7.25))
npy("empty.npy", np.zeros((3, 0)))
npy("bool.npy", np.array([[True, False], [False, True]]))
for kind in ["i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8"]:
    info = np.iinfo(kind)
    npy(kind + ".npy", np.array([info.min, 0, 1, info.max // 3, info.max - 1, info.max], dtype="<" + kind))
npy("big-u2.npy", np.array([1, 256, 65535], dtype=">u2"))
npy("version-2.npy", base, (2, 0))
npy("version-3.npy", base, (3, 0))

arrays = {"weight": base[0], "bias": np.asfortranarray(base[1].astype("<f4")), "step": np.array(12)}
for file, save in [("stored.npz", np.savez), ("deflated.npz", np.savez_compressed)]:
    save(file, **arrays)
    for name, array in arrays.items():
        expect(file, name, array)


def bf16(array):
    """The upper halves, which these numbers do not need more than."""
    bits = array.astype("<f4").view("<u4")
    assert not (bits & 0xFFFF).any()
    return (bits >> 16).astype("<u2")


small = np.array([[1, -2.5, 0.15625], [3, 1e30 * 0, -0.5]])
stored = {
    "f64": ("F64", base, base.astype("<f8")),
    "f32": ("F32", base.astype("<f4"), base.astype("<f4")),
    "f16": ("F16", base.astype("<f2"), base.astype("<f2")),
    "bf16": ("BF16", small, bf16(small)),
    "i64": ("I64", np.array([-5, 7]), np.array([-5, 7], dtype="<i8")),
    "u8": ("U8", np.array([[200]]), np.array([[200]], dtype="u1")),
    "bool": ("BOOL", np.array([1, 0, 1]), np.array([1, 0, 1], dtype="u1")),
    "none": ("F32", np.zeros((0, 2)), np.zeros((0, 2), dtype="<f4")),
    "one": ("F32", np.array(2.5), np.array(2.5, dtype="<f4")),
}
header, data = {"__metadata__": {"format": "pt"}}, b""
for name, (kind, value, raw) in stored.items():
    header[name] = {
        "dtype": kind,
        "shape": list(np.asarray(value).shape),
        "data_offsets": [len(data), len(data) + raw.nbytes],
    }
    data += raw.tobytes()
    expect("all.safetensors", name, value)
text = json.dumps(header).encode()
text += b" " * (-len(text) % 8)
with open("all.safetensors", "wb") as out:
    out.write(struct.pack("<Q", len(text)) + text + data)

square = np.array([[2, -1, 0], [-1, 3, 0.5], [0, 0.5, 1e-3]])
skew = np.array([[0, -1.5, 2], [1.5, 0, 0], [-2, 0, 0]])


def market(file, matrix, dense, **options):
    scipy.io.mmwrite(file, matrix, comment="made for a test", **options)
    expect(file, "", dense)


market("array.mtx", base[0], base[0])
market("array-symmetric.mtx", square, square, symmetry="symmetric")
market("array-skew.mtx", skew, skew, symmetry="skew-symmetric")
market("coordinate.mtx", scipy.sparse.coo_matrix(base[0]), base[0], symmetry="general")
market("coordinate-symmetric.mtx", scipy.sparse.coo_matrix(square), square, symmetry="symmetric")
market("coordinate-skew.mtx", scipy.sparse.coo_matrix(skew), skew, symmetry="skew-symmetric")
market("integer.mtx", scipy.sparse.coo_matrix(np.array([[1, 0], [0, -3]])), np.array([[1, 0], [0, -3]]))
market("pattern.mtx", scipy.sparse.coo_matrix(np.array([[1, 0], [1, 1]])), np.array([[1, 0], [1, 1]]), field="pattern")

with open("expected.txt", "w") as out:
    out.writelines(lines)

# Files that must be refused.
np.save("object.refused", np.array([{}, []], dtype=object), allow_pickle=True)
os.rename("object.refused.npy", "object.refused")
np.save("record.refused", np.array([(1, 2.0)], dtype=[("a", "i4"), ("b", "f8")]))
os.rename("record.refused.npy", "record.refused")
np.save("complex.refused", np.array([1j]))
os.rename("complex.refused.npy", "complex.refused")
scipy.io.mmwrite("complex-market.refused", np.array([[1j]]))
if os.path.exists("complex-market.refused.mtx"):
    os.rename("complex-market.refused.mtx", "complex-market.refused")
