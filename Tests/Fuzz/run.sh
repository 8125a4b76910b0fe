#!/usr/bin/env bash
# Fuzzes the readers of scenarios, tables, arguments and result folders with libFuzzer, which comes with the Swift toolchain.
# Usage: run.sh RUNS [READER...]   (readers: scenario csv arguments folder)
#        run.sh replay [READER...] (only the inputs in inputs/READER, once each)
# A found case is written to inputs/READER, and the status is 1.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../.."
runs=${1:?the number of runs, or replay}
shift
[ $# -gt 0 ] || set -- scenario csv arguments folder
scratch=$(realpath -m "${FUZZ_SCRATCH:-.build/fuzz}")

# The package manager renames main, which libFuzzer has: so it makes the modules, and the compiler links those that a reader needs.
# Everything is optimised, so that an input takes a tenth of a millisecond; preconditions stay.
mkdir -p "$scratch"
swift build --scratch-path "$scratch" --target TelefontidCommand -Xswiftc -sanitize=fuzzer -Xswiftc -O > "$scratch/build.log" 2>&1 ||
  { cat "$scratch/build.log"; exit 1; }
modules() {
  local scenarios="Randomness Tables SurveyStatistics Files SurveyDesign TelephoneAccess Scenarios"
  case $1 in
    scenario) echo "$scenarios" ;;
    csv) echo Randomness Tables SurveyStatistics SurveyDesign Surveys ;;
    folder) echo "$scenarios" Surveys Studies ;;
    arguments) echo "$scenarios" Surveys Studies Drawing Terminal Experiments Reports TelefontidCommand ;;
    *) echo "no reader $1: scenario csv arguments folder" >&2; return 1 ;;
  esac
}
link() { # link READER
  local objects=() module
  for module in $(modules "$1"); do objects+=("$scratch/debug/$module.build"/*.o); done
  swiftc -O -sanitize=fuzzer -parse-as-library -swift-version 6 -D "${1^^}" -I "$scratch/debug/Modules" \
    Tests/Fuzz/Fuzz.swift "${objects[@]}" -o "$scratch/$1"
}

status=0
for reader in "$@"; do
  echo "== $reader"
  link "$reader"
  if [ "$runs" = replay ]; then
    "$scratch/$reader" -timeout=10 "$here/inputs/$reader"/* > "$scratch/$reader.log" 2>&1 || status=1
  else
    mkdir -p "$scratch/corpus/$reader"
    "$scratch/$reader" -runs="$runs" -timeout=10 -max_len=4096 -rss_limit_mb=4096 -print_final_stats=1 \
      -artifact_prefix="$here/inputs/$reader/found-" "$scratch/corpus/$reader" "$here/inputs/$reader" \
      > "$scratch/$reader.log" 2>&1 || status=1
  fi
  grep -E 'ERROR|Fatal|stat::number_of_executed_units|Executed .* in|Done ' "$scratch/$reader.log" | tail -5 || true
done
exit $status
