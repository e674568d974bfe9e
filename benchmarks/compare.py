#!/usr/bin/env python3
"""Times the kernels of Gradlab beside those of numpy, turn by turn, one thread each, and prints ratios (below 1: Gradlab is
faster) as a Markdown table: lower quartile of the rounds, median, largest. Processor time, so that a shared machine does
little harm; memory that others use up at the same time still counts.

Usage: mvn -Pbenchmarks -pl benchmarks -am package -DskipTests, then benchmarks/compare.py [ROUNDS [KERNEL,...]]
OPENBLAS_CORETYPE, where set, holds for both sides."""
import os
import pathlib
import statistics
import subprocess
import sys
import time

os.environ["OPENBLAS_NUM_THREADS"] = "1"
import numpy as np  # noqa: E402, after the environment it reads

target = pathlib.Path(__file__).resolve().parent / "target"
jars = [str(jar) for jar in (*target.glob("lib/*.jar"), *target.glob("gradlab-benchmarks-*.jar"))]
if not jars:
    sys.exit("compare.py: no jars in benchmarks/target; run mvn -Pbenchmarks -pl benchmarks -am package -DskipTests")
java = subprocess.Popen(
    ["java", "-cp", os.pathsep.join(jars), "gradlab.benchmarks.Stopwatch"],
    stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def gradlab(kernel, backend, n, calls):
    print(kernel, backend, n, calls, file=java.stdin, flush=True)
    answer = java.stdout.readline()
    if not answer:
        sys.exit("compare.py: the Java process ended")
    return float(answer)


def warm_up(kernel, backend, n, calls):
    """Until the compiler is done and the heap has been through its pages once."""
    spent = 0
    while spent < 2:
        spent += gradlab(kernel, backend, n, calls) * calls


def peer(call, calls):
    start = time.process_time()
    for _ in range(calls):
        call()
    return (time.process_time() - start) / calls


def network(n):
    rng = np.random.default_rng(1)
    return [rng.uniform(0.5, 1, (n, 1)) * rng.standard_normal((n, n)) / n ** 0.5 for _ in range(50)]


def jacobian_norm(layers):
    product = layers[0]
    for layer in layers[1:]:
        product = layer @ product
    return np.linalg.svd(product, compute_uv=False)[0]


def rows():
    for n, calls in ((16, 300), (64, 60), (128, 20), (256, 4), (512, 1)):
        a = np.random.default_rng(n).standard_normal((n, n))
        b = np.random.default_rng(n + 1).standard_normal((n, n))
        s = a + a.T
        for kernel, call in (
                ("MULTIPLY", lambda: a @ b), ("QR", lambda: np.linalg.qr(a)),
                ("SINGULAR_VALUES", lambda: np.linalg.svd(a, compute_uv=False)),
                ("SYMMETRIC_EIGEN", lambda: np.linalg.eigh(s)), ("EIGENVALUES", lambda: np.linalg.eigvals(a)),
                ("NORM", lambda: np.linalg.svd(a, compute_uv=False))):
            for backend in ("NATIVE", "JAVA"):
                if n <= 256 or backend == "NATIVE" or kernel == "NORM":
                    yield kernel, backend, n, calls, call
    for n, calls in ((128, 5), (256, 1), (512, 1)):
        layers = network(n)
        for kernel in ("JACOBIAN_NORM", "ORTHOGONAL_JACOBIAN_NORM", "JACOBIAN_NORMS"):
            yield kernel, "NATIVE", n, calls, lambda: jacobian_norm(layers)


def show(what, backend, n, ratios):
    quartile = sorted(ratios)[len(ratios) // 4]
    print(f"| {what} | {backend} | {n} | {quartile:.2f} ({statistics.median(ratios):.2f}, {max(ratios):.2f}) |", flush=True)


rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 9
wanted = sys.argv[2].split(",") if len(sys.argv) > 2 else None
print(f"numpy {np.__version__}; {rounds} rounds; OPENBLAS_CORETYPE {os.environ.get('OPENBLAS_CORETYPE', 'not set')}")
print("| kernel | backend | n | ratio to numpy: lower quartile (median, largest) |\n|---|---|---|---|")
for kernel, backend, n, calls, call in rows():
    if wanted and kernel not in wanted:
        continue
    each = 32 if kernel == "JACOBIAN_NORMS" else 1
    warm_up(kernel, backend, n, calls)
    peer(call, 1)
    show(kernel, backend, n, [gradlab(kernel, backend, n, calls) / each / peer(call, calls) for _ in range(rounds)])
for n, calls in ((64, 20), (512, 1)):
    for kernel in ("CERTIFIED_NORM", "CERTIFIED_VALUES"):
        if not wanted or kernel in wanted:
            show(f"{kernel}, ratio to EJML's singular values", "JAVA", n,
                 [gradlab(kernel, "JAVA", n, calls) / gradlab("SINGULAR_VALUES", "JAVA", n, calls)
                  for _ in range(rounds)])
java.stdin.close()
