# Runs of the program that use several cores, short ones: sourced by threads.sh and builds.sh.
# Usage: run_all PROGRAM FOLDER
run_all() {
  local program=$1 folder=$2 shipped
  shipped=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../scenarios" && pwd)
  local whole=$shipped/midtjylland-2015.json targets=$shipped/midtjylland-2015.targets.csv
  mkdir -p "$folder"
  (
    cd "$folder"
    # More than the length above which a file is read in parts on all cores.
    awk 'BEGIN { print "practice,slot,date,dialled,disposition,note"
      for (i = 0; i < 200000; i++) printf "P%05d,%02d:00-%02d:00,2026-09-%02d,%02d:30:00,%s,nothing to be said of this call\n", i / 160,
        8 + i % 8, 9 + i % 8, 1 + i / 8 % 20, 8 + i % 8, i % 7 ? "answered-by-staff" : "no-answer" }' > long.csv
    local count=0
    run() { count=$((count + 1)); echo "$1"; "$program" "$@" -q > "$count-$1.txt"; }
    run simulate "$whole" --replications 8 --jobs 4 -o simulated
    run simulate "$shipped/hovedstaden-2012.json" --replications 2 --jobs 4 -o rounds
    run sweep "$whole" --vary survey.attempts=1,3 --vary survey.interviewers=2,4 --replications 2 --jobs 4 -o swept
    run calibrate "$whole" --to "$targets" --free survey.ring_limit_seconds --replications 4 --evaluations 6 --jobs 4 \
      -o fit.json --points points.csv
    run plan fieldwork "$whole" --replications 4 --largest-team 3 --jobs 4 -o team.csv
    run plan compare-designs "$whole" --calls 60 --slots-per-practice 1 --replications 4 --jobs 4 -o designs.csv
    run estimate long.csv --by slot -o estimates.csv
    run evaluate long.csv --by slot --target 0.1 -o verdicts.csv
    run draw --frame "$shipped/fieldwork/practices.csv" --first-date 2026-09-01 --interviewers 3 -o list.csv
    run report simulated -o report.html
  )
}
