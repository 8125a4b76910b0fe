#!/usr/bin/env bash
# Feeds the four readers with inputs that libFuzzer makes by what they cover: scenarios, calls and frames, command lines, folders of results.
# Usage: run.sh [RUNS [TARGET...]], with 1,000,000 inputs each by default. What is found is kept in Tests/Fuzz/cases, and tried first
# the next time. Ends with status 1 if anything was found.
set -euo pipefail
cd "$(dirname "$0")/../.."
runs=${1:-1000000}
shift || true
targets=("$@")
[ ${#targets[@]} -gt 0 ] || targets=(scenario csv arguments folder)
build=.build/fuzz
work=$(mktemp -d)
trap 'rm -rf "$work" /dev/shm/telefontid-fuzz-*' EXIT

# The package manager renames main, so that the modules are built by it and linked here.
swift build -c release --product telefontid --scratch-path $build -Xswiftc -enable-testing \
  -Xswiftc -sanitize-coverage=edge,indirect-calls,inline-8bit-counters,pc-table > "$work/build.log" 2>&1 || true
objects=$(find $build/*/release -path '*.build/*.o' ! -path '*/telefontid.build/*')
[ -n "$objects" ] || { tail -20 "$work/build.log"; exit 1; }
# shellcheck disable=SC2086
swiftc -O -parse-as-library -sanitize=fuzzer -swift-version 6 -package-name "$(basename "$PWD")" -I "$(echo $build/*/release/Modules)" \
  Tests/Fuzz/Fuzz.swift $objects -o "$work/fuzz"

mkdir -p Tests/Fuzz/cases
seed() { mkdir -p "$work/$1"; }
seed scenario; cp scenarios/*.json "$work/scenario"
seed csv
for file in scenarios/fieldwork/*.csv results/*/practices.csv; do
  { printf '\xff'; head -40 "$file"; } > "$work/csv/$(echo "$file" | tr / -)"
done
seed arguments
number=0
grep -rhoE '^telefontid [a-z].*' Sources/*/*.docc/*.md README.md | while read -r line; do
  number=$((number + 1))
  echo "${line#telefontid }" | tr ' ' '\n' > "$work/arguments/$number"
done
seed folder
for file in manifest.json tallies.csv truth.csv summary.csv traffic.csv datapackage.json; do
  echo "== $file"
  cat "results/arithmetic/$file"
done > "$work/folder/arithmetic"

status=0
for target in "${targets[@]}"; do
  mkdir -p "Tests/Fuzz/cases/$target"
  echo "$target:"
  TARGET=$target "$work/fuzz" -runs="$runs" -max_len=16384 -timeout=20 -rss_limit_mb=4096 -print_final_stats=1 \
    -artifact_prefix="Tests/Fuzz/cases/$target/" "$work/$target" "Tests/Fuzz/cases/$target" > "$work/$target.log" 2>&1 || status=1
  grep -E 'SUMMARY|stat::number_of_executed_units|DONE|cov:' "$work/$target.log" | tail -3
  [ $status = 0 ] || tail -30 "$work/$target.log"
done
exit $status
