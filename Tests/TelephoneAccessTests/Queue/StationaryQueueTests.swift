import SurveyDesign
import TelephoneAccess
import Testing

/// Long runs against exact values.
///
/// Each check allows three standard errors, and a standard error of at most 1 %.
@Suite("Stationary queues agree with queueing theory")
struct StationaryQueueTests {
  @Test("every row of the reference file belongs to a test")
  func everyRowIsTested() {
    let tested: Set = [
      "erlang-b", "erlang-c", "erlang-a", "m/m/c", "m/m/c/k", "m/d/1", "m/e2/1",
      "m/m/1 two classes non-preemptive", "retrial m/m/1/1", "retrial m/m/2/2",
      "retrial m/m/2/2 persistence 0.7",
      "deterministic", "deterministic lunch closing", "deterministic balking",
    ]
    #expect(ReferenceRow.all.count == 18)
    #expect(Set(ReferenceRow.all.map(\.model)) == tested)
  }

  @Test("Erlang B: lines only, no caller waits", arguments: ReferenceRow.rows("erlang-b"))
  func erlangB(row: ReferenceRow) throws {
    let servers = Int(try #require(row.inputs["servers"]))
    let offered = try #require(row.inputs["offered"])
    var lab = QueueLab(
      rate: offered, answerers: servers, lines: servers, handling: .exponential(mean: QueueLab.unit))
    lab.region.practices[0].telephone.system = .busyTone
    let days = lab.days(servers > 10 ? 40 : 4)
    try check(row, "blocking", RatioEstimate(days.map { (Double($0.blocked), Double($0.freshCalls)) }))
  }

  @Test("Erlang C and M/M/c: endless patience", arguments: ReferenceRow.rows("erlang-c", "m/m/c"))
  func erlangC(row: ReferenceRow) throws {
    let rate = try #require(row.inputs["lambda_per_min"] ?? row.inputs["lambda"])
    let handling = try #require(row.inputs["handling_min"] ?? row.inputs["mu"].map { 1 / $0 })
    var lab = QueueLab(
      rate: rate, answerers: Int(try #require(row.inputs["servers"])),
      handling: .exponential(mean: handling * QueueLab.unit))
    lab.region.patients.answerTarget = 0
    let days = lab.days(500)
    let wait = RatioEstimate(days.map { (Double($0.wait).units, Double($0.answered)) })
    try check(
      row, "p_wait",
      RatioEstimate(days.map { (Double($0.answered - $0.answeredWithinTarget), Double($0.answered)) }))
    try checkWait(row, wait)
    try check(row, "occupancy", RatioEstimate(days.map { (Double($0.busy), Double($0.onDuty)) }))
    if row.expected["answered_within_0.33_min"] != nil {
      lab.region.patients.answerTarget = Int(330 * QueueLab.unit)
      try check(
        row, "answered_within_0.33_min",
        RatioEstimate(lab.days(15).map { (Double($0.answeredWithinTarget), Double($0.answered)) }))
    }
  }

  @Test("Erlang A: exponential patience", arguments: ReferenceRow.rows("erlang-a"))
  func erlangA(row: ReferenceRow) throws {
    var lab = QueueLab(
      rate: try #require(row.inputs["lambda_per_min"]), answerers: Int(try #require(row.inputs["servers"])),
      lines: row.inputs["lines"].map { Int($0) } ?? .max,
      handling: .exponential(mean: try #require(row.inputs["handling_min"]) * QueueLab.unit))
    lab.region.patients.patience = .exponential(
      mean: try #require(row.inputs["patience_min"]) * QueueLab.unit)
    lab.region.patients.answerTarget = 0
    let days = lab.days(300)
    func perCall(_ numerator: (TrafficCounts) -> Double) -> RatioEstimate {
      RatioEstimate(days.map { (numerator($0), Double($0.freshCalls)) })
    }
    try check(row, "p_wait", perCall { Double($0.freshCalls - $0.answeredWithinTarget) })
    try check(row, "p_abandon", perCall { Double($0.abandoned) })
    try checkWait(row, perCall { Double($0.wait + $0.abandonedWait).units })
    try check(row, "occupancy", RatioEstimate(days.map { (Double($0.busy), Double($0.onDuty)) }))
    if row.expected["answered_within_20_s"] != nil {
      lab.region.patients.answerTarget = Int(1000 * QueueLab.unit / 3)
      let within = lab.days(15).map { (Double($0.answeredWithinTarget), Double($0.freshCalls)) }
      try check(row, "answered_within_20_s", RatioEstimate(within))
    }
  }

  @Test("M/M/c/K: a limit on lines", arguments: ReferenceRow.rows("m/m/c/k"))
  func limitedLines(row: ReferenceRow) throws {
    let lab = QueueLab(
      rate: try #require(row.inputs["lambda"]), answerers: Int(try #require(row.inputs["servers"])),
      lines: Int(try #require(row.inputs["capacity"])),
      handling: .exponential(mean: QueueLab.unit / (try #require(row.inputs["mu"]))))
    let days = lab.days(32)
    try check(row, "blocking", RatioEstimate(days.map { (Double($0.blocked), Double($0.freshCalls)) }))
    try check(
      row, "mean_wait_accepted", RatioEstimate(days.map { (Double($0.wait).units, Double($0.answered)) }))
    guard row.expected["p0"] != nil else { return }
    // Poisson arrivals see time averages.
    let seen = lab.tracedDays(24).map { $0.compactMap(\.inSystem) }
    for state in 0...2 {
      let found = seen.map { (Double($0.count { $0 == state }), Double($0.count)) }
      try check(row, "p\(state)", RatioEstimate(found))
    }
    try check(row, "mean_in_system", RatioEstimate(seen.map { (Double($0.reduce(0, +)), Double($0.count)) }))
  }

  @Test("M/G/1: constant and Erlang-2 talk", arguments: ReferenceRow.rows("m/d/1", "m/e2/1"))
  func pollaczekKhinchine(row: ReferenceRow) throws {
    let rho = try #require(row.inputs["rho"])
    let talk =
      row.model == "m/d/1"
      ? DurationDistribution.constant(seconds: QueueLab.unit)
      : .gamma(mean: QueueLab.unit, sd: QueueLab.unit / 2.0.squareRoot())
    let lab = QueueLab(rate: rho, answerers: 1, handling: talk)
    let days = lab.days(150)
    try check(row, "mean_wait", RatioEstimate(days.map { (Double($0.wait).units, Double($0.answered)) }))
  }

  @Test(
    "two classes: urgent calls go first and interrupt no talk",
    arguments: ReferenceRow.rows("m/m/1 two classes non-preemptive"))
  func priority(row: ReferenceRow) throws {
    let high = try #require(row.inputs["lambda_high"])
    let low = try #require(row.inputs["lambda_low"])
    var lab = QueueLab(rate: high + low, answerers: 1, handling: .exponential(mean: QueueLab.unit))
    lab.region.practices[0].telephone.hasAcuteLine = true
    lab.region.patients.urgentShare = high / (high + low)
    let days = lab.days(150)
    // Sojourn is wait and talk; the talk's mean is one unit.
    let urgent = days.map {
      (Double($0.urgentWait).units + Double($0.urgentAnswered), Double($0.urgentAnswered))
    }
    let others = days.map {
      let answered = Double($0.answered - $0.urgentAnswered)
      return (Double($0.wait - $0.urgentWait).units + answered, answered)
    }
    try check(row, "sojourn_high", RatioEstimate(urgent))
    try check(row, "sojourn_low", RatioEstimate(others))
  }

  @Test(
    "retrials: those who hear the busy tone call again",
    arguments: ReferenceRow.rows("retrial m/m/1/1", "retrial m/m/2/2", "retrial m/m/2/2 persistence 0.7"))
  func retrials(row: ReferenceRow) throws {
    let servers = row.model.contains("1/1") ? 1 : 2
    let theta = try #require(row.inputs["theta"])
    var lab = QueueLab(
      rate: try #require(row.inputs["lambda"]), answerers: servers, lines: servers,
      handling: .exponential(mean: QueueLab.unit / (try #require(row.inputs["mu"]))))
    lab.region.practices[0].telephone.system = .busyTone
    lab.region.patients.mostRedials = .max
    lab.region.patients.redialAfterBusy = RedialRule(
      share: row.inputs["persistence"] ?? 1, delay: .exponential(mean: QueueLab.unit / theta))
    let days = lab.tracedDays(50).map(RetrialDay.init)
    try check(row, "p_block_fresh", RatioEstimate(days.map { ($0.freshBlocked, $0.fresh) }))
    try check(row, "p_retry_fails", RatioEstimate(days.map { ($0.retriesBlocked, $0.retries) }))
    try check(row, "mean_orbit", RatioEstimate(days.map { ($0.orbitTime, lab.measuredTime) }))
    try check(row, "served_share", RatioEstimate(days.map { ($0.served, $0.fresh) }))
  }

  /// Checks a mean wait, which some rows state in the model's unit and some in sixtieths of it.
  private func checkWait(_ row: ReferenceRow, _ estimate: RatioEstimate) throws {
    let inSeconds = estimate.scaled(by: 60)
    try check(row, "mean_wait", estimate)
    try check(row, "mean_wait_min", estimate)
    try check(row, "mean_wait_s", inSeconds)
  }

  /// Checks one expected value of a row, if the row has it.
  private func check(_ row: ReferenceRow, _ name: String, _ estimate: RatioEstimate) throws {
    guard let expected = row.expected[name] else { return }
    #expect(
      estimate.agrees(with: expected),
      "\(name): \(estimate.value) ± \(estimate.standardError), expected \(expected) (\(row.source))")
  }
}

/// A day of retrials, counted from its events.
private struct RetrialDay {
  var fresh = 0.0
  var freshBlocked = 0.0
  var retries = 0.0
  var retriesBlocked = 0.0
  var served = 0.0
  /// Time that callers spent between two tries, in caller-units.
  var orbitTime = 0.0

  init(_ events: [TraceEvent]) {
    var isRetry = false
    for event in events {
      switch event.kind {
      case .calls(_, let redials, _):
        isRetry = redials > 0
        if isRetry { retries += 1 } else { fresh += 1 }
      case .busyTone:
        if isRetry { retriesBlocked += 1 } else { freshBlocked += 1 }
      case .redials(let next): orbitTime += Double(next - event.time).units
      case .answered: served += 1
      case .day, .timetable, .acuteLineAnswered, .queues, .rings, .balks, .hangsUp, .meetsOff, .forwarded,
        .followsReferral, .displaced:
        break
      }
    }
  }
}

extension TraceEvent {
  /// What an arriving patient found, if this is an arrival.
  fileprivate var inSystem: Int? {
    if case .calls(_, _, let inSystem) = kind { inSystem } else { nil }
  }
}
