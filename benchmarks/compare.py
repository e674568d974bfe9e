#!/usr/bin/env python3
"""Times the kernels of Gradlab beside those of numpy, interleaved, one thread each, and prints ratios (below 1: Gradlab is
faster) as a Markdown table: median of the rounds, smallest and largest in brackets.

Usage: mvn -Pbenchmarks -pl benchmarks -am package -DskipTests, then benchmarks/compare.py [ROUNDS]"""
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


def peer(call, calls):
    start = time.perf_counter()
    for _ in range(calls):
        call()
    return (time.perf_counter() - start) / calls


def network(n):
    rng = np.random.default_rng(1)
    return [np.diag(rng.uniform(0.5, 1, n)) @ rng.standard_normal((n, n)) / n ** 0.5 for _ in range(50)]


def jacobian_norm(layers):
    product = layers[0]
    for layer in layers[1:]:
        product = layer @ product
    return np.linalg.svd(product, compute_uv=False)[0]


def rows():
    for n, calls in ((16, 300), (64, 60), (128, 20), (256, 4), (512, 1)):
        a = np.random.default_rng(n).standard_normal((n, n))
        s = a + a.T
        for kernel, call in (
                ("MULTIPLY", lambda: a @ a), ("QR", lambda: np.linalg.qr(a)),
                ("SINGULAR_VALUES", lambda: np.linalg.svd(a, compute_uv=False)),
                ("SYMMETRIC_EIGEN", lambda: np.linalg.eigh(s)), ("EIGENVALUES", lambda: np.linalg.eigvals(a)),
                ("NORM", lambda: np.linalg.svd(a, compute_uv=False))):
            for backend in ("NATIVE", "JAVA"):
                if n <= 256 or backend == "NATIVE" or kernel == "NORM":
                    yield kernel, backend, n, calls, call
    layers = network(512)
    yield "JACOBIAN_NORM", "NATIVE", 512, 1, lambda: jacobian_norm(layers)


rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
print(f"numpy {np.__version__}; {rounds} rounds")
print("| kernel | backend | n | ratio to numpy |\n|---|---|---|---|")
for kernel, backend, n, calls, call in rows():
    gradlab(kernel, backend, n, 3 * calls)
    peer(call, 1)
    ratios = [gradlab(kernel, backend, n, calls) / peer(call, calls) for _ in range(rounds)]
    print(f"| {kernel} | {backend} | {n} | {statistics.median(ratios):.2f} "
          f"({min(ratios):.2f} to {max(ratios):.2f}) |", flush=True)
for n, calls in ((64, 20), (512, 1)):
    for kernel in ("CERTIFIED_NORM", "CERTIFIED_VALUES"):
        ratios = [gradlab(kernel, "JAVA", n, calls) / gradlab("SINGULAR_VALUES", "JAVA", n, calls)
                  for _ in range(rounds)]
        print(f"| {kernel}, ratio to EJML's singular values | JAVA | {n} | {statistics.median(ratios):.2f} "
              f"({min(ratios):.2f} to {max(ratios):.2f}) |", flush=True)
java.stdin.close()
