#!/usr/bin/env bash
# How much the regions differ that a shipped scenario can draw: mean and spread of the truth over 40 values of practices.seed.
#
#     regions.sh [SCENARIO] [FIRST-SEED] [REPLICATIONS]
#
# The seeds are none that the calibration has seen: Midtjylland was fitted on 1 to 20. It needs the release build.
set -euo pipefail
cd "$(dirname "$0")/../../../.."
scenario=${1:-scenarios/midtjylland-2015.json}
first=${2:-1001}
replications=${3:-50}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
.build/release/telefontid simulate "$scenario" --set "practices.seed=$first" --regions 40 \
  --replications "$replications" -o "$work/regions" -q > /dev/null
awk -F, '
  NR == 1 { for (field = 1; field <= NF; field++) place[$field] = field; next }
  $place["definition"] == "agreement" && $place["by"] ~ /^(slot|pooled|all)$/ {
    printf "%-12s mean %6.2f %% ± %.2f MC, between regions SD %.2f, from %.2f to %.2f\n", $place["group"],
      100 * $place["rate"], 100 * $place["monte_carlo_se"], 100 * $place["between_regions_sd"],
      100 * $place["lowest_region"], 100 * $place["highest_region"]
  }' "$work/regions/truth.csv"
