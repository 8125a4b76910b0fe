#!/bin/sh
# Outside check: drawn and filled lists survive LibreOffice, saved as workbooks and as CSV again, as people do it.
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
# An office as people have it, Danish or English: how it shows dates follows from that, not from the file.
for language in da-DK en-GB; do
  mkdir -p "$language/user"
  cat > "$language/user/registrymodifications.xcu" << END
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>$language</value></prop></item>
</oor:items>
END
done
office() { soffice --headless -env:UserInstallation="file://$work/$locale" --convert-to "$@" > /dev/null 2>&1; }
# A list becomes a workbook, and the workbook a CSV in the folder `back`: its name, charset (76 is UTF-8, 1 Windows-1252), separator, and
# the language of the office, as LibreOffice numbers it in filters and names it.
roundtrip() {
  locale=$5
  office xlsx --infilter="CSV:$3,34,$2,1,,$4,false,true" "$1.csv"
  office "csv:Text - txt - csv (StarCalc):59,34,76,1,,$4,false,true,false" --outdir back "$1.xlsx"
}
mkdir back
draw -o plan.csv
for language in da en; do
  for style in excel-da standard; do
    list=$language-$style
    draw --language $language --csv $style -o "$list.csv"
    [ $style = excel-da ] && { separator=59; office="1030 da-DK"; } || { separator=44; office="2057 en-GB"; }
    roundtrip "$list" 76 $separator $office
    "$program" check "back/$list.csv" --frame "$register/praksis.csv" --today 2026-09-01 > "check-$list.txt"
    "$program" join "back/$list.csv" --plan plan.csv -o "joined-$list.csv" > "join-$list.txt"
    grep -q 'in no list:' "join-$list.txt" && { echo "$list: calls were lost"; exit 1; }
    cut -d, -f1-5 "joined-$list.csv" > a
    "$program" join "$list.csv" --plan plan.csv -o - | cut -d, -f1-5 > b
    cmp a b
    echo "$list: $(($(wc -l < a) - 1)) calls came back as they were drawn"
  done
done

# The lists that came back from three people: every answer that they typed is read again, and so is every estimate.
for person in Anne Bo Cecilie; do
  cp "$register/udfyldt/opkald-$person.csv" "$person.csv"
  roundtrip "$person" 1 59 1030 da-DK
done
"$program" join Anne.csv Bo.csv Cecilie.csv --plan plan.csv -o before.csv > before.txt
"$program" join back/Anne.csv back/Bo.csv back/Cecilie.csv --plan plan.csv -o after.csv > after.txt
cmp before.csv after.csv
for by in slot kommune interviewer; do
  "$program" estimate before.csv --frame "$register/praksis.csv" --by $by --reached agreement --reached person -o a.csv > a.txt
  "$program" estimate after.csv --frame "$register/praksis.csv" --by $by --reached agreement --reached person -o b.csv > b.txt
  cmp a.csv b.csv
done
echo "filled lists: $(($(wc -l < after.csv) - 1)) rows and their estimates came back as they were"
# The joined calls themselves, as an analyst would open them: a comma, a decimal point, an English workbook.
roundtrip before 76 44 2057 en-GB
"$program" estimate back/before.csv --frame "$register/praksis.csv" --by kommune --reached agreement --reached person -o b.csv > b.txt
"$program" estimate before.csv --frame "$register/praksis.csv" --by kommune --reached agreement --reached person -o a.csv > a.txt
cmp a.csv b.csv
echo "joined calls: their estimates came back as they were"
