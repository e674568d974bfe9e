#!/usr/bin/python3
"""Times training runs of Gradlab beside PyTorch, turn by turn, one thread each, and prints ratios (below 1: Gradlab is faster)
as a Markdown table: median of the rounds, smallest and largest in brackets, and the first run of a fresh Java machine.

Needs Debian's python3-torch. Usage: mvn -Pbenchmarks -pl benchmarks -am package -DskipTests, then benchmarks/train.py [ROUNDS]"""
import os
import pathlib
import statistics
import subprocess
import sys
import time

os.environ["OPENBLAS_NUM_THREADS"] = os.environ["OMP_NUM_THREADS"] = "1"
for name in ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE"):
    os.environ.pop(name, None)
import torch  # noqa: E402, after the environment it reads

torch.set_num_threads(1)
target = pathlib.Path(__file__).resolve().parent / "target"
path = os.environ.get("GRADLAB_CLASSPATH") or os.pathsep.join(
    str(jar) for jar in (*target.glob("lib/*.jar"), *target.glob("gradlab-benchmarks-*.jar")))
if not path:
    sys.exit("train.py: no jars in benchmarks/target; run mvn -Pbenchmarks -pl benchmarks -am package -DskipTests")


class Recurrent(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.lstm, self.dense = torch.nn.LSTM(1, 128, batch_first=True), torch.nn.Linear(128, 10)

    def forward(self, x):
        return self.dense(self.lstm(x.view(-1, 64, 1))[0][:, -1])


def model(name):
    if name == "lstm":
        return Recurrent()
    return torch.nn.Sequential(torch.nn.Linear(64, 128), torch.nn.ReLU(), torch.nn.Linear(128, 128), torch.nn.ReLU(),
                               torch.nn.Linear(128, 10))


def peer(name, kind):
    x, y = torch.rand(1796, 64, dtype=kind), torch.randint(0, 10, (1796,))
    network = model(name).to(kind)
    adam, loss = torch.optim.Adam(network.parameters(), lr=1e-3), torch.nn.CrossEntropyLoss()
    start = time.perf_counter()
    for _ in range(10 if name == "mlp" else 1):
        order = torch.randperm(1796)
        for at in range(0, 1792, 64):
            chosen = order[at:at + 64]
            adam.zero_grad()
            loss(network(x[chosen]), y[chosen]).backward()
            adam.step()
    return time.perf_counter() - start


rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
print(f"torch {torch.__version__}; {rounds} rounds")
print("| run | kernels | ratio to float64 | to float32 | first run to float64 |\n|---|---|---|---|---|")
for name in ("mlp", "lstm"):
    for kernels in ("native", "fixed"):
        java = subprocess.Popen(["java", "-XX:+UseSerialGC", "-cp", path, "gradlab.benchmarks.TrainingClock"],
                                stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

        def gradlab():
            print(name, kernels, file=java.stdin, flush=True)
            return float(java.stdout.readline())

        peer(name, torch.float64)
        first = gradlab() / peer(name, torch.float64)
        for _ in range(2):
            gradlab()
        runs = [(gradlab(), peer(name, torch.float64), peer(name, torch.float32)) for _ in range(rounds)]
        columns = [[own / others[i] for own, *others in runs] for i in (0, 1)]
        shown = [f"{statistics.median(c):.2f} ({min(c):.2f} to {max(c):.2f})" for c in columns]
        print(f"| {name} | {kernels} | {shown[0]} | {shown[1]} | {first:.2f} |", flush=True)
        java.stdin.close()
