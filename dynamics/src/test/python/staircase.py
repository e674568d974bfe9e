#!/usr/bin/env python3
"""Finite-time exponents of products J_40 ... J_1 of order 100, J_t = diag(s_t) W, in long arithmetic (mpmath 1.3.0): the product is
formed with enough digits for its whole spread, and ln r_jj is half the logarithm of the pivots of its Gram matrix. W and s_t are
dyadic numbers from a 64-bit congruential generator, so that the test makes the same ones; s_t spreads as the slopes of a tanh
network of gain g do, down to e^(-4 g). Prints one line a gain: g and the 100 values of ln r_jj / 40.

Usage: dynamics/src/test/python/staircase.py > dynamics/src/test/resources/gradlab/dynamics/lyapunov/staircase.txt"""
import numpy as np
from mpmath import mp, mpf, log

N, STEPS = 100, 40


def generator(seed):
    state = seed
    while True:
        state = (state * 6364136223846793005 + 1442695040888963407) % 2 ** 64
        yield (state >> 33) / 2 ** 31          # uniform on [0, 1), 31 bits


def slope(u, v, gain):
    """(1/2 + u/2) 2^-e with e uniform on 0, 1, ..., floor(6 g)."""
    return (0.5 + u / 2) * 2.0 ** -int(v * (6 * gain + 1))


for gain in (2, 5, 10):
    mp.dps = 200 + 160 * gain
    draw = generator(gain)
    w = [[2 * next(draw) - 1 for _ in range(N)] for _ in range(N)]
    matrix = np.array([[mpf(x) for x in row] for row in w], dtype=object)
    product = np.array([[mpf(int(i == j)) for j in range(N)] for i in range(N)], dtype=object)
    for _ in range(STEPS):
        s = []
        for _ in range(N):
            u, v = next(draw), next(draw)
            s.append(mpf(slope(u, v, gain)))
        product = np.array(s, dtype=object)[:, None] * matrix.dot(product)
    gram = product.T.dot(product)
    logs = []
    for j in range(N):
        logs.append(log(gram[j, j]) / 2 / STEPS)
        gram[j + 1:, j + 1:] -= gram[j + 1:, j:j + 1] * (gram[j:j + 1, j + 1:] / gram[j, j])
    print(gain, *(mp.nstr(x, 17) for x in logs), flush=True)
