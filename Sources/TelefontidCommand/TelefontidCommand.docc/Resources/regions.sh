#!/usr/bin/env bash
# How much the regions differ that a shipped scenario can draw: mean and spread of the truth over 40 values of practices.seed.
#
#     regions.sh [SCENARIO] [FIRST-SEED] [REPLICATIONS]
#
# No calibration has seen the seeds from 1001 on. TELEFONTID is the program, the release build unless it is set.
set -euo pipefail
cd "$(dirname "$0")/../../../.."
scenario=${1:-scenarios/midtjylland-2015.json}
first=${2:-1001}
replications=${3:-50}
program=${TELEFONTID:-.build/release/telefontid}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$program" simulate "$scenario" --set "practices.seed=$first" --regions 40 --replications "$replications" \
  -o "$work/regions" -q > /dev/null
awk -F, '
  NR == 1 { for (field = 1; field <= NF; field++) place[$field] = field; next }
  $place["definition"] ~ /^(agreement|person)$/ && $place["by"] ~ /^(slot|pooled|all)$/ {
    printf "%-9s %-12s %d regions: mean %5.2f %%, Monte Carlo error %.2f, between regions SD %.2f, from %.2f to %.2f %%\n",
      $place["definition"], $place["group"], $place["regions"], 100 * $place["rate"], 100 * $place["monte_carlo_se"],
      100 * $place["between_regions_sd"], 100 * $place["lowest_region"], 100 * $place["highest_region"]
  }' "$work/regions/truth.csv"
