import Foundation
import Testing

@testable import TelefontidCommand

/// Two rounds on the shipped frame.
///
/// All numbers are counts by hand of the practice numbers 900001 to 900420.
///
/// In round 1 the last digit decides: 0, 1 and 2 are not reached (42 each), 3 is a wrong number (42), 4 to 9 are reached (252). In round 2 the last
/// digit but one: of each 42 practices half have an even one, so that 63 of the 126 are reached.
@Suite("draw --round")
struct DrawRoundTests {
  private static let article = Article(named: "DrawingAndFieldwork")

  /// Fills in both rounds' lists by script, and does with them what the article says.
  static let fill = """
    fill1() { awk -F, -v OFS=, 'NR > 1 { d = $2 % 10
      $8 = d == 0 ? "no-answer" : d == 1 ? "busy" : d == 2 ? "message-without-referral" : d == 3 ? "wrong-number" : "answered-by-staff" }
      { print }' "$1"; }
    fill2() { awk -F, -v OFS=, 'NR > 1 { $9 = int($2 / 10) % 2 == 0 ? "answered-by-staff" : "no-answer" } { print }' "$1"; }
    ln -sfn "$REPOSITORY/scenarios" scenarios

    """

  private static func commands() throws -> [String] {
    let lines = article.commandLines
    let first = try #require(lines.firstIndex { $0.hasSuffix("-o round-1.csv") })
    return Array(lines[first...(first + 2)])
  }

  @Test("The article's two rounds give the numbers of a hand count")
  func article() throws {
    let commands = try Self.commands()
    let sandbox = try CommandSandbox()
    let ending = try sandbox.shell(
      Self.fill + """
        \(commands[0]) > /dev/null || exit 1
        fill1 round-1.csv > filled-1.csv
        \(commands[1]) > drawn.txt || exit 2
        fill2 round-2.csv > filled-2.csv
        telefontid check filled-2.csv --frame scenarios/fieldwork/practices.csv > checked.txt || exit 3
        \(commands[2]) -o rates.csv || exit 4
        telefontid join filled-2.csv filled-1.csv -o joined.csv > /dev/null || exit 5
        telefontid estimate joined.csv --by slot -o joined-rates.csv > /dev/null || exit 6
        cmp rates.csv joined-rates.csv || exit 7
        """)
    #expect(ending.status == 0 && ending.error == "", "\(ending.error)")
    let shown = try #require(Self.article.blocks.first { $0.hasPrefix("Reached  ") })
    #expect(
      shown.split(separator: "\n").map(String.init).firstLine(missingFrom: ending.output) == nil,
      "\(ending.output)")
    let rates = try sandbox.text(of: "rates.csv")
    #expect(rates.contains("0,agreement,all,all,378,63,"))

    let rows = try sandbox.text(of: "round-2.csv").split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let first = try sandbox.text(of: "round-1.csv").split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let before = Dictionary(uniqueKeysWithValues: first.map { ($0[1], $0) })
    #expect(rows.count == 126)
    for row in rows {
      let earlier = try #require(before[row[1]])
      #expect(["0", "1", "2"].contains(row[1].suffix(1)))
      #expect(row[2] != earlier[2], "another slot")
      #expect(row[3] >= "2026-09-21" && row[3] <= "2026-09-25")
      #expect(Array(row[4...5]) == ["2", "2"], "round and attempt")
      #expect(row[6].prefix(5) != earlier[5].prefix(5), "another minute")
    }
    // 126 calls over 5 days, 4 interviewers and 8 slots.
    func counts(_ column: Int) -> Set<Int> {
      Set(Dictionary(grouping: rows) { $0[column] }.values.map(\.count))
    }
    #expect(counts(3).isSubset(of: [25, 26]))
    #expect(counts(10).isSubset(of: [31, 32]))
    #expect(counts(2).isSubset(of: [15, 16]))
    #expect(try sandbox.text(of: "drawn.txt").contains("Round 2: 126 calls to 126 of 420 practices"))
  }

  @Test("Three rounds, of a scenario, in Danish lists: each goes on with the lists of all before")
  func threeRounds() throws {
    let sandbox = try CommandSandbox()
    let ending = try sandbox.shell(
      """
      cat > three.json <<'END'
      { "extends": "'$REPOSITORY'/scenarios/midtjylland-2015.json", "practices": { "municipalities": { "Odder": 40 }, "gps": { "1": 40 } },
        "survey": { "days": ["2026-09-01"], "slots_balanced_by": null,
          "rounds": [{}, { "days": ["2026-09-08"], "slot": "other" }, { "days": ["2026-09-15"], "slot": "other" }] } }
      END
      sed -i "s|'\\$REPOSITORY'|$REPOSITORY|" three.json
      telefontid draw three.json -o 1.csv > /dev/null || exit 1
      awk -F, -v OFS=, 'NR > 1 { $8 = "busy" } { print }' 1.csv > f1.csv
      telefontid draw three.json --round 2 --after f1.csv --language da --csv excel-da -o 2.csv > /dev/null || exit 2
      sed 's/^\\([^;]*;[^;]*;[^;]*;[^;]*;\\);/\\1;optaget/' 2.csv > f2.csv
      telefontid draw three.json --round 3 --after f1.csv --after f2.csv -o 3.csv > drawn.txt || exit 3
      head -1 2.csv; head -1 3.csv; wc -l < 3.csv; cut -d, -f5,6 3.csv | sort | uniq -c
      cut -d, -f2,3 1.csv 3.csv | sort | uniq -d | wc -l
      """)
    #expect(ending.status == 0 && ending.error == "", "\(ending.error)")
    #expect(ending.output.contains("Runde"), "\(ending.output)")
    #expect(ending.output.contains("replication,practice,slot,date,round,attempt,due"))
    #expect(ending.output.contains("41\n"))
    #expect(ending.output.contains("40 3,3\n"), "round 3, attempt 3")
  }

  @Test("What is no filled list of this draw is refused, with what is wrong")
  func refused() throws {
    let sandbox = try CommandSandbox()
    let frame = "--frame scenarios/fieldwork/practices.csv"
    let ending = try sandbox.shell(
      Self.fill + """
        telefontid draw \(frame) --first-date 2026-09-01 -o 1.csv > /dev/null; fill1 1.csv > f1.csv
        second() { telefontid draw \(frame) --round 2 "$@" > /dev/null; echo "status $?" >&2; }
        second --first-date 2026-09-21
        second --first-date 2026-09-21 --after 1.csv
        second --first-date 2026-09-21 --after f1.csv --seed 2
        second --first-date 2026-09-21 --after f1.csv --sample 200
        second --first-date 2026-09-10 --after f1.csv
        sed '2,4d' f1.csv > cut.csv; second --first-date 2026-09-21 --after cut.csv
        telefontid draw \(frame) --first-date 2026-09-01 --after f1.csv; echo "status $?" >&2
        telefontid draw "$REPOSITORY/scenarios/midtjylland-2015.json" --round 2 --after f1.csv > /dev/null; echo "status $?" >&2
        """)
    let statuses = ending.error.split(separator: "\n").filter { $0.hasPrefix("status ") }.map {
      $0.dropFirst(7)
    }
    #expect(statuses == ["64", "65", "65", "65", "65", "65", "64", "64"], "\(ending.error)")
    for words in [
      "give their filled lists with '--after CALLS'", "has no outcome", "is the list of another draw: ",
      "were not drawn with seed 2", "goes on until 2026-09-14, and round 2 would begin on 2026-09-10",
      "lacks 3 of the 420 calls that were drawn with seed 1", "'--after' belongs to a later round",
      "'--round 2': the scenario's survey has 1 round",
    ] {
      #expect(ending.error.contains(words), "\(words): \(ending.error)")
    }
  }
}
