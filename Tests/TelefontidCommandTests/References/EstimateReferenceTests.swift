import Testing

@testable import TelefontidCommand

/// One share, several shares and verdicts of the reference file, put to `estimate` and `evaluate` as calls files.
@Suite("estimate and evaluate: the reference values through files")
struct EstimateReferenceTests {
  private static let methods = [
    ("ci.proportion.wilson", "wilson"), ("ci.proportion.wilson-cc", "wilson-cc"),
    ("ci.proportion.clopper-pearson", "clopper-pearson"), ("ci.proportion.mid-p", "mid-p"),
    ("ci.proportion.jeffreys-equal-tailed", "jeffreys"), ("ci.proportion.agresti-coull", "agresti-coull"),
    ("ci.proportion.logit", "logit"), ("ci.proportion.cloglog", "cloglog"),
    ("ci.proportion.likelihood-ratio", "likelihood-ratio"), ("ci.proportion.wald", "wald"),
    ("ci.proportion.wald-cc", "wald-cc"),
  ]

  private func sandbox(_ reference: CommandReference) throws -> CommandSandbox {
    let sandbox = try CommandSandbox()
    try sandbox.write(
      ReferenceCalls.header
        + ReferenceCalls.independent(try reference.integer("x"), of: try reference.integer("n")),
      to: "calls.csv")
    return sandbox
  }

  @Test("Intervals of one share", arguments: methods)
  func intervals(method: String, name: String) async throws {
    let references = CommandReference.named(method)
    #expect(!references.isEmpty)
    for reference in references {
      let (unreached, calls) = (try reference.integer("x"), try reference.integer("n"))
      // There the command prints Clopper and Pearson's bound instead, which the module's tests hold.
      if ["wald", "wald-cc", "logit", "cloglog"].contains(name), unreached == 0 || unreached == calls {
        continue
      }
      let side = reference.text("alternative") ?? "two-sided"
      let confidence = try reference.number("conf")
      // One bound of 95 % is that of a two-sided interval of 90 %.
      let both = side == "two-sided" ? confidence : 2 * confidence - 1
      let row = try #require(
        try await sandbox(reference).rows("estimate FOLDER/calls.csv --interval \(name) --confidence \(both)")
          .last)
      let wanted = try reference.wantedNumbers().map { min(max($0, 0), 1) }
      if side != "less" { reference.check(row["lower"], wanted[0]) }
      if side != "greater" { reference.check(row["upper"], wanted[1]) }
    }
  }

  @Test(
    "Snapshots",
    arguments: CommandReference.named("ci.finite.hypergeometric", "ci.finite.hypergeometric.outer"))
  func snapshots(_ reference: CommandReference) async throws {
    let row = try #require(
      try await sandbox(reference).rows(
        "estimate FOLDER/calls.csv --estimand snapshot --practices \(try reference.integer("N")) --confidence \(try reference.number("conf"))"
      ).last)
    let wanted = try reference.wantedNumbers("M")
    // R's Sprop prints the first counts that are rejected, unless there are none: fewer than were seen unreached, or seen reached.
    let (unreached, calls) = (try reference.number("x"), try reference.number("n"))
    let isOuter = reference.method.hasSuffix("outer")
    let most = try reference.number("N") - calls + unreached
    let (isLowerOuter, isUpperOuter) = (isOuter && wanted[0] > unreached, isOuter && wanted[1] < most)
    reference.check(row["unreached_practices_lower"], wanted[0] + (isLowerOuter ? 1 : 0))
    reference.check(row["unreached_practices_upper"], wanted[1] - (isUpperOuter ? 1 : 0))
  }

  @Test("The standard error of a snapshot", arguments: CommandReference.named("survey.proportion.srs-fpc"))
  func standardError(_ reference: CommandReference) async throws {
    let row = try #require(
      try await sandbox(reference).rows(
        "estimate FOLDER/calls.csv --estimand snapshot --practices \(try reference.integer("N"))"
      ).last)
    reference.check(row["rate"], try reference.wanted("p"))
    reference.check(row["standard_error"], try reference.wanted("se"))
  }

  @Test("Strata and weights", arguments: CommandReference.named("survey.proportion.stratified"))
  func stratified(_ reference: CommandReference) async throws {
    let (population, calls) = (try reference.numbers("Nh"), try reference.integers("nh"))
    let unreached = try reference.integers("xh")
    var (frame, text) = ("practice,stratum,weight\n", ReferenceCalls.header)
    for stratum in calls.indices {
      for practice in 0..<calls[stratum] {
        frame += "S\(stratum)P\(practice),S\(stratum),\(population[stratum] / Double(calls[stratum]))\n"
      }
      text += ReferenceCalls.independent(unreached[stratum], of: calls[stratum], named: "S\(stratum)P")
    }
    let sandbox = try CommandSandbox()
    try sandbox.write(frame, to: "frame.csv")
    try sandbox.write(text, to: "calls.csv")
    let row = try #require(
      try await sandbox.rows("estimate FOLDER/calls.csv --frame FOLDER/frame.csv").last)
    reference.check(row["rate"], try reference.wanted("p"))
    reference.check(row["standard_error"], try reference.wanted("se"))
  }

  @Test(
    "Practices called several times",
    arguments: CommandReference.named("survey.proportion.cluster") { (try? $0.integer("fpc")) == 0 })
  func clustered(_ reference: CommandReference) async throws {
    let (calls, unreached) = (try reference.integers("cluster_n"), try reference.integers("cluster_x"))
    var text = "practice,date,slot,reached\n"
    for practice in calls.indices {
      for call in 0..<calls[practice] {
        let day = call + 1
        text +=
          "P\(practice),2026-0\(1 + day / 28)-\(day % 28 + 1 < 10 ? "0" : "")\(day % 28 + 1),8-9,\(call < unreached[practice] ? 0 : 1)\n"
      }
    }
    let sandbox = try CommandSandbox()
    try sandbox.write(text, to: "calls.csv")
    let row = try #require(try await sandbox.rows("estimate FOLDER/calls.csv").last)
    reference.check(row["rate"], try reference.wanted("p"))
    reference.check(row["standard_error"], try reference.wanted("se"))
  }

  /// The tests of slots as groups, by their names.
  private func differences(_ unreached: [Int], of calls: [Int]) async throws -> [String: [String: String]] {
    let sandbox = try CommandSandbox()
    var text = ReferenceCalls.header
    for slot in calls.indices {
      text += ReferenceCalls.independent(
        unreached[slot], of: calls[slot], named: "S\(slot)P", slot: "\(8 + slot)-\(9 + slot)")
    }
    try sandbox.write(text, to: "calls.csv")
    let rows = try await sandbox.rows("estimate FOLDER/calls.csv", writing: "--differences-output")
    return Dictionary(rows.map { ($0["test"] ?? "", $0) }) { first, _ in first }
  }

  @Test(
    "Do groups differ, and is there a trend?",
    arguments: CommandReference.named("test.homogeneity.chisq", "test.trend.chisq", "test.cochran-armitage"))
  func groups(_ reference: CommandReference) async throws {
    let tests = try await differences(try reference.integers("x"), of: try reference.integers("n"))
    if reference.method == "test.homogeneity.chisq" {
      reference.check(tests["chi-square"]?["statistic"], try reference.wanted("chisq"))
      reference.check(tests["chi-square"]?["p_value"], try reference.wanted("p"))
      return
    }
    let trend = try #require(tests["cochran-armitage"])
    let statistic = try #require(trend["statistic"].flatMap(Double.init))
    if reference.method == "test.cochran-armitage" {
      reference.check(trend["statistic"], try reference.wanted("abs_z"), absolute: true)
      reference.check(trend["p_value"], try reference.wanted("p_two_sided"))
    } else {
      reference.check("\(statistic * statistic)", try reference.wanted("chisq"))
      reference.check(trend["p_value"], try reference.wanted("p"))
    }
  }

  @Test("Cochran's Q of practices called in every slot", arguments: CommandReference.named("test.cochran-q"))
  func cochranQ(_ reference: CommandReference) async throws {
    var text = ReferenceCalls.header
    for (practice, outcomes) in try reference.table("data").enumerated() {
      for (slot, outcome) in outcomes.enumerated() {
        text += "P\(practice),\(8 + slot)-\(9 + slot),\(1 - outcome)\n"
      }
    }
    let sandbox = try CommandSandbox()
    try sandbox.write(text, to: "calls.csv")
    let rows = try await sandbox.rows("estimate FOLDER/calls.csv", writing: "--differences-output")
    let row = try #require(rows.first { $0["test"] == "cochran-q" })
    reference.check(row["statistic"], try reference.wanted("q"))
    reference.check(row["df"], try reference.wanted("df"))
    reference.check(row["p_value"], try reference.wanted("p"))
  }

  @Test(
    "The one-sided binomial tests of a verdict",
    arguments: CommandReference.named("test.binomial") { $0.text("alternative") != "two-sided" })
  func binomial(_ reference: CommandReference) async throws {
    let row = try #require(
      try await sandbox(reference).rows("evaluate FOLDER/calls.csv --target \(try reference.number("p0"))")
        .last)
    reference.check(
      row[reference.text("alternative") == "less" ? "p_value_of_meeting" : "p_value"], try reference.wanted())
  }
}
