import SurveyDesign
import TelephoneAccess
import Testing

/// The two ends of patience: no patient waits, and every patient waits for ever.
///
/// Each check allows three standard errors: a chance of 0.3 % to say no to the truth; the seed is fixed.
@Suite("Patience ends in Erlang B and in Erlang C")
struct PatienceLimitTests {
  static let cases: [(load: Double, answerers: Int)] = [(0.5, 1), (1.6, 2), (2, 3)]

  @Test("with no patience, as many give up as Erlang B blocks", arguments: cases, [0, 0.001])
  func erlangB(queue: (load: Double, answerers: Int), seconds: Double) {
    var lab = QueueLab(
      rate: queue.load, answerers: queue.answerers, handling: .exponential(mean: QueueLab.unit))
    lab.region.patients.patience = .constant(seconds: seconds)
    let batches = lab.batches(ofHours: 1, days: 3)
    let givesUp = RatioEstimate(batches.map { (Double($0.abandoned), Double($0.freshCalls)) })
    let expected = Self.erlangB(queue.load, queue.answerers)
    #expect(givesUp.standardError < 0.04 * expected)
    #expect(abs(givesUp.value - expected) <= 3 * givesUp.standardError, "\(givesUp), expected \(expected)")
  }

  @Test("with endless patience, waits are those of Erlang C", arguments: cases, [true, false])
  func erlangC(queue: (load: Double, answerers: Int), isForEver: Bool) {
    var lab = QueueLab(
      rate: queue.load, answerers: queue.answerers, handling: .exponential(mean: QueueLab.unit))
    // A thousand years is as good as ever.
    lab.region.patients.patience = isForEver ? .never : .exponential(mean: 3e10)
    lab.region.patients.answerTarget = 0
    let batches = lab.batches(ofHours: 3, days: 4)
    let waits = RatioEstimate(
      batches.map { (Double($0.answered - $0.answeredWithinTarget), Double($0.answered)) })
    let wait = RatioEstimate(batches.map { (Double($0.wait).units, Double($0.answered)) })
    let expected = Self.erlangC(queue.load, queue.answerers)
    let expectedWait = expected / (Double(queue.answerers) - queue.load)
    #expect(waits.standardError < 0.06 * expected && wait.standardError < 0.1 * expectedWait)
    #expect(abs(waits.value - expected) <= 3 * waits.standardError, "\(waits), expected \(expected)")
    #expect(abs(wait.value - expectedWait) <= 3 * wait.standardError, "\(wait), expected \(expectedWait)")
    #expect(batches.allSatisfy { $0.abandoned == 0 })
  }

  @Test("the formulas give the published values")
  func formulas() {
    // R, base only: a <- 20; c <- 25; b <- dpois(c, a) / ppois(c, a); print(c(b, b / (1 - a / c * (1 - b))), 10)
    #expect(abs(Self.erlangB(20, 25) - 0.050_221_777_9) < 1e-9)
    #expect(abs(Self.erlangC(20, 25) - 0.209_102_826_6) < 1e-9)
  }

  /// The share blocked: B(0) = 1, B(c) = aB(c − 1) / (c + aB(c − 1)).
  ///
  /// Source: Cooper, Introduction to Queueing Theory (1981), section 3.3 and exercise 3.9.
  private static func erlangB(_ load: Double, _ answerers: Int) -> Double {
    (1...answerers).reduce(1) { load * $0 / (Double($1) + load * $0) }
  }

  /// The share who wait: C = B / (1 − (a/c)(1 − B)).
  ///
  /// Source: Cooper, section 3.4; the mean wait of all, in units of talk, is C / (c − a).
  private static func erlangC(_ load: Double, _ answerers: Int) -> Double {
    let blocked = erlangB(load, answerers)
    return blocked / (1 - load / Double(answerers) * (1 - blocked))
  }
}

extension QueueLab {
  /// Lives through some days and gives what was counted in batches long enough to be nearly independent.
  ///
  /// A standard error needs some thirty of them at least.
  fileprivate func batches(ofHours hours: Int, days: UInt64) -> [TrafficCounts] {
    let slots = stride(from: 2, to: 23, by: hours).map { Slot(.hour($0), .hour($0 + hours)) }
    var simulation = Simulation(region: region, slots: slots, fieldwork: FieldworkProtocol())
    return (0..<days).flatMap {
      simulation.conduct(.patientsOnly(practices: 1), seed: 1, replication: $0).traffic.prefix(slots.count)
    }
  }
}
