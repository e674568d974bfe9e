#!/usr/bin/python3
"""Times training runs of Gradlab beside PyTorch, turn by turn, one thread each, and prints ratios of processor time (below 1:
Gradlab is faster) as a Markdown table: median of the rounds, smallest and largest in brackets, and the first run of a fresh Java
machine. Java's time is that of all its threads, the compiler's and the collector's too; starting up and import of torch are
not part of it. Then the same of whole processes, from the command line to the end: `gradlab train` with all its files and figures
beside a Python script that imports torch and trains.

Needs Debian's python3-torch. Usage: mvn -Pbenchmarks -pl benchmarks -am package -DskipTests, then benchmarks/train.py [ROUNDS]"""
import os
import pathlib
import resource
import statistics
import subprocess
import sys
import tempfile
import time

os.environ["OPENBLAS_NUM_THREADS"] = os.environ["OMP_NUM_THREADS"] = "1"
for name in ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE"):
    os.environ.pop(name, None)
import torch  # noqa: E402, after the environment it reads

torch.set_num_threads(1)
target = pathlib.Path(__file__).resolve().parent / "target"
path = os.environ.get("GRADLAB_CLASSPATH") or os.pathsep.join(
    str(jar) for jar in (*target.glob("lib/*.jar"), *target.glob("gradlab-benchmarks-*.jar")))
if not path and "--once" not in sys.argv:
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
    start = time.process_time()
    for _ in range(10 if name == "mlp" else 1):
        order = torch.randperm(1796)
        for at in range(0, 1792, 64):
            chosen = order[at:at + 64]
            adam.zero_grad()
            loss(network(x[chosen]), y[chosen]).backward()
            adam.step()
    return time.process_time() - start


def spent(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


COMMON = ("loss: cross_entropy\noptimiser: {kind: adam, rate: 0.001}\nbatch: 64\nbackend: native\n"
          "record: {every: 100, updates: false}\ncheckpoint: 100000\n")
RUNS = {
    "mlp": "data: {set: digits, train: 1796, scaling: unit}\nepochs: 10\n"
           "network: [{dense: 128, activation: relu}, {dense: 128, activation: relu}, {dense: 10}]\n",
    "lstm": "data: {set: digits, view: pixels, train: 1796, scaling: unit}\nepochs: 1\nnetwork: [{lstm: 128}, {dense: 10}]\n"}


def whole(name, rounds):
    """Of the launcher, which must have been built, and of this file as a script that trains once."""
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / f"{name}.yaml"
        file.write_text(COMMON + RUNS[name])
        own = [str(target.parents[1] / "gradlab"), "train", str(file), "--force", "--out", folder + "/run"]
        spent(own)
        return [spent(own) / spent([sys.executable, __file__, "--once", name]) for _ in range(rounds)]


if sys.argv[1:2] == ["--once"]:
    peer(sys.argv[2], torch.float64)
    sys.exit()


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

print("\n| run | whole process, ratio to float64 |\n|---|---|")
for name in ("mlp", "lstm"):
    shares = whole(name, rounds)
    print(f"| {name} | {statistics.median(shares):.2f} ({min(shares):.2f} to {max(shares):.2f}) |", flush=True)
