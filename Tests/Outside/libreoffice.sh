#!/bin/sh
# Outside check: a drawn list survives LibreOffice, saved as a workbook and as a CSV again, as people do it.
#
# Needs Debian's libreoffice-calc-nogui; the project never needs it. Usage: Tests/Outside/libreoffice.sh PROGRAM, from the repository's root.
set -eu
program=$(realpath "$1")
register=$(realpath scenarios/fieldwork/register)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
draw() {
  "$program" draw --frame "$register/praksis.csv" --slots 8-10,10-12,12-14,14-16 --slots-per-practice 2 \
    --first-date 2026-09-01 --days 5 --interviewers Anne,Bo,Cecilie "$@" > /dev/null
}
office() { soffice --headless -env:UserInstallation="file://$work/profile" --convert-to "$@" > /dev/null 2>&1; }
draw -o plan.csv
for language in da en; do
  for style in excel-da standard; do
    list=$language-$style
    draw --language $language --csv $style -o "$list.csv"
    # Field separator, quotes, UTF-8 (76), from line 1, every column as LibreOffice likes, the language of numbers and dates.
    [ $style = excel-da ] && { separator=59; locale=1030; } || { separator=44; locale=1033; }
    office xlsx --infilter="CSV:$separator,34,76,1,,$locale,false,true" "$list.csv"
    mkdir -p back
    office "csv:Text - txt - csv (StarCalc):59,34,76,1,,1030,false,true,false" --outdir back "$list.xlsx"
    "$program" check "back/$list.csv" --frame "$register/praksis.csv" --today 2026-09-01 > "check-$list.txt"
    "$program" join "back/$list.csv" --plan plan.csv -o "joined-$list.csv" > "join-$list.txt"
    grep -q 'in no list:' "join-$list.txt" && { echo "$list: calls were lost"; exit 1; }
    cut -d, -f1-5 "joined-$list.csv" > a
    "$program" join "$list.csv" --plan plan.csv -o - | cut -d, -f1-5 > b
    cmp a b
    echo "$list: $(($(wc -l < a) - 1)) calls came back as they were drawn"
  done
done
