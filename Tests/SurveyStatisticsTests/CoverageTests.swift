import Testing

@testable import SurveyStatistics

@Suite("Coverage by exact enumeration")
struct CoverageTests {
  @Test(arguments: ReferenceMethod.cases("coverage."))
  func reference(_ method: IntervalMethod, _ reference: ReferenceCase) throws {
    let trials = try reference.integer("n")
    let probability = try reference.number("p")
    let confidence = try reference.number("conf")
    // Brown, Cai and DasGupta's Wald interval is the bare formula, which has no width at 0 and n.
    let coverage = Coverage.exact(trials: trials, probability: probability) {
      method == .wald
        ? ProportionInterval.textbook(successes: $0, trials: trials, method: .wald, confidence: confidence)
        : ProportionInterval.interval(
          successes: $0, trials: trials, method: method, confidence: confidence)
    }
    reference.check(coverage, try reference.expectedNumber())
    if method != .wald {
      #expect(coverage == Coverage.exact(of: method, trials: trials, probability: probability))
    }
  }

  @Test("Clopper–Pearson never covers less than it says", arguments: [1, 5, 52])
  func guarantee(trials: Int) throws {
    for step in 0...100 {
      let probability = Double(step) / 100
      let coverage = try #require(
        Coverage.exact(of: .clopperPearson, trials: trials, probability: probability, confidence: 0.9))
      #expect(coverage >= 0.9 - 1e-12)
      #expect(coverage <= 1 + 1e-12)
    }
  }

  /// By hand: one call, Clopper–Pearson at 0.95 is [0, 0.975] or [0.025, 1]; both widths are 0.975.
  @Test("Mean width of a single call")
  func width() throws {
    let width = try #require(Coverage.meanWidth(of: .clopperPearson, trials: 1, probability: 0.3))
    #expect(abs(width - 0.975) < 1e-12)
  }

  @Test("What cannot be has no coverage")
  func impossible() {
    #expect(Coverage.exact(of: .wilson, trials: 0, probability: 0.1) == nil)
    #expect(Coverage.exact(of: .wilson, trials: 5, probability: 1.1) == nil)
    #expect(Coverage.exact(of: .wilson, trials: 5, probability: 0.1, confidence: 2) == nil)
    #expect(Coverage.exact(of: .hypergeometric, trials: 5, probability: 0.1) == nil)
  }
}
