#!/usr/bin/env bash
# The rows of the tables in README and in the article What if: what each remedy comes to in 20 regions with the same shares.
#
#     what-ifs.sh [REGIONS] [REPLICATIONS]
#
# TELEFONTID is the program, the release build unless it is set.
set -euo pipefail
cd "$(dirname "$0")/../../../.."
program=${TELEFONTID:-.build/release/telefontid}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$program" sweep scenarios/midtjylland-2015.json scenarios/what-if-*.json --regions "${1:-20}" \
  --replications "${2:-20}" -o "$work/sweep" -q > /dev/null
awk -F, '
  # A number with so many decimals, and with a true minus sign.
  function shown(value, decimals) {
    value = sprintf("%." decimals "f", value)
    if (value + 0 == 0) return substr(value, value ~ /^-/ ? 2 : 1)
    return value < 0 ? "−" substr(value, 2) : "+" value
  }
  function change(name, low, high, error) {
    return shown(100 * $place[name], 2) " ± " sprintf("%.2f", 100 * $place[error]) " | " \
      shown(100 * $place[low], 2) " to " shown(100 * $place[high], 2)
  }
  NR == 1 { for (field = 1; field <= NF; field++) place[$field] = field; next }
  $place["definition"] != "agreement" { next }
  $place["group"] == "15:00-16:00" { hour = $0; name = $place["scenario"]; row[name] = ""; order[++count] = name }
  $place["group"] == "15:00-16:00" || $place["by"] == "all" {
    row[$place["scenario"]] = row[$place["scenario"]] " | " ($place["cell"] == 0 \
      ? sprintf("%.2f %% ± %.2f | %.2f to %.2f %%", 100 * $place["rate"], 100 * $place["monte_carlo_se"], \
          100 * $place["lowest_region"], 100 * $place["highest_region"]) \
      : change("difference", "lowest_difference", "highest_difference", "paired_se"))
  }
  $place["by"] == "all" {
    row[$place["scenario"]] = row[$place["scenario"]] " | " ($place["cell"] == 0 \
      ? sprintf("%.1f ± %.1f", $place["displaced_per_1000_practice_days"], $place["displaced_se"]) \
      : shown($place["displaced_difference"], 1) " ± " sprintf("%.1f", $place["displaced_paired_se"]))
  }
  END { for (number = 1; number <= count; number++) print "| " order[number] row[order[number]] " |" }
  ' "$work/sweep/sweep.csv"
