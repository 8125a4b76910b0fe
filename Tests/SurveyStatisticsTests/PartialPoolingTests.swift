import Testing

@testable import SurveyStatistics

@Suite("Partial pooling of small groups")
struct PartialPoolingTests {
  static func groups(_ counts: [(Int, Int)]) -> [PartialPooling.Group] {
    counts.map { PartialPooling.Group(successes: $0.0, trials: $0.1) }
  }

  // python3 Tests/SurveyStatisticsTests/Reference/partial_pooling.py, SciPy 1.17.
  @Test("Posterior means and quantiles agree with a fine grid in SciPy")
  func scipy() throws {
    let many = Self.groups([
      (10, 52), (1, 7), (0, 7), (5, 30), (9, 29), (2, 19), (0, 16), (3, 14), (12, 40), (1, 1),
    ])
    let model = try #require(PartialPooling(groups: many))
    try Self.check(model, many[0], 0.194553095, 0.107866656, 0.298328239)
    try Self.check(model, many[1], 0.180984135, 0.033982671, 0.391129473)
    try Self.check(model, many[2], 0.125931607, 0.003019559, 0.305631543)
    let different = Self.groups([(0, 10), (3, 10), (6, 10), (1, 10), (2, 10), (7, 10)])
    let loose = try #require(PartialPooling(groups: different))
    try Self.check(loose, different[1], 0.307600121, 0.095530397, 0.576662853)
    try Self.check(loose, different[0], 0.077514281, 0.000028948, 0.294481609)
  }

  @Test("Shares worth a fractional number of trials agree with SciPy")
  func effective() throws {
    let groups = [(2.5, 12.5), (0, 4.25), (6.6, 11), (1.2, 20.4), (9.9, 18)].map {
      PartialPooling.Group(proportion: $0 / $1, effectiveSize: $1)
    }
    let model = try #require(PartialPooling(groups: groups))
    try Self.check(model, groups[0], 0.223153419, 0.056006192, 0.456369127)
    try Self.check(model, groups[1], 0.125089181, 0.000018309, 0.446647923)
    #expect(PartialPooling(groups: groups + [.init(proportion: 0.5, effectiveSize: .infinity)]) == nil)
    #expect(PartialPooling(groups: groups + [.init(proportion: .nan, effectiveSize: 3)]) == nil)
  }

  private static func check(
    _ model: PartialPooling, _ group: PartialPooling.Group, _ share: Double, _ lower: Double, _ upper: Double
  ) throws {
    let interval = try #require(model.interval(group))
    #expect(abs(model.share(group) - share) < 2e-4)
    #expect(abs(interval.lower - lower) < 2e-4)
    #expect(abs(interval.upper - upper) < 5e-4)
  }

  @Test("A model-based share lies between the group's own and the common one")
  func shrinkage() throws {
    let groups = Self.groups([(0, 7), (5, 7), (1, 30), (20, 52), (0, 0)])
    let model = try #require(PartialPooling(groups: groups))
    let common = model.share(groups[4])
    for group in groups where group.trials > 0 {
      let own = group.successes / group.trials
      let share = model.share(group)
      #expect(min(own, common) - 0.01 <= share && share <= max(own, common) + 0.01)
    }
  }

  @Test("Thousands of groups, alike and different, are drawn together tightly; the order says nothing")
  func manyGroups() throws {
    let groups = Self.groups((0..<4000).map { ($0 % 10 == 0 ? 2 : $0 % 3 == 0 ? 1 : 0, 5 + $0 % 40) })
    let model = try #require(PartialPooling(groups: groups))
    let other = try #require(PartialPooling(groups: groups.reversed()))
    let interval = try #require(model.interval(groups[0]))
    #expect(try #require(other.interval(groups[0])) == interval)
    let alone = try #require(ProportionInterval.interval(successes: 2, trials: 5))
    #expect(interval.width < 0.4 * alone.width)
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
    #expect(model.share(huge[0]) > 0 && model.share(huge[0]) < 1)
    #expect(model.interval(huge[0], confidence: 1.5) == nil)
    #expect(model.share(.init(successes: Int.min, trials: Int.max)).isNaN)
  }
}
