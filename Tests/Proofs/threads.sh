#!/usr/bin/env bash
# Runs whatever uses several cores under ThreadSanitizer, with four jobs. Status 1 if it finds a race.
# Usage: threads.sh   (builds into .build/threads, a debug build of its own; SCRATCH names another folder)
set -euo pipefail
source "$(dirname "$0")/commands.sh"
cd "$(dirname "$0")/../.."
scratch=${SCRATCH:-.build/threads}
swift build --sanitize=thread --scratch-path "$scratch" --product telefontid
program=$(cd "$scratch/debug" && pwd)/telefontid
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# A process that found a race ends with 66, which is a missing file otherwise: both end this script.
export TSAN_OPTIONS="exitcode=66 log_path=$work/race"
run_all "$program" "$work/out" || { cat "$work"/race* 2> /dev/null; exit 1; }
if ls "$work"/race* > /dev/null 2>&1; then cat "$work"/race*; exit 1; fi
echo "no race"
