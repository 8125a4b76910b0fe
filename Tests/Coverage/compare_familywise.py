#!/usr/bin/env python3
"""How often `compare --by slot` concludes anything where nothing has changed.

    python3 Tests/Coverage/compare_familywise.py .build/release/telefontid [surveys]

Every pair of surveys has eight slots with the same long-run rates in both. Counted are pairs of which at least one slot is called better or
worse at the usual 95 %. Needs Python 3 alone. The seed is fixed, so that the counts come out again.
"""
import csv, io, os, random, subprocess, sys, tempfile

SLOTS = [f"{h:02d}:00-{h + 1:02d}:00" for h in range(8, 16)]
RATES = [.13, .09, .06, .04, .12, .08, .06, .10]
PRACTICES = 420


def rows_of(rng, practices, per_practice, spread, profile):
    """Calls of one wave: each practice in per_practice of the slots, by rotation."""
    order = practices[:]
    rng.shuffle(order)
    rows = []
    for place, practice in enumerate(order):
        for k in range(per_practice):
            slot = (place + k * len(SLOTS) // per_practice) % len(SLOTS)
            p = RATES[slot]
            # The practice's own rate: beta with intra-practice correlation `spread` and mean p.
            if spread:
                p = profile[practice][slot]
            rows.append((practice, SLOTS[slot], rng.random() >= p))
    return rows


def write(path, rows):
    with open(path, "w") as file:
        file.write("practice,slot,reached\n")
        file.writelines(f"{p},{s},{int(r)}\n" for p, s, r in rows)


def conclusions(program, arguments):
    out = subprocess.run([program, "compare", *arguments, "--by", "slot", "-o", "-"], capture_output=True, text=True)
    if out.returncode:
        raise SystemExit(out.stderr)
    rows = [r for r in csv.DictReader(io.StringIO(out.stdout)) if r["by"] == "slot"]
    raw = any(r["p_value"] and float(r["p_value"]) <= 0.05 for r in rows)
    return any(r["conclusion"] != "undecided" for r in rows), raw, rows[0]["test"]


def main():
    program = os.path.abspath(sys.argv[1])
    surveys = int(sys.argv[2]) if len(sys.argv) > 2 else 2000
    names = [f"P{i:03d}" for i in range(PRACTICES)]
    others = [f"Q{i:03d}" for i in range(PRACTICES)]
    half = PRACTICES // 2
    weights = {n: (3, 1, 2)[i % 3] for i, n in enumerate(names)}
    designs = {
        "different practices": (names, others, 1, 0, []),
        "the same practices, all slots": (names[:60], names[:60], 8, .1, []),
        "half of the practices in both": (names[:280], names[140:], 2, .1, []),
        "two slots each, weights and strata": (names, names[half:] + others[:half], 2, .1, ["frame"]),
    }
    with tempfile.TemporaryDirectory() as folder:
        a, b, frame = (os.path.join(folder, n) for n in ("a.csv", "b.csv", "frame.csv"))
        with open(frame, "w") as file:
            file.write("practice,stratum,weight\n")
            for i, n in enumerate(names + others):
                file.write(f"{n},S{i % 3},{(3, 1, 2)[i % 3]}\n")
        print(f"{surveys} pairs of surveys each; share with a wrong conclusion, unadjusted beside it")
        for design, (first, second, each, spread, options) in designs.items():
            rng = random.Random(20261128)
            wrong = unadjusted = 0
            tests = set()
            for _ in range(surveys):
                profile = {}
                if spread:
                    m = 1 / spread - 1
                    profile = {n: [rng.betavariate(p * m, (1 - p) * m) for p in RATES] for n in set(first) | set(second)}
                write(a, rows_of(rng, first, each, spread, profile))
                write(b, rows_of(rng, second, each, spread, profile))
                concluded, raw, test = conclusions(program, [a, b] + (["--frame", frame] if options else []))
                wrong += concluded
                unadjusted += raw
                tests.add(test)
            share = wrong / surveys
            error = (share * (1 - share) / surveys) ** .5
            print(f"{design:36s} {100 * share:5.2f} % (se {100 * error:.2f})  {100 * unadjusted / surveys:5.1f} %  {', '.join(sorted(tests))}", flush=True)


if __name__ == "__main__":
    main()
