#!/usr/bin/env bash
# Runs telefontid, two C programs and SimPy on the same two models, in turns, and compares first the results, then the times.
# Usage: run.sh [ROUNDS]. What is not installed is left out; README.md says how to install it.
set -euo pipefail
cd "$(dirname "$0")/../.."
rounds=${1:-5}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

swift build -c release --product telefontid-benchmark > "$work/build.log" 2>&1 || { cat "$work/build.log"; exit 1; }
ours=.build/release/telefontid-benchmark

heap="" limit=""
if command -v cc > /dev/null; then
  cc -O2 -o "$work/heap" Tests/Peers/heap.c -lm
  heap="$work/heap"
  cc -O2 -o "$work/limit" Tests/Peers/limit.c -lm
  limit="$work/limit"
else
  echo "No C compiler: the C programs are left out." >&2
fi

python=.build/peers/bin/python
[ -x "$python" ] || python=python3
simpy=""
if "$python" -c 'import simpy' 2> /dev/null; then
  simpy=Tests/Peers/simpy_peer.py
else
  echo "No SimPy: it is left out." >&2
fi

# In turns, so that whatever else the machine does falls on all of them.
for ((round = 1; round <= rounds; round++)); do
  for model in queue practice; do
    [ "$model" = queue ] && days=400 slow=20 || { days=40000 slow=800; }
    "$ours" --peer "$model" --days "$days" --seed "$round" > "$work/telefontid-$model-$round.csv"
    [ -z "$heap" ] || "$heap" "$model" "$days" "$round" > "$work/heap-$model-$round.csv"
    [ -z "$limit" ] || [ "$model" = practice ] || "$limit" "$days" "$round" > "$work/limit-$model-$round.csv"
    [ -z "$simpy" ] || "$python" "$simpy" "$model" "$slow" "$round" > "$work/simpy-$model-$round.csv"
    [ -z "$simpy" ] || [ "$model" = queue ] ||
      "$python" "$simpy" "lean-$model" "$slow" "$round" > "$work/lean-$model-$round.csv"
  done
done
"$python" Tests/Peers/compare.py "$work"
