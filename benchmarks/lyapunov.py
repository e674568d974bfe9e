#!/usr/bin/env python3
"""Times all Lyapunov exponents of h <- tanh(W h), W ~ N(0, 4/n), beside the loop that is usually written in Python (J times Q and
a QR decomposition each step), turn by turn, one thread each, in processor time on both sides; and the largest exponent alone beside the machine's reads. Prints
Markdown tables: median of the rounds, smallest and largest in brackets.

Usage: mvn -Pbenchmarks -pl benchmarks -am package -DskipTests, then benchmarks/lyapunov.py [ROUNDS]
GRADLAB_CLASSPATH names other classes than those of benchmarks/target."""
import os
import pathlib
import statistics
import subprocess
import sys
import time

os.environ["OPENBLAS_NUM_THREADS"] = "1"
for name in ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE"):
    os.environ.pop(name, None)
import numpy as np  # noqa: E402, after the environment it reads
import scipy.linalg  # noqa: E402
from scipy.linalg import blas, lapack  # noqa: E402

target = pathlib.Path(__file__).resolve().parent / "target"
jars = [str(jar) for jar in (*target.glob("lib/*.jar"), *target.glob("gradlab-benchmarks-*.jar"))]
classpath = os.environ.get("GRADLAB_CLASSPATH", os.pathsep.join(jars))
if not classpath:
    sys.exit("lyapunov.py: no jars in benchmarks/target; run mvn -Pbenchmarks -pl benchmarks -am package -DskipTests")
java = subprocess.Popen(
    ["java", "-cp", classpath, "gradlab.benchmarks.Stopwatch"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def gradlab(kernel, backend, n):
    print(kernel, backend, n, 1, file=java.stdin, flush=True)
    answer = java.stdout.readline()
    if not answer:
        sys.exit("lyapunov.py: the Java process ended")
    return float(answer) / steps(n)


def steps(n):
    """As many as LYAPUNOV_SPECTRUM makes in one call."""
    return 1000 if n < 500 else 512


def network(n):
    rng = np.random.default_rng(1)
    return rng.standard_normal((n, n)) * 2 / n ** 0.5, rng.standard_normal(n)


def qr_loop(decompose):
    def loop(n, w, h):
        q, logs = np.eye(n), np.zeros(n)
        for _ in range(steps(n)):
            u = w @ h
            h = np.tanh(u)
            q, r = decompose((w / np.cosh(u)[:, None] ** 2) @ q)
            logs += np.log(np.abs(np.diag(r)))
        return logs / steps(n)
    return loop


def stairs(n, w, h):
    """What Gradlab does, in scipy."""
    factor, order, logs = np.asfortranarray(np.eye(n)), np.arange(n), np.zeros(n)
    for _ in range(steps(n)):
        u = w @ h
        h = np.tanh(u)
        x = np.asfortranarray(w[:, order] / np.cosh(u)[:, None] ** 2)
        x = blas.dtrmm(1, factor, x, side=1, lower=1, diag=1, overwrite_b=1)
        factor, swaps, _ = lapack.dgetrf(x, overwrite_a=1)
        order = np.arange(n)
        for i, other in enumerate(swaps):
            order[i], order[other] = order[other], order[i]
        logs += np.log(np.abs(np.diag(factor)))
    return logs / steps(n)


PEERS = {
    "numpy.linalg.qr": qr_loop(np.linalg.qr),
    "scipy.linalg.qr": qr_loop(lambda a: scipy.linalg.qr(a, mode="economic", overwrite_a=True, check_finite=False)),
    "staircase in scipy": stairs,
}


def seconds(loop, n, w, h):
    start = time.thread_time()
    loop(n, w, h)
    return (time.thread_time() - start) / steps(n)


def shown(numbers, digits=2):
    return f"{statistics.median(numbers):.{digits}f} ({min(numbers):.{digits}f} to {max(numbers):.{digits}f})"


rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
print(f"numpy {np.__version__}, scipy {scipy.__version__}; {rounds} rounds\n")
print("| n | backend | " + " | ".join(f"ratio to {name}" for name in PEERS) + " | ms a step |")
print("|---|---|" + "---|" * (len(PEERS) + 1))
for n, backends in ((100, ("NATIVE", "JAVA")), (200, ("NATIVE", "JAVA")), (500, ("NATIVE",))):
    w, h = network(n)
    for backend in backends:
        for _ in range(8 if n < 500 else 3):
            gradlab("LYAPUNOV_SPECTRUM", backend, n)
    ratios = {(backend, name): [] for backend in backends for name in PEERS}
    own = {backend: [] for backend in backends}
    for _ in range(rounds):
        mine = {backend: gradlab("LYAPUNOV_SPECTRUM", backend, n) for backend in backends}
        for name, loop in PEERS.items():
            theirs = seconds(loop, n, w, h)
            for backend in backends:
                ratios[backend, name].append(mine[backend] / theirs)
        for backend in backends:
            own[backend].append(1e3 * mine[backend])
    for backend in backends:
        print(f"| {n} | {backend} | " + " | ".join(shown(ratios[backend, name]) for name in PEERS)
              + f" | {statistics.median(own[backend]):.3g} |", flush=True)

n = 4000
long = np.ones(1 << 26)
reads, own = [], []
for _ in range(3):
    gradlab("LYAPUNOV_LARGEST", "NATIVE", n)
for _ in range(rounds):
    own.append(8 * n * n / gradlab("LYAPUNOV_LARGEST", "NATIVE", n) / 1e9)
    start = time.thread_time()
    blas.ddot(long, long)
    reads.append(8 * long.size / (time.thread_time() - start) / 1e9)
print(f"\nLargest exponent alone, n = {n}: {shown(own, 1)} GB/s of matrix; the machine reads {shown(reads, 1)} GB/s (ddot)")
java.stdin.close()
