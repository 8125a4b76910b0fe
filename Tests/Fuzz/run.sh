#!/usr/bin/env bash
# Fuzzes the readers of scenarios, tables, arguments and result folders with libFuzzer, which comes with the Swift toolchain.
# Usage: run.sh RUNS [READER...]   (readers: scenario csv arguments folder; 1000000 runs of each take an hour or more)
#        run.sh replay [READER...] (only the inputs in inputs/READER, once each)
# A found case is written to inputs/READER, and the status is 1.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../.."
runs=${1:?the number of runs, or replay}
shift
[ $# -gt 0 ] || set -- scenario csv arguments folder
scratch=$(realpath -m "${FUZZ_SCRATCH:-.build/fuzz}")

# The package manager renames main, which libFuzzer has: so it makes the modules, and the compiler links them.
mkdir -p "$scratch"
swift build --scratch-path "$scratch" --target TelefontidCommand -Xswiftc -sanitize=fuzzer > "$scratch/build.log" 2>&1 ||
  { cat "$scratch/build.log"; exit 1; }
swiftc -Onone -sanitize=fuzzer -parse-as-library -swift-version 6 -I "$scratch/debug/Modules" \
  Tests/Fuzz/Fuzz.swift $(find "$scratch/debug/" -path '*.build/*' -name '*.o' | grep -v -e Tests -e benchmark -e '/telefontid.build/') \
  -o "$scratch/readers"

# The folder that is written again and again stands beside the corpus.
export TMPDIR="$scratch/tmp"
mkdir -p "$scratch/corpus" "$TMPDIR"
status=0
for reader in "$@"; do
  echo "== $reader"
  export FUZZ_READER=$reader
  if [ "$runs" = replay ]; then
    "$scratch/readers" -timeout=10 "$here/inputs/$reader"/* > "$scratch/$reader.log" 2>&1 || status=1
  else
    mkdir -p "$scratch/corpus/$reader"
    "$scratch/readers" -runs="$runs" -timeout=10 -max_len=4096 -rss_limit_mb=4096 -print_final_stats=1 \
      -artifact_prefix="$here/inputs/$reader/found-" "$scratch/corpus/$reader" "$here/inputs/$reader" \
      > "$scratch/$reader.log" 2>&1 || status=1
  fi
  grep -E 'ERROR|Fatal|stat::number_of_executed_units|Executed .* in' "$scratch/$reader.log" | tail -5 || true
done
exit $status
