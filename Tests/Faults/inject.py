#!/usr/bin/env python3
"""Lets every system call of every command that writes fail once, and then kills the program there.

Usage: inject.py TELEFONTID [COMMAND...]

strace injects the n-th call of a kind with an error, or with SIGKILL, for n = 1, 2, 3 … until the program makes fewer. After each run

- the program has ended by itself with a status of its own, within a minute (or by the signal that was injected);
- the outputs are all as before or all new, never mixed and never cut short (a kill between the renames of several files may leave some
  of each, with a journal; then the same command once more must leave all new and nothing else);
- nothing that is only half written is left under any name, unless removing it was what failed. An old folder is kept beside the new one,
  until the next run, when the disk cannot say that the new one is there.

Ends with status 1 and the cases if anything is otherwise. Needs strace and leave to trace (ptrace).
"""

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
FIELDWORK = os.path.join(ROOT, "scenarios", "fieldwork")

# What writes, and where to; each is run twice, so that the second run replaces the outputs of the first.
COMMANDS = {
    "simulate": ("simulate s.json --replications {n} --jobs 1 -q -o out/r", "3", "4"),
    "resume": ("simulate s.json --replications {n} --jobs 1 -q --resume -o out/r", "3", "4"),
    "merge": ("merge a {n} -o out/r", "b", "b c"),
    "sweep": ("sweep s.json --vary survey.attempts={n} --replications 1 --jobs 1 -q -o out/r", "1,2", "1,3"),
    "sweep-parts": (
        "sweep s.json --vary survey.attempts=1,2 --replications 2 --jobs 1 -q {n} -o out/r --resume", "--part 1/2", "--take w",
    ),
    "sensitivity": ("sensitivity u.json --worlds 4 --replications {n} --jobs 1 -q -o out/r", "2", "3"),
    "calibrate": (
        "calibrate s.json --to t.csv --free survey.ring_limit_seconds --replications 1 --evaluations {n} --jobs 1 -q"
        " -o out/fit.json --points out/p.csv", "1", "2",
    ),
    "plan-fieldwork": ("plan fieldwork s.json --replications {n} --largest-team 2 --jobs 1 -q -o out/p.csv --svg out/p.svg", "2", "3"),
    "plan-designs": ("plan compare-designs d.json --calls 6 --slots-per-practice 3 --replications {n} --jobs 1 -q -o out/p.csv --svg out/p.svg", "2", "3"),
    "estimate": ("estimate f/calls.csv --confidence {n} -o out/e.csv --differences-output out/d.csv", "0.9", "0.95"),
    "evaluate": ("evaluate f/calls.csv --target {n} -o out/e.csv", "0.1", "0.2"),
    "compare": ("compare f/calls.csv B.csv --confidence {n} -o out/c.csv", "0.9", "0.95"),
    "join": ("join {n} -o out/j.csv", "some.csv", "f/calls.csv"),
    "draw": (
        "draw --frame f/practices.csv --first-date 2026-09-01 --interviewers {n} --per-interviewer -o out/l.csv"
        " --pages out/p.html --codes out/k.csv --force", "2", "3",
    ),
    "progress": ("progress {n} --today 2016-01-01 -o out/w.csv --figure out/w.svg", "some.csv", "f/calls.csv"),
    "plan": ("plan verdict --target 0.1 --calls {n} -o out/p.csv --svg out/p.svg", "50", "60"),
    "report": ("report f/calls.csv -o out/report.html --svg out/figures --language {n}", "da", "en"),
    "check": ("check {n} --unknown-codes out/codes.csv --force", "odd1.csv", "odd2.csv"),
}
# Which calls fail, and how.
FAULTS = [
    ("openat", "EMFILE"), ("write", "ENOSPC"), ("fsync", "EIO"), ("rename", "EIO"), ("renameat2", "EIO"),
    ("mkdir", "ENOSPC"), ("link", "EPERM"), ("read", "EIO"), ("close", "EIO"), ("flock", "EWOULDBLOCK"),
]
KILLS = ["rename", "renameat2", "link", "fsync", "unlink", "mkdir", "rmdir", "unlinkat"]


def run(program, words, folder, injected=None):
    line = [program] + words.split()
    if injected:
        line = ["strace", "-f", "-qq", "-e", "trace=" + injected.split(":")[0], "-e", "inject=" + injected,
                "-o", "../trace"] + line
    try:
        found = subprocess.run(line, cwd=folder, capture_output=True, timeout=120)
        return found.returncode, found.stderr.decode(errors="replace")
    except subprocess.TimeoutExpired:
        return "no end", ""


def state(folder):
    """Every visible file below a folder with the digest of its bytes, and the hidden ones."""
    files, hidden = {}, []
    for base, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(base, name)
            if "/." in path[len(folder):]:
                hidden.append(path[len(folder):])
            else:
                with open(path, "rb") as file:
                    files[path[len(folder):]] = hashlib.sha256(file.read()).hexdigest()
        hidden += [os.path.join(base, n)[len(folder):] for n in _ if n.startswith(".")]
    return files, sorted(hidden)


def prepare(program, folder):
    shutil.copytree(FIELDWORK, os.path.join(folder, "f"))
    shutil.copy(os.path.join(folder, "f", "calls.csv"), os.path.join(folder, "B.csv"))
    shutil.copy(os.path.join(ROOT, "scenarios", "arithmetic.json"), os.path.join(folder, "s.json"))
    with open(os.path.join(folder, "f", "calls.csv")) as calls:
        rows = calls.readlines()
    with open(os.path.join(folder, "some.csv"), "w") as some:
        some.writelines(rows[:50])
    for number in (1, 2):
        with open(os.path.join(folder, f"odd{number}.csv"), "w") as odd:
            odd.write("practice,slot,disposition\n" + "".join(f"{i},08:00-09:00,code{i * number}\n" for i in range(3)))
    with open(os.path.join(folder, "u.json"), "w") as uncertain:
        uncertain.write('{ "extends": "s.json", "name": "u", "provenance": { "survey.ring_limit_seconds": { "basis": "assumed", "source": "none", "range": [30, 90] } } }')
    with open(os.path.join(folder, "d.json"), "w") as designs:
        designs.write('{ "extends": "s.json", "name": "d", "practices": { "municipalities": { "A": 4 }, "gps": { "1": 4 } } }')
    with open(os.path.join(folder, "t.csv"), "w") as targets:
        targets.write("definition,by,group,statistic,target,tolerance,source\nagreement,all,all,not-reached,0.2,1e-9,x\n")
    status, error = run(
        program, "sweep s.json --vary survey.attempts=1,2 --replications 2 --jobs 1 -q --part 2/2 -o w", folder)
    assert status == 0, error
    for name, numbers in (("a", "0-1"), ("b", "2-3"), ("c", "4-5")):
        status, error = run(program, f"simulate s.json --replications {numbers} -q -o {name}", folder)
        assert status == 0, error


def main():
    program = os.path.abspath(sys.argv[1])
    wished = sys.argv[2:] or list(COMMANDS)
    cases = faults = 0
    work = tempfile.mkdtemp()
    base = os.path.join(work, "base")
    os.mkdir(base)
    prepare(program, base)
    for name in wished:
        words, old, new = COMMANDS[name]
        os.makedirs(os.path.join(base, "out"), exist_ok=True)
        run(program, words.format(n=old), base)
        before, _ = state(os.path.join(base, "out"))
        shutil.copytree(base, os.path.join(work, "new"))
        run(program, words.format(n=new), os.path.join(work, "new"))
        after, _ = state(os.path.join(work, "new", "out"))
        assert before and after and before != after, name
        here = os.path.join(work, "here")
        count = 0
        for call, effect in [(c, f"error={e}") for c, e in FAULTS] + [(c, "signal=KILL") for c in KILLS]:
            number = 0
            while True:
                number += 1
                shutil.rmtree(here, ignore_errors=True)
                shutil.copytree(base, here)
                status, error = run(program, words.format(n=new), here, f"{call}:{effect}:when={number}")
                with open(os.path.join(work, "trace")) as trace:
                    lines = trace.read()
                killed = "KILL" in effect
                if not killed and "INJECTED" not in lines or killed and "SIGKILL" not in lines:
                    break
                count += 1
                found, hidden = state(os.path.join(here, "out"))
                problems = []
                own = {0, 64, 65, 66, 70, 73, 74}
                if killed:
                    again, error = run(program, words.format(n=new), here)
                    found_again, hidden_again = state(os.path.join(here, "out"))
                    if found not in (before, after) and not any("journal" in h for h in hidden):
                        problems.append("mixed without a journal")
                    if found_again != after or hidden_again:
                        problems.append(f"not mended by the next run ({again}): {hidden_again} {error}")
                else:
                    # The dynamic loader and the runtime may die of their own descriptors: that is no output of ours.
                    if status not in own and not (status in (127, 1) and "shared librar" in error):
                        problems.append(f"ended with {status}: {error[-300:]}")
                    if found not in (before, after):
                        changed = [f for f in set(found) | set(before) if found.get(f) not in (before.get(f),)]
                        problems.append(f"mixed or cut short: {sorted(changed)}")
                    # When the disk cannot say that the new folder is there, the old one is kept beside it until the next run.
                    is_kept = call == "fsync" and found == after
                    if hidden and call != "openat" and not is_kept:
                        problems.append(f"left behind: {hidden}")
                for problem in problems:
                    faults += 1
                    print(f"{name}: {call} number {number}, {effect}: {problem}", flush=True)
        cases += count
        print(f"{name}: {count} cases", flush=True)
        shutil.rmtree(os.path.join(work, "new"))
        shutil.rmtree(os.path.join(base, "out"))
    shutil.rmtree(work)
    print(f"{cases} cases, {faults} faults")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
