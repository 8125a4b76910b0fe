import Foundation
import Testing

@testable import TelefontidCommand

/// Reserves, minutes and limits of later rounds' lists, on a frame small enough for pencil and paper.
///
/// Twelve practices in Viborg (1001 to 1012) and six in Odder (2001 to 2006): of a sample of six, four and two, so that each stands for three.
/// `--reserves 0.5` leaves two in reserve in Viborg and one in Odder.
@Suite("draw --round: reserves")
struct DrawReservesTests {
  private static let frame = """
    frame() { echo practice,municipality; for n in $(seq 1001 1012); do echo $n,Viborg; done; for n in $(seq 2001 2006); do echo $n,Odder; done; }
    frame > f.csv
    draw() { telefontid draw --frame f.csv --days 3 --sample 6 --stratify municipality --reserves 0.5 "$@"; }

    """

  private static func rows(_ text: String) -> [[String: String]] {
    let lines = text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    guard let names = lines.first else { return [] }
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(names, $0)) }
  }

  /// Three of Viborg's four numbers are wrong, and two practices take their places.
  ///
  /// Neither is reached; all others are.
  ///
  /// Viborg: one of three valid calls reached, for 12 practices; Odder: two of two, for 6. Not reached: (12 · 2/3 + 6 · 0) / 18 = 4/9. Were the
  /// reserves to stand for practices of their own, beside those whose places they take, it would be 1/2; without weights 2/5.
  @Test("Released reserves weigh what their stratum weighs, and the rate is that of a hand count")
  func weights() throws {
    let sandbox = try CommandSandbox()
    let ending = try sandbox.shell(
      Self.frame + """
        draw --first-date 2026-09-01 -o 1.csv > /dev/null || exit 1
        sort -t, -k2,2 1.csv | awk -F, -v OFS=, '$2 == "practice" { next }
          { if ($2 < 2000) n++; $8 = $2 < 2000 && n <= 3 ? "wrong-number" : "answered-by-staff" } { print }' > body.csv
        (head -1 1.csv; cat body.csv) > f1.csv
        draw --first-date 2026-09-15 --round 2 --after f1.csv -o 2.csv > drawn.txt || exit 2
        awk -F, -v OFS=, 'NR > 1 { $9 = "no-answer" } { print }' 2.csv > f2.csv
        telefontid estimate f1.csv f2.csv -o rates.csv > /dev/null || exit 3
        telefontid estimate f2.csv f1.csv -o other.csv > /dev/null || exit 4
        cmp rates.csv other.csv
        """)
    #expect(ending.status == 0 && ending.error == "", "\(ending.error)")
    let first = Self.rows(try sandbox.text(of: "f1.csv"))
    let wrong = first.filter { $0["disposition"] == "wrong-number" }.sorted {
      ($0["practice"] ?? "") < ($1["practice"] ?? "")
    }
    #expect(wrong.count == 3 && wrong.allSatisfy { $0["weight"] == "3" && $0["municipality"] == "Viborg" })
    let released = Self.rows(try sandbox.text(of: "2.csv"))
    #expect(released.count == 2)
    #expect(
      released.allSatisfy {
        $0["municipality"] == "Viborg" && $0["weight"] == "3" && $0["round"] == "2" && $0["attempt"] == "1"
      })
    #expect(Set(released.compactMap { $0["practice"] }).isDisjoint(with: first.compactMap { $0["practice"] }))
    #expect(released.compactMap { $0["slot"] }.sorted() == wrong.prefix(2).compactMap { $0["slot"] }.sorted())
    let rate = try #require(
      Self.rows(try sandbox.text(of: "rates.csv")).first {
        $0["definition"] == "agreement" && $0["by"] == "all"
      })
    #expect(rate["calls"] == "5" && rate["unreached"] == "2")
    let share: Double = rate["rate"].flatMap { Double($0) } ?? 0
    #expect(abs(share - 4.0 / 9) < 1e-9, "\(rate)")
  }

  @Test("A slot without a minute left is left alone or refused, and never rung at the same minute")
  func minutes() throws {
    let sandbox = try CommandSandbox()
    let ending = try sandbox.shell(
      Self.frame + """
        minute() { telefontid draw --frame f.csv --first-date "$1" --slots "$2" -o "$3" "${@:4}" > /dev/null; echo "status $?" >&2; }
        fill() { awk -F, -v OFS=, -v c=$2 'NR > 1 { $c = "busy" } { print }' $1.csv > f$1.csv; }
        minute 2026-09-01 08:00-08:01 one.csv; fill one 8
        minute 2026-09-21 08:00-08:01 again.csv --round 2 --after fone.csv
        minute 2026-09-01 08:00-08:01,09:00-09:01 two.csv; fill two 8
        minute 2026-09-21 08:00-08:01,09:00-09:01 any.csv --round 2 --after ftwo.csv --slot-rule any
        """)
    #expect(
      ending.error.split(separator: "\n").filter { $0.hasPrefix("status") } == [
        "status 0", "status 65", "status 0", "status 0",
      ], "\(ending.error)")
    #expect(
      ending.error.contains(
        "fone.csv: 18 calls were rung at every minute of their slots, such as 1001 (08:00-08:01)"))
    #expect(ending.error.contains("give '--slot-rule any', or longer slots in the first round"))
    let before = Dictionary(
      uniqueKeysWithValues: Self.rows(try sandbox.text(of: "two.csv")).map { ($0["practice"], $0["slot"]) })
    let again = Self.rows(try sandbox.text(of: "any.csv"))
    #expect(again.count == 18)
    for row in again { #expect(row["slot"] != before[row["practice"]]) }
  }

  @Test("A call that has had as many attempts as there may be in all is left alone")
  func attemptsInAll() throws {
    let sandbox = try CommandSandbox()
    let ending = try sandbox.shell(
      Self.frame + """
        draw --first-date 2026-09-01 -o 1.csv > /dev/null
        awk -F, -v OFS=, 'NR > 1 { n++; $8 = n == 1 ? "wrong-number" : "no-answer" } { print }' 1.csv > f1.csv
        draw --first-date 2026-09-15 --round 2 --after f1.csv --attempts-in-all 2 -o 2.csv > /dev/null || exit 1
        awk -F, -v OFS=, 'NR > 1 { $9 = "no-answer" } { print }' 2.csv > f2.csv
        draw --first-date 2026-09-22 --round 3 --after f1.csv --after f2.csv --attempts-in-all 2 -o 3.csv > /dev/null || exit 2
        awk -F, -v OFS=, 'NR > 1 { $9 = "no-answer" } { print }' 3.csv > f3.csv
        draw --first-date 2026-09-29 --round 4 --after f1.csv --after f2.csv --after f3.csv --attempts-in-all 2; echo "status $?"
        """)
    // Round 2 rings five again and one from the reserve; round 3 the reserve alone, for its second attempt; then nothing is open.
    let second = Self.rows(try sandbox.text(of: "2.csv"))
    #expect(second.compactMap { $0["attempt"] }.sorted() == ["1", "2", "2", "2", "2", "2"])
    let third = Self.rows(try sandbox.text(of: "3.csv"))
    #expect(third.map { $0["attempt"] } == ["2"])
    #expect(third.map { $0["practice"] } == second.filter { $0["attempt"] == "1" }.map { $0["practice"] })
    #expect(ending.output.hasSuffix("status 65\n"))
    #expect(ending.error.contains("leaves nothing open: no call of it is to be made again"))
  }
}
