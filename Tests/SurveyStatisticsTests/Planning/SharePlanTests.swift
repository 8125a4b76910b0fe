import SurveyStatistics
import Testing

@Suite("Power and sizes of tests agree with R, pwr, Stata, samplics and PracTools")
struct SharePlanTests {
  // Stata's row counts both tails, which no command does.
  @Test(
    arguments: ReferenceCases.named("power.diff-proportions").filter { !$0.source.contains("Stata") })
  func power(_ reference: ReferenceCase) throws {
    let second = try reference.number("p2")
    let first = try (try? reference.number("p1")) ?? second + reference.number("diff")
    let trials = try reference.number("n")
    let power = TwoSharePlan.power(
      first: first, second: second, firstTrials: trials, secondTrials: trials,
      error: try reference.number("alpha"))
    reference.check(power, try reference.expectedNumber())
  }

  // The other row, of samplesize4surveys, tests a difference that is not that of the shares: no command asks for that.
  @Test(arguments: ReferenceCases.named("size.diff-proportions.test").filter { (try? $0.number("D")) == nil })
  func size(_ reference: ReferenceCase) throws {
    let size = TwoSharePlan.size(
      first: try reference.number("p1"), second: try reference.number("p2"),
      power: try reference.number("power"), error: try reference.number("alpha"))
    reference.check(size, try reference.expectedNumber())
  }

  @Test(arguments: ReferenceCases.named("size.two-proportions.overlap"))
  func overlap(_ reference: ReferenceCase) throws {
    let plan = try #require(
      PairedPlan(
        first: try reference.number("px"), second: try reference.number("py"),
        both: try reference.number("pxy")))
    let sizes = plan.overlappingSizes(
      overlap: try reference.number("overlap_gamma"), ratio: try reference.number("r"),
      power: try reference.number("power"), error: try reference.number("alpha"),
      isTwoSided: reference.text("alt") == "two.sided")
    reference.check(sizes?.first.rounded(.up), try reference.expectedNumber("n1"))
    reference.check(sizes?.second.rounded(.up), try reference.expectedNumber("n2"))
  }

  @Test(arguments: ReferenceCases.named("size.two-means.overlap"))
  func overlapOfMeans(_ reference: ReferenceCase) throws {
    let variances = (first: try reference.number("S2x"), second: try reference.number("S2y"))
    let sizes = PairedPlan.overlappingSizes(
      variances: variances,
      covariance: try reference.number("rho") * (variances.first * variances.second).squareRoot(),
      difference: try reference.number("delta"), overlap: try reference.number("overlap_gamma"),
      power: try reference.number("power"), error: try reference.number("alpha"),
      isTwoSided: reference.text("alt") == "two.sided")
    reference.check(sizes?.first.rounded(.up), try reference.expectedNumber("n1"))
    reference.check(sizes?.second.rounded(.up), try reference.expectedNumber("n2"))
  }

  @Test(arguments: ReferenceCases.named("size.binomial-exact"))
  func exactOneSample(_ reference: ReferenceCase) throws {
    let range = try reference.integers("n_range")
    let plan = ExactOneSharePlan.smallest(
      in: range[0]...range[1], null: try reference.number("p0"), share: try reference.number("p1"),
      power: 1 - (try reference.number("beta")), error: try reference.number("alpha"),
      isConservative: reference.flag("conservative") ?? false)
    reference.check(plan.map { Double($0.trials) }, try reference.expectedNumber("n"))
    reference.check(plan.map { Double($0.criticalCount) }, try reference.expectedNumber("critical"))
    reference.check(plan?.error, try reference.expectedNumber("alpha"))
    reference.check(plan?.power, try reference.expectedNumber("power"))
  }

  @Test("Size and power invert each other")
  func inverse() throws {
    for (first, second, ratio) in [(0.1, 0.06, 1.0), (0.1, 0.06, 2), (0.3, 0.5, 0.5)] {
      for isTwoSided in [true, false] {
        let size = try #require(
          TwoSharePlan.size(first: first, second: second, power: 0.9, isTwoSided: isTwoSided, ratio: ratio))
        let power = TwoSharePlan.power(
          first: first, second: second, firstTrials: size, secondTrials: ratio * size,
          isTwoSided: isTwoSided)
        #expect(isClose(power, 0.9, within: 1e-12))
      }
    }
    // R 4.2.2: power.prop.test(c(52, 420, 721), 0.1, 0.06)$power.
    for (trials, wanted) in [(52.0, 0.112861293), (420, 0.570306682), (721, 0.800045301)] {
      let power = TwoSharePlan.power(first: 0.1, second: 0.06, firstTrials: trials, secondTrials: trials)
      #expect(isClose(power, wanted, within: 1e-8))
    }
  }

  @Test("Impossible questions get nothing")
  func edges() {
    #expect(TwoSharePlan.size(first: 0.1, second: 0.1) == nil)
    #expect(TwoSharePlan.size(first: 0, second: 0.1) == nil)
    #expect(TwoSharePlan.size(first: 0.2, second: 0.1, power: 0.04) == nil)
    #expect(TwoSharePlan.size(first: 0.2, second: 0.1, error: 0.6) == nil)
    #expect(TwoSharePlan.power(first: 0.2, second: 0.1, firstTrials: 0, secondTrials: 5) == nil)
    #expect(OneSharePlan.size(share: 0.1, null: 0.1) == nil)
    // By hand: (1.644854 · √(.1 · .9) + .841621 · √(.06 · .94))²/.04² = 300.44.
    #expect(isClose(OneSharePlan.size(share: 0.06, null: 0.1), 300.4416, within: 1e-3))
    #expect(ExactOneSharePlan(trials: 1, null: 0.5, share: 0.9) == nil)
    #expect(ExactOneSharePlan(trials: 10, null: 0.5, share: 0.5) == nil)
  }

  @Test("An exact plan against a smaller share mirrors the one against a greater")
  func mirror() throws {
    let greater = try #require(ExactOneSharePlan(trials: 52, null: 0.1, share: 0.2))
    let smaller = try #require(ExactOneSharePlan(trials: 52, null: 0.9, share: 0.8))
    #expect(smaller.criticalCount == 52 - greater.criticalCount)
    #expect(isClose(smaller.error, greater.error))
    #expect(isClose(smaller.power, greater.power))
  }
}
