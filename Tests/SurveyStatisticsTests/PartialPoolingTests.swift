import Testing

@testable import SurveyStatistics

@Suite("Partial pooling of small groups")
struct PartialPoolingTests {
  static func groups(_ counts: [(Int, Int)]) -> [PartialPooling.Group] {
    counts.map { PartialPooling.Group(successes: $0.0, trials: $0.1) }
  }

  /// scipy 1.17: `minimize(lambda t: -betabinom.logpmf(x, n, exp(t[0]), exp(t[1])).sum(), …, method='Nelder-Mead',
  /// options=dict(xatol=1e-11, fatol=1e-14))`, then `beta.ppf([.025, .975], a + x, b + n - x)`.
  @Test("Maximum likelihood and posteriors agree with SciPy")
  func scipy() throws {
    let many = Self.groups([
      (10, 52), (1, 7), (0, 7), (5, 30), (9, 29), (2, 19), (0, 16), (3, 14), (12, 40), (1, 1),
    ])
    let model = try #require(PartialPooling(groups: many))
    #expect(abs(model.prior.mean - 0.1932963638335761) < 1e-6)
    #expect(abs((model.prior.a + model.prior.b) / 54.26783333743035 - 1) < 1e-5)
    for (index, share, lower, upper) in [
      (0, 0.19281257755760386, 0.12392201, 0.27264136), (1, 0.18753355931443327, 0.10090406, 0.29343677),
      (2, 0.17121178089454797, 0.08850602, 0.27418542),
    ] {
      let interval = try #require(model.interval(many[index]))
      #expect(abs(model.share(many[index]) - share) < 1e-6)
      #expect(abs(interval.lower - lower) < 1e-6)
      #expect(abs(interval.upper - upper) < 1e-6)
    }
    let different = Self.groups([(0, 10), (3, 10), (6, 10), (1, 10), (2, 10), (7, 10)])
    let loose = try #require(PartialPooling(groups: different))
    #expect(abs(loose.prior.a - 1.1321033744042106) < 1e-5)
    #expect(abs(loose.prior.b - 2.4903059236810003) < 1e-5)
    #expect(abs(loose.share(different[1]) - 0.3033313185638187) < 1e-6)
  }

  /// scipy 1.17: as above with the sum over x of n of betaln(a + x, b + n − x) − betaln(a, b), which whole counts
  /// share with `betabinom.logpmf` but for a constant.
  @Test("Shares worth a fractional number of trials agree with SciPy")
  func effective() throws {
    let groups = [(2.5, 12.5), (0, 4.25), (6.6, 11), (1.2, 20.4), (9.9, 18)].map {
      PartialPooling.Group(proportion: $0 / $1, effectiveSize: $1)
    }
    let model = try #require(PartialPooling(groups: groups))
    #expect(abs(model.prior.a / 1.1523924008377768 - 1) < 1e-5)
    #expect(abs(model.prior.b / 2.785996127034686 - 1) < 1e-5)
    #expect(abs(model.share(groups[0]) - 0.22218676694767767) < 1e-6)
    let interval = try #require(model.interval(groups[1]))
    #expect(abs(interval.lower - 0.006201189444114538) < 1e-6)
    #expect(abs(interval.upper - 0.4305888121663852) < 1e-6)
    #expect(PartialPooling(groups: groups + [.init(proportion: 0.5, effectiveSize: .infinity)]) == nil)
    #expect(PartialPooling(groups: groups + [.init(proportion: .nan, effectiveSize: 3)]) == nil)
  }

  @Test("A model-based share lies between the group's own and the common one; no calls mean the common one")
  func shrinkage() throws {
    let groups = Self.groups([(0, 7), (5, 7), (1, 30), (20, 52), (0, 0)])
    let model = try #require(PartialPooling(groups: groups))
    for group in groups where group.trials > 0 {
      let own = group.successes / group.trials
      let share = model.share(group)
      #expect(min(own, model.prior.mean) <= share && share <= max(own, model.prior.mean))
      #expect(model.ownWeight(group) > 0 && model.ownWeight(group) < 1)
    }
    #expect(model.ownWeight(groups[4]) == 0)
    #expect(abs(model.share(groups[4]) - model.prior.mean) < 1e-15)
  }

  @Test("Groups that look alike do not get intervals narrower than the pooled share's")
  func alike() throws {
    let groups = Self.groups([(1, 10), (1, 10), (1, 10), (1, 10)])
    let model = try #require(PartialPooling(groups: groups))
    #expect(abs(model.prior.a + model.prior.b - 40) < 1e-4)
    #expect(abs(model.prior.mean - 0.1) < 0.02)
    let pooled = try #require(ProportionInterval.interval(successes: 5, trials: 50, method: .jeffreys))
    let group = try #require(model.interval(groups[0]))
    #expect(abs(group.width / pooled.width - 1) < 0.1)
  }

  @Test("No success anywhere still leaves room for one", arguments: [0, 10])
  func extremes(successes: Int) throws {
    let groups = Self.groups([(successes, 10), (successes, 10), (successes, 10)])
    let model = try #require(PartialPooling(groups: groups))
    let interval = try #require(model.interval(groups[0]))
    #expect(interval.width > 0.01)
    #expect(model.share(groups[0]) > 0 && model.share(groups[0]) < 1)
  }

  @Test("What cannot be fitted is refused; enormous counts do not trap")
  func impossible() throws {
    #expect(PartialPooling(groups: []) == nil)
    #expect(PartialPooling(groups: Self.groups([(1, 10)])) == nil)
    #expect(PartialPooling(groups: Self.groups([(1, 10), (0, 0)])) == nil)
    #expect(PartialPooling(groups: Self.groups([(1, 10), (11, 10)])) == nil)
    #expect(PartialPooling(groups: Self.groups([(1, 10), (-1, 10)])) == nil)
    let huge = Self.groups([(Int.max / 10, Int.max), (Int.max / 5, Int.max)])
    let model = try #require(PartialPooling(groups: huge))
    #expect(model.prior.mean > 0 && model.prior.mean < 1)
    #expect(model.interval(huge[0], confidence: 1.5) == nil)
    #expect(model.share(.init(successes: Int.min, trials: Int.max)).isNaN)
  }
}
