#!/usr/bin/env bash
# How much the regions differ that a shipped scenario can draw: mean and spread of the truth over 40 values of practices.seed.
#
#     regions.sh [SCENARIO] [FIRST-SEED] [REPLICATIONS]
#
# The calibration has not seen the seeds from 1001 on. TELEFONTID is the program, the release build unless it is set.
set -euo pipefail
cd "$(dirname "$0")/../../../.."
scenario=${1:-scenarios/midtjylland-2015.json}
first=${2:-1001}
replications=${3:-50}
program=${TELEFONTID:-.build/release/telefontid}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for seed in $(seq "$first" $((first + 39))); do
  "$program" simulate "$scenario" --set "practices.seed=$seed" --replications "$replications" -o "$work/$seed" -q > /dev/null
done
# The first row of each file names its columns: definition, by, group, rate, Monte Carlo error.
awk -F, '
  FNR > 1 && $1 == "agreement" && $2 ~ /^(slot|pooled|all)$/ {
    if (!($3 in count)) order[++groups] = $3
    count[$3]++; sum[$3] += $4; squares[$3] += $4 * $4; noise[$3] += $5 * $5
    if (count[$3] == 1 || $4 < low[$3]) low[$3] = $4
    if (count[$3] == 1 || $4 > high[$3]) high[$3] = $4
  }
  END {
    for (place = 1; place <= groups; place++) {
      group = order[place]; n = count[group]; mean = sum[group] / n
      variance = (squares[group] - n * mean * mean) / (n - 1); between = variance - noise[group] / n
      printf "%-12s %d regions: mean %5.2f %% (Monte Carlo error %.2f), between regions SD %.2f, from %.2f to %.2f %%\n",
        group, n, 100 * mean, 100 * sqrt(noise[group]) / n, 100 * sqrt(between > 0 ? between : 0), 100 * low[group], 100 * high[group]
    }
  }' "$work"/*/truth.csv
