import SurveyDesign
import TelephoneAccess
import Testing

/// It rings until a free answerer takes the call.
@Suite("A free answerer takes the call after a while")
struct AnswerDelayTests {
  /// Of two exponential times the first to end is one of them with a probability in proportion to its rate.
  ///
  /// For patience that is (1/4) / (1/4 + 1) = 0.2. With thirty answerers for three calls at a time, no caller ever waits for another.
  @Test("who hangs up before: the smaller of two exponential times")
  func race() {
    var lab = QueueLab(rate: 3, answerers: 30, handling: .constant(seconds: 0))
    lab.region.patients.answerDelay = .exponential(mean: QueueLab.unit)
    lab.region.patients.patience = .exponential(mean: 4 * QueueLab.unit)
    let days = lab.days(25)
    let abandoned = RatioEstimate(days.map { (Double($0.abandoned), Double($0.freshCalls)) })
    #expect(abandoned.agrees(with: 0.2), "\(abandoned)")
    // The wait of either is the smaller of both: its mean is 1 / (1/4 + 1) = 0.8.
    let wait = RatioEstimate(days.map { (Double($0.wait).units, Double($0.answered)) })
    #expect(wait.agrees(with: 0.8), "\(wait)")
  }

  /// An answerer who is rung is taken, so that the queue of a single one is M/G/1 with setup times.
  ///
  /// Welch's formula: mean wait = λE[S²]/(2(1 − ρ)) + (2E[D] + λE[D²])/(2(1 + λE[D])).
  ///
  /// Source: Welch (1964), "On a generalized M/G/1 queuing process in which the first customer of each busy period receives
  /// exceptional service", Operations Research 12, 736–752.
  @Test("one answerer with a delay is M/G/1 with setup times")
  func setup() {
    var lab = QueueLab(rate: 0.5, answerers: 1, handling: .exponential(mean: QueueLab.unit))
    lab.region.patients.answerDelay = .constant(seconds: QueueLab.unit / 2)
    let days = lab.days(120)
    let (rate, second, delay) = (0.5, 2.0, 0.5)
    let expected =
      rate * second / (2 * (1 - rate)) + (2 * delay + rate * delay * delay) / (2 * (1 + rate * delay))
    let wait = RatioEstimate(days.map { (Double($0.wait).units, Double($0.answered)) })
    #expect(wait.agrees(with: expected), "\(wait) and not \(expected)")
  }

  @Test("interviewers hear it ring as well, and hang up at their limit")
  func interviewers() throws {
    var lab = SurveyLab([.lab(system: .busyTone)])
    lab.region.patients.answerDelay = .constant(seconds: 25)
    lab.fieldwork.ringLimit = 25_000
    try lab.ring(0, at: "9:00")
    #expect(lab.notes == ["8 April P0 slot 0 try 1 by 0: 09:00:00 at 09:00:00 answered-by-staff 25 s"])
    lab.fieldwork.ringLimit = 24_000
    #expect(lab.notes == ["8 April P0 slot 0 try 1 by 0: 09:00:00 at 09:00:00 no-answer 24 s"])
  }
}
