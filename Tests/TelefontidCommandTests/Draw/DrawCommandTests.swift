import Foundation
import Testing

@testable import TelefontidCommand

@Suite("draw")
struct DrawCommandTests {
  static let frame = #""$REPOSITORY/scenarios/fieldwork/practices.csv""#

  @Test(
    "Round trip: 420 practices are drawn, a script fills in the outcomes, estimate and evaluate read the file"
  )
  func roundTrip() throws {
    let sandbox = try CommandSandbox()
    // Every fifth call from 15 to 16 is not answered; a person answers all others. Four rows stay empty.
    let ending = try sandbox.shell(
      """
      telefontid draw --frame \(Self.frame) --first-date 2026-09-01 -o calls.csv > drawn.txt || exit 1
      telefontid check calls.csv --frame \(Self.frame) || exit 2
      awk -F, -v OFS=, 'NR > 5 { $8 = "answered-by-staff" }
        $3 == "15:00-16:00" && ++late % 5 == 0 { $8 = "no-answer" } { print }' calls.csv > filled.csv
      telefontid estimate filled.csv --frame \(Self.frame) --by slot -o rates.csv > rates.txt || exit 3
      telefontid evaluate filled.csv --target 0.10 --reached agreement > verdict.txt || exit 4
      """)
    #expect(ending.error == "")
    #expect(ending.status == 0)
    #expect(
      ending.output.contains(
        "420 rows: no outcome yet, which counts as not-attempted; the first on line 2"))
    // 420 calls in 8 slots: 52 or 53 in each, of which every fifth from 15 to 16 is 10.
    let calls = try sandbox.text(of: "calls.csv").split(separator: "\n").dropFirst()
    #expect(calls.count == 420)
    let last = calls.count { $0.contains(",15:00-16:00,") }
    #expect([52, 53].contains(last))
    let rates = try sandbox.text(of: "rates.csv").split(separator: "\n")
    #expect(rates.contains { $0.hasPrefix("0,agreement,slot,15:00-16:00,\(last),10,") })
    #expect(rates.contains { $0.hasPrefix("0,agreement,all,all,416,10,") })
    #expect(
      try sandbox.text(of: "rates.txt").contains(
        "4 of 420 rows have no outcome yet: counted as not-attempted, beside the rates."))
    // P(X ≥ 10) for 53 calls at 10 % is 0.036 (R: 1 - pbinom(9, 53, 0.1)); 52 calls fail at 10 too.
    let verdict = try sandbox.text(of: "verdict.txt").split(separator: "\n")
    #expect(verdict.contains { $0.hasPrefix("15:00-16:00") && $0.contains(" fails ") })
    #expect(verdict.contains { $0.hasPrefix("all ") && $0.contains(" meets ") })
  }

  @Test("The survey of a scenario is drawn as its first replication rings it")
  func asSimulated() throws {
    let ending = try CommandSandbox().shell(
      """
      small="--set practices.municipalities={\\"Odder\\":12} --set practices.gps={\\"1\\":12}"
      telefontid draw "$REPOSITORY/scenarios/midtjylland-2015.json" $small -o - | cut -d, -f1-6,10 > drawn || exit 1
      telefontid simulate "$REPOSITORY/scenarios/midtjylland-2015.json" $small --replications 1 -o run > /dev/null
      cut -d, -f1-6,10 run/calls.csv | sort > simulated
      sort drawn | diff - simulated && wc -l < drawn
      """)
    #expect(ending.output == "13\n")
    #expect(ending.error == "")
  }

  @Test("A scenario's survey is drawn from a frame of real practices, with its telephone numbers")
  func scenarioAndFrame() throws {
    let sandbox = try CommandSandbox()
    try sandbox.write("Ydernummer;Telefon\n000013;86 12 34 56\n000014;+45 97 11 22 33\n", to: "frame.csv")
    let ending = try sandbox.shell(
      """
      telefontid draw "$REPOSITORY/scenarios/midtjylland-2015.json" --set survey.slots_balanced_by=null \
        --frame frame.csv -o - --csv excel-da | cut -d';' -f2,10-12
      """)
    #expect(ending.status == 0)
    let rows = ending.output.split(separator: "\n")
    #expect(rows.first == "practice;interviewer;weight;Telefon")
    #expect(rows.dropFirst().contains { $0.hasPrefix("000013;") && $0.hasSuffix(";1;86 12 34 56") })
    #expect(rows.count == 3)
    let remarked = try sandbox.shell(
      "telefontid draw \"$REPOSITORY/scenarios/midtjylland-2015.json\" --frame frame.csv")
    #expect(remarked.output.contains("There is no column 'gps', within which the scenario shares slots out"))
  }

  @Test("One file for each interviewer; together they are the list, with semicolons too")
  func perInterviewer() throws {
    let ending = try CommandSandbox().shell(
      """
      draw() { telefontid draw --frame \(Self.frame) --first-date 2026-09-01 --interviewers 10 --csv excel-da "$@"; }
      draw -o whole.csv > /dev/null || exit 1
      draw --per-interviewer -o lists/calls.csv | tail -1
      ls lists | tr '\\n' ' '
      awk 'FNR == 1 && NR > 1 { next } 1' lists/*.csv | sort > parts
      sort whole.csv | diff - parts && telefontid estimate parts > /dev/null; echo $?
      awk 'FNR == 1 && NR > 1 { next } 1' lists/*.csv > joined.csv
      telefontid estimate joined.csv > /dev/null; echo $?
      """)
    #expect(
      ending.output == """
        Written to lists/calls-01.csv to lists/calls-10.csv, a file for each interviewer.
        calls-01.csv calls-02.csv calls-03.csv calls-04.csv calls-05.csv calls-06.csv calls-07.csv calls-08.csv calls-09.csv calls-10.csv 65
        0

        """)
  }

  @Test("A list that is there is not replaced by another, and no other file is touched")
  func outcomesAreKept() throws {
    let sandbox = try CommandSandbox()
    let ending = try sandbox.shell(
      """
      draw() { telefontid draw --frame \(Self.frame) --first-date 2026-09-01 "$@"; }
      draw --per-interviewer -o calls.csv > /dev/null || exit 1
      draw --per-interviewer -o calls.csv > /dev/null || exit 2
      sed -i '2s/,,,,3,/,,busy,,3,/' calls-3.csv
      cp -r . ../before-$$
      draw --per-interviewer -o calls.csv; echo $?
      draw --per-interviewer --seed 3 -o calls.csv; echo $?
      diff -r . ../before-$$ && ls -A; rm -r ../before-$$
      echo notes > notes.txt; draw -o notes.txt 2> /dev/null; echo $?
      draw -o . 2> /dev/null; echo $?
      """)
    #expect(
      ending.output
        == "73\n73\ncalls-1.csv\ncalls-2.csv\ncalls-3.csv\ncalls-4.csv\n73\n73\n")
    #expect(
      ending.error == """
        Error: calls-3.csv: holds 1 entry in disposition that would be lost: name another file, or replace it with --force
        Error: calls-1.csv: is another list, in which people may have written: name another file, or replace it with --force

        """)
  }

  @Test(
    "Whatever cell the interviewer has typed in, the list is not replaced",
    arguments: [
      ("2s/,,,,1,/,08:10,,,1,/", "holds 1 entry in dialled"),
      ("3s/,,,,1,/,,,12,1,/", "holds 1 entry in wait_seconds"),
      ("2,3s/,,,,1,/,08:10,,12,1,/", "holds 4 entries in dialled, wait_seconds"),
      ("2s/,,,,1,/,,,,Anne,/", "holds 1 entry in interviewer"),
      ("2s/2026-09-../2026-09-30/", "holds 1 entry in date"),
      ("2s/86 12 34 56/86 12 34 57/; 3s/86 12 34 56/86 12 34 57/", "holds 1 entry in telephone"),
      ("2s/^0,./0,Z/", "holds 1 entry in practice"),
      // A column of one's own, one of the frame that is empty there, and a row more.
      ("1s/$/,note/; 2s/$/,ring later/; 3s/$/,/", "is another list"),
      ("2s/$/ring later/", "holds 1 entry in remark"),
      ("3{p;s/,1,/,2,/}", "is another list"),
    ])
  func entriesAreKept(edit: String, entries: String) throws {
    let sandbox = try CommandSandbox()
    try sandbox.write("practice,telephone,remark\nA,86 12 34 56,\nB,,\n", to: "frame.csv")
    let ending = try sandbox.shell(
      """
      draw() { telefontid draw --frame frame.csv --first-date 2026-09-01 --interviewers 1 -o c.csv "$@"; }
      draw > /dev/null && draw > /dev/null || exit 1
      sed -i '\(edit)' c.csv; cp c.csv before.csv
      draw --seed 3 2> /dev/null; draw; status=$?; cmp c.csv before.csv; exit $status
      """)
    #expect(ending.status == 73, "\(ending.output)")
    #expect(ending.error.hasPrefix("Error: c.csv: \(entries)"), "\(ending.error)")
    #expect(ending.error.contains("name another file"))
  }

  @Test(
    "What cannot be drawn is refused with a reason and a way out",
    arguments: [
      ("--sample 421", 64, "leave '--sample' out to ring all of them"),
      ("--slots-per-practice 9", 64, "each practice can be rung in 1 to 8"),
      ("--sample 3 --stratify stratum", 64, "at least one practice per stratum is needed"),
      ("--sample 3 --stratify kluster", 64, "the frame has no such column; it has practice, municipality"),
      ("--sample 3 --systematic kluster", 64, "the frame has no column"),
      ("--sample 3 --proportional-to municipality", 65, "a size is a number above 0"),
      ("--sample 3 --proportional-to gps --stratify gps", 64, "exclude one another"),
      ("--systematic gps", 64, "'--systematic' needs '--sample N'"),
      ("--division equal", 64, "'--division' divides a sample among groups"),
      ("--slots 8-10,9-11", 64, "slots 08:00-10:00 and 09:00-11:00 overlap"),
      ("--set survey.attempts=2", 64, "'--set' changes a scenario, and there is none"),
      ("--days 0", 64, "expected a whole number from 1 to 1000"),
      ("--first-date 2026-02-30", 64, "expected a day"), ("--per-interviewer", 64, "name them with '-o"),
      ("--per-interviewer -o -", 64, "name them with '-o"),
    ])
  func refused(options: String, status: Int32, reason: String) throws {
    let date = options.contains("--first-date") ? "" : "--first-date 2026-09-01"
    let ending = try CommandSandbox().shell("telefontid draw --frame \(Self.frame) \(date) \(options)")
    #expect(ending.status == status)
    #expect(ending.error.contains(reason))
    #expect(ending.output == "")
  }

  @Test(
    "Scenario and design options exclude one another; without either there is nothing to draw from",
    arguments: ["", "--frame x.csv", "s.json --sample 4", "s.json --days 3"])
  func usage(arguments: String) throws {
    #expect(try CommandSandbox().shell("telefontid draw \(arguments)").status == 64)
  }

  @Test("Lists of idle interviewers are replaced, and those of an earlier, larger team are named")
  func smallerTeam() throws {
    let sandbox = try CommandSandbox()
    try sandbox.write("practice\n1\n2\n", to: "two.csv")
    let ending = try sandbox.shell(
      """
      draw() { telefontid draw --frame two.csv --first-date 2026-09-01 --per-interviewer -o l/my-calls.csv "$@" | tail -1; }
      draw --interviewers 5; draw --interviewers 5; rm l/my-calls-[123].csv; draw --interviewers 3
      """)
    #expect(
      ending.output == """
        Written to l/my-calls-1.csv to l/my-calls-5.csv, a file for each interviewer.
        Written to l/my-calls-1.csv to l/my-calls-5.csv, a file for each interviewer.
        Of an earlier draw, and not of this one: l/my-calls-4.csv, l/my-calls-5.csv.

        """)
    #expect(ending.error == "")
  }

  @Test("The last day of the calendar and a hundred interviewers for two practices do no harm")
  func extremes() throws {
    let sandbox = try CommandSandbox()
    try sandbox.write("practice\n1\n2\n", to: "two.csv")
    let ending = try sandbox.shell(
      """
      telefontid draw --frame two.csv --first-date 9999-12-31 --days 1000 --interviewers 100 --slots-per-practice all \
        --slots 0-24,47:00-48:00 -o l/c.csv --per-interviewer -q > /dev/null; echo $?; ls l | wc -l
      telefontid draw --frame two.csv --first-date 9999-12-31 --except 9999-12-31 -q; echo $?
      """)
    #expect(ending.output == "0\n100\n64\n")
    #expect(ending.error.contains("there is no day to ring on"))
  }
}
