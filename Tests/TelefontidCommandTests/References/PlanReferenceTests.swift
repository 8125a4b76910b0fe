import Terminal
import Testing

@testable import TelefontidCommand

/// Sizes, powers, plans and verdicts of the reference file, put to `plan`.
@Suite("plan: the reference values through the command line")
struct PlanReferenceTests {
  private func rows(_ line: String) async throws -> [[String: String]] {
    let ending = await telefontid("plan \(line) -o -")
    try #require(ending.status == .done, "\(line): \(ending.error)")
    return ending.rows
  }

  /// The row of a true share.
  private func row(_ rows: [[String: String]], at rate: Double) throws -> [String: String] {
    try #require(rows.first { abs(($0["rate"].flatMap(Double.init) ?? .nan) - rate) < 1e-12 }, "\(rate)")
  }

  @Test("Margins by Wald's formula", arguments: CommandReference.named("size.proportion.margin"))
  func margin(_ reference: CommandReference) async throws {
    var line =
      "margin --interval wald --rate \(try reference.number("p")) --margin \(try reference.number("e")) --confidence \(try reference.number("conf"))"
    if reference.has("N") { line += " --practices \(try reference.integer("N")) --between-practices 1" }
    if reference.has("deff") { line += " --design-effect \(try reference.number("deff"))" }
    if reference.has("response_rate") { line += " --lost \(1 - (try reference.number("response_rate")))" }
    let row = try #require(try await rows(line).first)
    reference.check(row[reference.has("round") ? "calls" : "after_lost"], try reference.wanted())
  }

  @Test("A margin on the log odds", arguments: CommandReference.named("size.proportion.margin-logodds"))
  func logOdds(_ reference: CommandReference) async throws {
    let row = try #require(
      try await rows(
        "margin --interval logit --rate \(try reference.number("p")) --margin \(try reference.number("e")) --confidence \(try reference.number("conf"))"
      ).first)
    reference.check(row["initial"], try reference.wanted())
  }

  @Test(
    "Calls for a difference",
    arguments: CommandReference.named("size.diff-proportions.test") { !$0.has("N") })
  func size(_ reference: CommandReference) async throws {
    let row = try #require(
      try await rows(
        "power --rate \(try reference.number("p1")) --alternative \(try reference.number("p2")) --error \(try reference.number("alpha")) --power \(try reference.number("power"))"
      ).first)
    #expect(row["test"] == "z")
    #expect(row["calls"] == "\(Int((try reference.wanted()).rounded(.up)))")
  }

  @Test(
    "The power of a difference", arguments: CommandReference.named("power.diff-proportions") { $0.has("p1") })
  func power(_ reference: CommandReference) async throws {
    let rows = try await rows(
      "power --rate \(try reference.number("p1")) --alternative \(try reference.number("p2")) --error \(try reference.number("alpha")) --calls \(try reference.integer("n"))"
    )
    reference.check(
      rows.first { $0["row"] == "curve" && $0["test"] == "z" }?["power"], try reference.wanted())
  }

  @Test("Surveys that share practices", arguments: CommandReference.named("size.two-proportions.overlap"))
  func overlap(_ reference: CommandReference) async throws {
    let (p, q) = (try reference.number("px"), try reference.number("py"))
    let correlation = (try reference.number("pxy") - p * q) / (p * (1 - p) * q * (1 - q)).squareRoot()
    let row = try #require(
      try await rows(
        "power --paired --rate \(p) --alternative \(q) --correlation \(correlation) --overlap \(try reference.number("overlap_gamma")) --error \(try reference.number("alpha")) --power \(try reference.number("power")) --calls 100"
      ).first { $0["test"] == "overlap" })
    reference.check(row["calls"], try reference.wanted("n1"))
  }

  @Test(
    "The smallest plans",
    arguments: CommandReference.named("lqas.find-plan.binomial", "lqas.find-plan.hypergeometric"))
  func smallest(_ reference: CommandReference) async throws {
    let (producer, consumer) = (try reference.numbers("PRP"), try reference.numbers("CRP"))
    var line =
      "acceptance --good \(producer[0]) --bad \(consumer[0]) --producer-risk \(Self.cut(1 - producer[1])) --consumer-risk \(consumer[1])"
    if reference.has("N") { line += " --practices \(try reference.integer("N"))" }
    let row = try #require(try await rows(line).first)
    reference.check(row["first_calls"], try reference.wanted("n"))
    reference.check(row["first_accept_if_at_most"], try reference.wanted("c"))
  }

  /// A risk without what subtraction has added.
  private static func cut(_ risk: Double) -> Double { (risk * 1e9).rounded() / 1e9 }

  @Test("Risks of a plan", arguments: CommandReference.named("lqas.hypergeometric"))
  func risks(_ reference: CommandReference) async throws {
    let (good, bad) = (try reference.number("lower"), try reference.number("upper"))
    let rows = try await rows(
      "acceptance --good \(good) --bad \(bad) --producer-risk \(try reference.number("alpha")) --consumer-risk \(try reference.number("beta")) --practices \(try reference.integer("N"))"
    )
    reference.check(rows.first?["first_calls"], try reference.wanted("n"))
    reference.check(rows.first?["first_accept_if_at_most"], try reference.wanted("d"))
    reference.check(try row(rows, at: bad)["p_accept"], try reference.wanted("P(X<=d|upper)"))
    let accepted = try #require(try row(rows, at: good)["p_accept"].flatMap(Double.init))
    reference.check("\(1 - accepted)", try reference.wanted("P(X>d|lower)"))
  }

  @Test("Risks of a plan of sleacr", arguments: CommandReference.named("lqas.coverage.hypergeometric"))
  func coverage(_ reference: CommandReference) async throws {
    let (good, bad) = (try reference.number("dLower"), try reference.number("dUpper"))
    let rows = try await rows(
      "acceptance --good \(good) --bad \(bad) --producer-risk \(try reference.number("beta")) --consumer-risk \(try reference.number("alpha")) --practices \(try reference.integer("N"))"
    )
    reference.check(rows.first?["first_calls"], try reference.wanted("n"))
    reference.check(rows.first?["first_accept_if_at_most"], try reference.wanted("d"))
    reference.check(try row(rows, at: bad)["p_accept"], try reference.wanted("alpha"))
    let accepted = try #require(try row(rows, at: good)["p_accept"].flatMap(Double.init))
    reference.check("\(1 - accepted)", try reference.wanted("beta"))
  }

  @Test(
    "The fewest calls of which so many may fail", arguments: CommandReference.named("lqas.audit-attribute"))
  func audit(_ reference: CommandReference) async throws {
    let confidence = try reference.number("conf")
    let line =
      "acceptance --good 0.001 --bad \(try reference.number("tolerable")) --consumer-risk \(Self.cut(1 - confidence)) --accept \(try reference.integer("acceptable"))"
    let (binomial, finite) = (
      try await rows(line), try await rows("\(line) --practices \(try reference.integer("N"))")
    )
    reference.check(binomial.first?["first_calls"], try reference.wanted("binomial"))
    reference.check(finite.first?["first_calls"], try reference.wanted("hypergeometric"))
  }

  @Test("The operating characteristic of a plan", arguments: CommandReference.named("oc.binomial"))
  func characteristic(_ reference: CommandReference) async throws {
    for (rate, wanted) in zip(try reference.numbers("pd"), try reference.wantedNumbers()) {
      let rows = try await rows(
        "acceptance --good \(rate) --bad 0.5 --calls \(try reference.integer("n")) --accept \(try reference.integer("c"))"
      )
      reference.check(try row(rows, at: rate)["p_accept"], wanted)
    }
  }

  @Test("Wald's lines", arguments: CommandReference.named("sequential.sprt.binomial"))
  func sequential(_ reference: CommandReference) async throws {
    let rows = try await rows(
      "sequential --good \(try reference.number("p0")) --bad \(try reference.number("p1")) --producer-risk \(try reference.number("alpha")) --consumer-risk \(try reference.number("beta"))"
    ).filter { $0["row"] == "boundary" }
    #expect(rows.count > 100)
    let slope = try reference.wanted("slope")
    // The last call forces a decision.
    for row in rows.dropLast() {
      let calls = try #require(row["calls"].flatMap(Double.init))
      let accept = (slope * calls + (try reference.wanted("intercept_lower"))).rounded(.down)
      let refuse = (slope * calls + (try reference.wanted("intercept_upper"))).rounded(.up)
      #expect(row["accept_if_at_most"] == (accept < 0 ? "" : "\(Int(accept))"), "\(calls)")
      #expect(row["refuse_if_at_least"] == (refuse > calls ? "" : "\(Int(refuse))"), "\(calls)")
    }
  }

  @Test("Verdicts", arguments: CommandReference.named("verdict.three-way.binomial"))
  func verdict(_ reference: CommandReference) async throws {
    let target = try reference.number("target")
    let rows = try await rows(
      "verdict --target \(target) --calls \(try reference.integer("n")) --hours 1 --error \(try reference.number("alpha_each"))"
    )
    let half = try row(rows, at: 0.5 * target)
    let meets = try reference.wanted("meets_if_x_le")
    #expect(half["meets_if_at_most"] == (meets < 0 ? "" : "\(Int(meets))"))
    reference.check(half["fails_if_at_least"], try reference.wanted("fails_if_x_ge"))
    reference.check(half["p_meets"], try reference.wanted("P_meets_at_half_target"))
    reference.check(try row(rows, at: 1.5 * target)["p_fails"], try reference.wanted("P_fails_at_1.5_target"))
  }

  @Test("Shares of strata", arguments: CommandReference.named("allocation.proportional", "allocation.equal"))
  func allocation(_ reference: CommandReference) async throws {
    let sizes = try reference.integers("Nh")
    let isEqual = reference.method == "allocation.equal"
    let calls = isEqual ? sizes.count * (try reference.integer("n_each")) : try reference.integer("n")
    let rows = try await rows(
      "allocation --calls \(calls) --rates \(sizes.map { _ in "0.1" }.joined(separator: ",")) --sizes \(sizes.map { "\($0)" }.joined(separator: ","))"
    ).filter { $0["division"] == (isEqual ? "equal" : "proportional") }
    let wanted = isEqual ? try reference.wantedNumbers("n") : try reference.wantedNumbers()
    try #require(rows.count == wanted.count)
    for (row, calls) in zip(rows, wanted) { reference.check(row["calls"], calls) }
  }
}
