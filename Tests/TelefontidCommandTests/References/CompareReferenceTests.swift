import Testing

@testable import TelefontidCommand

/// Differences and tests of the reference file, put to `compare` as two calls files.
@Suite("compare: the reference values through files")
struct CompareReferenceTests {
  /// The row of all calls when the first group is the follow-up and the second the baseline.
  private func disjoint(
    _ first: (unreached: Int, calls: Int), _ second: (unreached: Int, calls: Int), _ options: String
  ) async throws -> [String: String] {
    let sandbox = try CommandSandbox()
    try sandbox.write(
      ReferenceCalls.header + ReferenceCalls.independent(second.unreached, of: second.calls, named: "B"),
      to: "before.csv")
    try sandbox.write(
      ReferenceCalls.header + ReferenceCalls.independent(first.unreached, of: first.calls, named: "F"),
      to: "after.csv")
    return try #require(try await sandbox.rows("compare FOLDER/before.csv FOLDER/after.csv \(options)").last)
  }

  @Test(
    "Intervals of surveys of different practices",
    arguments: CommandReference.named(
      "ci.diff.newcombe", "ci.diff.miettinen-nurminen", "ci.diff.mee-score", "ci.diff.agresti-caffo",
      "ci.diff.wald"))
  func intervals(_ reference: CommandReference) async throws {
    let row = try await disjoint(
      (try reference.integer("x1"), try reference.integer("n1")),
      (try reference.integer("x2"), try reference.integer("n2")),
      "--interval \(reference.method.dropFirst("ci.diff.".count)) --confidence \(try reference.number("conf"))"
    )
    let wanted = try reference.wantedNumbers()
    reference.check(row["lower"], wanted[0])
    reference.check(row["upper"], wanted[1])
    #expect(row["test"] == "interval")
  }

  @Test(
    "Exact tests of surveys of different practices",
    arguments: CommandReference.named("test.fisher", "test.boschloo", "test.barnard"))
  func tests(_ reference: CommandReference) async throws {
    let table = try reference.table("table")
    let ((a, b), (c, d)) =
      reference.text("groups") == "columns"
      ? ((table[0][0], table[1][0]), (table[0][1], table[1][1]))
      : ((table[0][0], table[0][1]), (table[1][0], table[1][1]))
    let change = ["greater": "worse", "less": "better"][reference.text("alternative") ?? ""] ?? "any"
    let row = try await disjoint(
      (a, a + b), (c, c + d), "--test \(reference.method.dropFirst("test.".count)) --change \(change)")
    reference.check(row["p_value"], try reference.wantedOrOnly("p"))
  }

  /// The row of all calls when the same practices were called in both, the follow-up being the first of each pair.
  private func paired(_ reference: CommandReference, _ options: String) async throws -> [String: String] {
    let table = try reference.table("table")
    var (before, after) = (ReferenceCalls.header, ReferenceCalls.header)
    var practice = 0
    for (isAfter, counts) in [(true, table[0]), (false, table[1])] {
      for (isBefore, count) in [(true, counts[0]), (false, counts[1])] {
        for _ in 0..<count {
          after += "P\(practice),8-9,\(isAfter ? 0 : 1)\n"
          before += "P\(practice),8-9,\(isBefore ? 0 : 1)\n"
          practice += 1
        }
      }
    }
    let sandbox = try CommandSandbox()
    try sandbox.write(before, to: "before.csv")
    try sandbox.write(after, to: "after.csv")
    return try #require(try await sandbox.rows("compare FOLDER/before.csv FOLDER/after.csv \(options)").last)
  }

  @Test(
    "Intervals of the same practices",
    arguments: [
      ("ci.diff.paired.tango", "tango"), ("ci.diff.paired.newcombe-square-and-add", "newcombe-paired"),
      ("ci.diff.paired.bonett-price", "bonett-price"), ("ci.diff.paired.wald", "wald"),
    ])
  func pairedIntervals(method: String, name: String) async throws {
    let references = CommandReference.named(method)
    #expect(!references.isEmpty)
    for reference in references {
      let row = try await paired(reference, "--interval \(name) --confidence \(try reference.number("conf"))")
      let wanted = try reference.wantedNumbers("ci")
      reference.check(row["change"], try reference.wanted("estimate"))
      reference.check(row["lower"], wanted[0])
      reference.check(row["upper"], wanted[1])
    }
  }

  @Test(
    "McNemar's tests",
    arguments: [
      ("test.mcnemar.exact", "mcnemar-exact"), ("test.mcnemar.mid-p", "mcnemar-mid-p"),
      ("test.mcnemar.asymptotic-cc", "mcnemar-corrected"), ("test.mcnemar.chisq-cc", "mcnemar-corrected"),
    ])
  func mcNemar(method: String, name: String) async throws {
    let references = CommandReference.named(method)
    #expect(!references.isEmpty)
    for reference in references {
      let row = try await paired(reference, "--test \(name)")
      reference.check(row["p_value"], try reference.wantedOrOnly("p"))
    }
  }

  // Each pair of the four groups is a group of --by, with practices of its own: R's pairwise.prop.test, Holm.
  @Test("Several groups by Holm", arguments: CommandReference.named("test.homogeneity.pairwise-holm"))
  func holm(_ reference: CommandReference) async throws {
    let (unreached, calls) = (try reference.integers("x"), try reference.integers("n"))
    var (before, after) = ("practice,slot,reached,pair\n", "practice,slot,reached,pair\n")
    func rows(_ group: Int, _ pair: String, _ side: String) -> String {
      (0..<calls[group]).map { "\(pair)\(side)\($0),8-9,\($0 < unreached[group] ? 0 : 1),\(pair)\n" }.joined()
    }
    for first in 0..<4 {
      for second in (first + 1)..<4 {
        let pair = "\(first + 1)\(second + 1)"
        after += rows(first, pair, "F")
        before += rows(second, pair, "B")
      }
    }
    let sandbox = try CommandSandbox()
    try sandbox.write(before, to: "before.csv")
    try sandbox.write(after, to: "after.csv")
    let changes = try await sandbox.rows(
      "compare FOLDER/before.csv FOLDER/after.csv --by pair --test chi-square"
    ).filter { $0["by"] == "pair" }
    let (raw, holm) = (try reference.wantedNumbers("raw"), try reference.wantedNumbers("holm"))
    try #require(changes.count == raw.count)
    for (place, change) in changes.enumerated() {
      reference.check(change["p_value"], raw[place])
      reference.check(change["adjusted_p_value"], holm[place])
      #expect((change["conclusion"] == "undecided") == (holm[place] > 0.05))
    }
  }
}
