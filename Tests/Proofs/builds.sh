#!/usr/bin/env bash
# Whether a debug and a release build write the same bytes. Status 1 if not.
# Usage: builds.sh [DEBUG RELEASE]   (the two programs; without them both are built)
set -euo pipefail
source "$(dirname "$0")/commands.sh"
if [ $# -eq 2 ]; then
  debug=$(realpath "$1") release=$(realpath "$2")
else
  cd "$(dirname "$0")/../.."
  swift build --product telefontid
  swift build -c release --product telefontid
  debug=$PWD/.build/debug/telefontid release=$PWD/.build/release/telefontid
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
run_all "$debug" "$work/debug"
run_all "$release" "$work/release"
diff -r "$work/debug" "$work/release"
echo "the same bytes: $(find "$work/debug" -type f | wc -l) files"
