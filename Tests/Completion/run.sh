#!/bin/sh
# Completion in the real shells, as people press Tab. Usage: Tests/Completion/run.sh PROGRAM, from the repository's root.
#
# Needs bash, zsh and fish (Debian's packages); a shell that is not there is passed over and said. The project never needs them.
set -u
program=$(realpath "$1")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/bin" "$work/home" "$work/folder"
ln -s "$program" "$work/bin/telefontid"
cp scenarios/fieldwork/calls.csv "$work/calls.csv"
PATH=$work/bin:$PATH HOME=$work/home
export PATH HOME
cd "$work" || exit 1
failed=0

# One case a line: what is typed, and the words that must be among what is offered.
cat > cases << 'END'
telefontid sim|simulate
telefontid plan |margin power acceptance compare-designs
telefontid plan mar|margin
telefontid help est|estimate
telefontid estimate calls.csv --int|--interval
telefontid estimate calls.csv --interval |wilson clopper-pearson
telefontid estimate calls.csv --interval=wi|wilson
telefontid estimate cal|calls.csv
telefontid estimate calls.csv --reached pers|person person-within=
telefontid simulate midt|midtjylland-2015
telefontid simulate midtjylland-2015 -o fol|folder
telefontid simulate midtjylland-2015 --set survey.att|survey.attempts=
telefontid simulate midtjylland-2015 --set survey.interval=cl|clopper-pearson
telefontid sweep midtjylland-2015 --vary patients.calls_per_d|patients.calls_per_day_per_1000_listed=
telefontid evaluate calls.csv --csv ex|excel-da
telefontid init |scenario frame codes calls
END

# Says whether every word is among the lines offered, each by itself or at the end of one.
verify() { # shell, typed, words, file with what was offered
  for word in $3; do
    # zsh draws the line anew and leaves out what stands there already.
    if [ "$1" = zsh ]; then
      rest=${word#"${2##*[ =]}"}
      grep -qF -e "$word" -e "$(printf '%s' "$rest" | tr -d ' ')" "$4" && continue
    fi
    grep -qE -- "(^|[= ])$(printf '%s' "$word" | sed 's/[.=]/\\&/g')/?( |$)" "$4" && continue
    echo "$1: '$2' does not offer '$word':"
    sed 's/^/  /' "$4" | head -5
    failed=1
  done
}

tested=
if command -v bash > /dev/null; then
  tested="$tested bash"
  while IFS='|' read -r typed words; do
    # As bash divides the line: at = too.
    bash --norc -c '
      source <(telefontid completion bash)
      typed=$1
      read -ra COMP_WORDS <<< "${typed//=/ = }"
      [[ $typed == *" " ]] && COMP_WORDS+=("")
      COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
      compopt() { :; }
      _telefontid telefontid "${COMP_WORDS[COMP_CWORD]}"
      printf "%s\n" "${COMPREPLY[@]}"' bash "$typed" > offered 2>&1
    verify bash "$typed" "$words" offered
  done < cases
fi
if command -v fish > /dev/null; then
  tested="$tested fish"
  while IFS='|' read -r typed words; do
    fish --no-config -c 'telefontid completion fish | source; complete -C "$argv[1]"' "$typed" 2>&1 | cut -f 1 > offered
    verify fish "$typed" "$words" offered
  done < cases
fi
if command -v zsh > /dev/null; then
  tested="$tested zsh"
  mkdir functions && telefontid completion zsh > functions/_telefontid
  # A terminal of its own, in which each line is typed, then Tab, and the keys that print what became of it.
  cat > type.zsh << 'END'
zmodload zsh/zpty
zpty shell zsh -f -i
say() { zpty -w -n shell "$1"; }
say $'PS1=; fpath=('$PWD$'/functions $fpath); autoload -Uz compinit; compinit -u -D; unsetopt list_beep\n'
say $'zstyle ":completion:*" list-colors ""; LISTMAX=1000; COLUMNS=200; setopt nolistambiguous; print READY\n'
# Reads until a text was seen, or until nothing has come for so many twentieths of a second.
hear() {
  local text all= silent=0
  while ((silent < $2)); do
    if zpty -r -t shell text 2> /dev/null; then all+=$text silent=0; else sleep 0.05; ((silent++)); fi
    [[ $all == *$1* ]] && break
  done
  print -r -- "$all"
}
hear $'\nREADY' 200 > /dev/null
say "$1"$'\t\t'
hear "$2" 200
hear NEVER 6
zpty -d shell
END
  while IFS='|' read -r typed words; do
    last=${words##* }
    rest=${last#"${typed##*[ =]}"}
    zsh -f type.zsh "$typed" "$rest" 2>&1 | tr -d '\r\a' | sed 's/\x1b\[[0-9;?]*[a-zA-Z]//g; s/  */ /g' > offered
    verify zsh "$typed" "$words" offered
  done < cases
fi
echo "completion tested in:$tested"
exit $failed
