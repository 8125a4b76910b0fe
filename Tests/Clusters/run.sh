#!/usr/bin/env bash
# Runs the recipes of the article ManyMachines for real, taken from its own text: xargs, GNU parallel, make, Snakemake and a Slurm of
# one node, each with a part that is killed, an extended file that changes, a last part that is missing and a disk that is full.
# Of sweeps and plans it runs the parts. Usage: run.sh [RECIPE...]. What is not installed is left out, and said; README.md says how to install it.
# TELEFONTID names the program; without it the release build is made.
set -uo pipefail
cd "$(dirname "$0")/../.."
root=$PWD
article=$root/Sources/TelefontidCommand/TelefontidCommand.docc/ManyMachines.md
work=$(mktemp -d)
trap 'stop_slurm; umount "$work"/*/shards 2> /dev/null; rm -rf "$work"' EXIT
[ -d "$root/.build/clusters/bin" ] && PATH=$root/.build/clusters/bin:$PATH

if [ -z "${TELEFONTID:-}" ]; then
  swift build -c release --product telefontid > "$work/build.log" 2>&1 || { cat "$work/build.log"; exit 1; }
  TELEFONTID=$root/.build/release/telefontid
fi
export TELEFONTID

# ---- What every recipe is tried with. ----

# The program as the recipes call it. Where a file kill-part says so, part 3 is killed without warning, once.
mkdir "$work/bin"
cat > "$work/bin/telefontid" <<'SHIM'
#!/usr/bin/env bash
if [ -e kill-part ] && [[ " $* " == *" shards/3 "* ]]; then
  rm kill-part
  "$TELEFONTID" "$@" &
  kill -KILL $!
  wait $!
  exit 137
fi
exec "$TELEFONTID" "$@"
SHIM
chmod +x "$work/bin/telefontid"
PATH=$work/bin:$PATH

# The code block of the article in which a text stands, for a small scenario and ten replications a part.
recipe() {
  awk -v text="$1" '/^```/ { if (inside && index(block, text)) { printf "%s", block; exit } inside = !inside; block = ""; next }
    inside { block = block $0 "\n" }' "$article" |
    sed 's|scenarios/midtjylland-2015.json|scenario.json|g; s/ \* 100/ * 10/g; s/+ 99/+ 9/g; s/0-999/0-99/g; s/replications 1000/replications 20/
      s/--cpus-per-task=4/--cpus-per-task=1/; s/^--jobs 4/--jobs 2/'
}

# A folder with a scenario that extends another, and what one run of it writes.
new_place() {
  place=$work/$1
  mkdir "$place" "$place/results" "$place/shards"
  cd "$place"
  echo "{ \"extends\": \"$root/scenarios/arithmetic.json\", \"seed\": 20 }" > parent.json
  echo '{ "extends": "parent.json", "name": "cluster" }' > scenario.json
  "$TELEFONTID" simulate scenario.json --replications 100 -o whole -q > /dev/null
}

failures=0
check() { # check WHAT COMMAND...: the command must succeed.
  local what=$1
  shift
  if "$@" > "$work/check.log" 2>&1; then
    echo "  ok: $what"
  else
    echo "  FAILED: $what"
    sed 's/^/    /' "$work/check.log" "$work/run.log" | tail -20
    failures=$((failures + 1))
  fi
}
is_whole() { for file in whole/*.csv; do cmp "$file" "results/joined/${file##*/}" || return 1; done; }
is_absent() { [ ! -e results/joined ]; }
fails() { ! "$@"; }
run() { "$@" > "$work/run.log" 2>&1; }

# try NAME COMMAND: the five trials, where COMMAND runs the whole recipe in the folder and rebuilds says whether it follows changes.
try() {
  local name=$1 command=$2 rebuilds=$3
  echo "$name"
  new_place "$name"

  touch kill-part
  check "a part that is killed ends the recipe, and nothing is merged" fails run $command
  check "nothing is merged" is_absent
  check "run again, it ends" run $command
  check "and the bytes are those of one run" is_whole

  sleep 1.1
  sed -i 's/"seed": 20/"seed": 21/' parent.json
  "$TELEFONTID" simulate scenario.json --replications 100 -o whole -q > /dev/null
  if [ "$rebuilds" = no ]; then rm -rf shards/* results/joined; fi
  check "after the extended file has changed it runs again" run $command
  check "and the bytes are the new ones" is_whole

  rm -rf results/joined shards/9
  check "without its last part the merge is refused" fails run telefontid merge shards/* --replications 0-99 -o results/joined
  check "and says which replications are missing" grep -q 'replications 90-99 are missing' "$work/run.log"
  check "nothing is merged" is_absent

  if mount -t tmpfs -o size=100k none "$work/$name/shards" 2> /dev/null; then
    check "on a full disk it ends with an error" fails run $command
    check "nothing is merged" is_absent
    umount "$work/$name/shards"
    rm -rf .snakemake/incomplete
    check "with room again it ends" run $command
    check "and the bytes are those of one run" is_whole
  else
    echo "  left out: no disk can be mounted here to be full"
  fi
  cd "$root"
}

# ---- The recipes. ----

script() { # script TEXT: the recipe as a command.
  recipe "$1" > "$work/recipe-${2}.sh"
  [ -s "$work/recipe-${2}.sh" ] || { echo "no recipe with '$1'"; exit 1; }
  echo "bash $work/recipe-${2}.sh"
}

try_make() {
  recipe '$(SCENARIO)' > "$work/recipe.mk"
  try make "make -j2 -f $work/recipe.mk" yes
}
try_snakemake() {
  recipe 'rule merge' > "$work/recipe.smk"
  try snakemake "snakemake --cores 2 --rerun-incomplete --quiet all -s $work/recipe.smk --directory ." yes
}
try_xargs() { try xargs "$(script 'xargs -P' xargs)" no; }
try_parallel() { try parallel "$(script 'parallel --jobs' parallel)" no; }

# Parts of a sweep and of a plan, taken together by the command that could have made it all.
try_parts() {
  echo "parts of sweeps and plans"
  new_place parts
  cat > scenario.json <<JSON
{ "extends": "$root/scenarios/midtjylland-2015.json", "name": "parts",
  "practices": { "municipalities": { "Odder": 40 }, "gps": { "1": 40 } } }
JSON
  check "a sweep is made in parts and put together" run $(script '--vary survey.attempts=1,2,6' sweep)
  run telefontid sweep scenario.json --vary survey.attempts=1,2,6 --replications 20 -o whole-sweep
  check "and the folder is that of one run" diff -r whole-sweep results/attempts
  check "designs are compared in parts and put together" run $(script 'plan compare-designs' designs)
  run telefontid plan compare-designs scenario.json --replications 20 -o whole.csv
  check "and the answer is that of one run" cmp whole.csv designs.csv
  rm -r parts/2
  check "without one of its parts the sweep makes what is missing" run $(script '--vary survey.attempts=1,2,6' sweep)
  check "and the folder is that of one run" diff -r whole-sweep results/attempts
  cd "$root"
}

# A Slurm of one node; the recipe's second block submits the first and the merge, and we wait for both.
slurm_up=no
stop_slurm() {
  [ "$slurm_up" = yes ] || return 0
  for daemon in slurmctld slurmd munged; do
    [ -f "$work/$daemon.pid" ] && kill "$(cat "$work/$daemon.pid")" 2> /dev/null
  done
  slurm_up=no
}
start_slurm() {
  local host
  host=$(hostname -s)
  mkdir -p "$work/daemon/state" "$work/daemon/spool"
  cat > "$work/slurm.conf" <<CONF
ClusterName=one
SlurmctldHost=$host(127.0.0.1)
SlurmUser=root
AuthType=auth/munge
AuthInfo=socket=$work/munge.socket
CryptoType=crypto/munge
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
ReturnToService=2
KillWait=5
StateSaveLocation=$work/daemon/state
SlurmdSpoolDir=$work/daemon/spool
SlurmctldPidFile=$work/slurmctld.pid
SlurmdPidFile=$work/slurmd.pid
SlurmctldLogFile=$work/slurmctld.log
SlurmdLogFile=$work/slurmd.log
NodeName=$host NodeAddr=127.0.0.1 CPUs=$(nproc) State=UNKNOWN
PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP
CONF
  export SLURM_CONF=$work/slurm.conf
  dd if=/dev/urandom of="$work/munge.key" bs=1024 count=1 2> /dev/null
  chmod 700 "$work"; chmod 400 "$work/munge.key"
  slurm_up=yes
  munged --force --key-file="$work/munge.key" --socket="$work/munge.socket" --pid-file="$work/munged.pid" \
    --seed-file="$work/munge.seed" --log-file="$work/munged.log" || return 1
  slurmctld || return 1
  slurmd || return 1
  for _ in $(seq 30); do sinfo -h -o %T 2> /dev/null | grep -q idle && return 0; sleep 1; done
  cat "$work/slurmctld.log" "$work/slurmd.log"
  return 1
}
wait_for_slurm() {
  while squeue -h 2> /dev/null | grep -q .; do sleep 0.5; done
  [ -e results/joined/manifest.json ]
}
try_slurm() {
  start_slurm || { echo "slurm: left out, it does not start here"; tail -3 "$work"/slurm*.log "$work/munged.log"; return; }
  recipe '#SBATCH' > "$work/shards.sbatch"
  recipe 'sbatch --parsable' > "$work/submit.sh"
  cat > "$work/slurm.sh" <<SUBMIT
rm -rf results/joined
sed 's/^#SBATCH --time=.*/#SBATCH --time=5/' $work/shards.sbatch > shards.sbatch
source $work/submit.sh
while squeue -h | grep -q .; do sleep 0.5; done
[ -e results/joined/manifest.json ]
SUBMIT
  try slurm "bash $work/slurm.sh" no

  echo "slurm, a part whose time is up"
  cd "$work/slurm-time" 2> /dev/null || new_place slurm-time
  # Slurm looks at time limits every half minute or so; the program gets its signal through the batch script.
  sed 's/^#SBATCH --time=.*/#SBATCH --time=2/; s/@60/@100/; s/--array=0-9/--array=0-0/; s/\$first-\$((first + 9))/0-99999999/' \
    "$work/shards.sbatch" > long.sbatch
  job=$(sbatch --parsable long.sbatch)
  while squeue -h | grep -q .; do sleep 1; done
  check "it was told in time, and keeps what it has" grep -q '"complete": false' shards/0/manifest.json
  cd "$root"
}

wished=("$@")
[ ${#wished[@]} -gt 0 ] || wished=(xargs parallel make snakemake slurm parts)
for recipe in "${wished[@]}"; do
  program=$recipe
  [ "$recipe" = slurm ] && program=slurmctld
  [ "$recipe" = parts ] && program=bash
  if command -v "$program" > /dev/null; then "try_$recipe"; else echo "$recipe: left out, it is not installed"; fi
done
[ "$failures" = 0 ] || { echo "$failures checks failed"; exit 1; }
echo "all is well"
