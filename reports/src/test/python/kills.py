#!/usr/bin/env python3
"""Kills a training run with SIGKILL at random moments, takes it up again with --resume until it has been killed often enough, and
compares every file but provenance.json with those of a run that nobody disturbed.

Usage: reports/src/test/python/kills.py [KILLS=20] [SEED=1]; GRADLAB names another command than the launcher of this project."""
import os
import pathlib
import random
import shlex
import signal
import subprocess
import sys
import tempfile
import time

KILLS = int(sys.argv[1]) if len(sys.argv) > 1 else 20
SEED = int(sys.argv[2]) if len(sys.argv) > 2 else 1
HOME = pathlib.Path(__file__).resolve().parents[4]
COMMAND = shlex.split(os.environ.get("GRADLAB", str(HOME / "gradlab")))
RUN = """
data: {set: digits, train: 1000, scaling: unit}
network:
  - {dense: 48, spectral: true}
  - batchnorm: 1e-3
  - {dropout: 0.2}
  - tanh
  - {dense: 10}
loss: cross_entropy
optimiser: {kind: adam, rate: 0.01}
precision: {format: binary32, loss_scale: dynamic}
batch: 50
steps: 3000
checkpoint: 40
record: {every: 3, jacobian: 100, sharpness: 500}
"""


def files(folder):
    return {f.name: f.read_bytes() for f in sorted(folder.iterdir()) if f.name != "provenance.json"}


def main():
    moments = random.Random(SEED)
    parent = pathlib.Path(tempfile.mkdtemp(prefix="gradlab-kills-"))
    (parent / "run.yaml").write_text(RUN)
    train = [*COMMAND, "train", str(parent / "run.yaml"), "--out"]
    start = time.time()
    subprocess.run([*train, str(parent / "whole")], check=True, capture_output=True)
    whole = time.time() - start
    print(f"undisturbed: {whole:.1f} s")
    killed, ended = 0, 0
    folder = parent / "killed"
    while killed < KILLS:
        process = subprocess.Popen([*train, str(folder), "--resume"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                   start_new_session=True)
        try:
            process.wait(moments.uniform(0.02, 1.1) * whole)
            if process.returncode != 0:
                sys.exit(f"kills.py: the command ended with {process.returncode}")
            ended += 1
            compare(parent, folder)
            folder = parent / f"killed{ended}"
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            killed += 1
            lines = (folder / "records.jsonl").read_bytes().count(b"\n") if (folder / "records.jsonl").exists() else 0
            print(f"kill {killed}: after {lines} rows, checkpoint: {(folder / 'checkpoint.bin').exists()}", flush=True)
    subprocess.run([*train, str(folder), "--resume"], check=True, capture_output=True)
    compare(parent, folder)
    print(f"{killed} kills, {ended + 1} runs: every file as of the run that nobody disturbed")


def compare(parent, folder):
    expected, found = files(parent / "whole"), files(folder)
    strange = [n for n in sorted({*expected, *found}) if expected.get(n) != found.get(n)]
    if strange:
        sys.exit(f"kills.py: {folder} differs from {parent / 'whole'} in {', '.join(strange)}")


main()
