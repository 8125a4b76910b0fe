import Testing

@testable import SurveyStatistics

/// Against R 4.2.2 with survival 3.5-3: `Rscript kaplan-meier.R > kaplan-meier.csv`, both beside the other reference values.
@Suite("Kaplan and Meier's curve")
struct KaplanMeierTests {
  /// One row of the reference file.
  struct Case: Sendable, CustomTestStringConvertible {
    var observations: [KaplanMeier.Observation] = []
    var confidence = 0.95
    var lists: [[Double?]] = []
    var testDescription = ""

    init(_ row: [String]) {
      let numbers = row.map { $0.split(separator: ";", omittingEmptySubsequences: false).map { Double($0) } }
      for (place, wait) in numbers[0].enumerated() {
        observations.append(
          .init(
            wait: wait ?? .nan, isAnswered: numbers[1][place] == 1, weight: numbers[2][place] ?? .nan,
            cluster: Int(numbers[3][place] ?? -1)))
      }
      confidence = numbers[4][0] ?? .nan
      lists = numbers[5...].map { $0 }
      testDescription = "\(row[0]) by \(row[3])"
    }

    /// Whether every observation stands for itself.
    var standAlone: Bool {
      observations.allSatisfy { $0.weight == 1 }
        && Set(observations.map(\.cluster)).count == observations.count
    }

    var curve: KaplanMeier? {
      KaplanMeier(observations, variance: standAlone ? .greenwood : .clusters, confidence: confidence)
    }
  }

  static let cases = ReferenceCases.rows(ofFile: "kaplan-meier").map(Case.init)

  @Test("R's survfit has the same curve, limits and quantiles", arguments: cases)
  func survfit(of row: Case) throws {
    let curve = try #require(row.curve)
    let waits = row.lists[0].compactMap { $0 }
    #expect(curve.steps.map(\.wait) == waits)
    for (place, wait) in waits.enumerated() {
      let found = curve.waiting(after: wait)
      expect(found.value, row.lists[1][place])
      expect(found.lower, row.lists[2][place])
      expect(found.upper, row.lists[3][place])
    }
    for (place, share) in [0.1, 0.25, 0.5, 0.75, 0.9].enumerated() {
      let found = curve.quantile(share)
      expect(found.value, row.lists[4][place])
      expect(found.lower, row.lists[5][place])
      expect(found.upper, row.lists[6][place])
    }
  }

  private func expect(
    _ found: Double?, _ expected: Double?, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    guard let expected, let found else {
      #expect(found == nil && expected == nil, sourceLocation: sourceLocation)
      return
    }
    #expect(abs(found - expected) <= 1e-9 * max(1, abs(expected)), sourceLocation: sourceLocation)
  }

  @Test("the reference file has every kind of case")
  func kinds() {
    #expect(Self.cases.count == 120)
    #expect(Self.cases.count { $0.standAlone } >= 40)
    #expect(Self.cases.contains { $0.observations.contains { $0.weight != 1 } })
    #expect(Self.cases.contains { Set($0.observations.map(\.wait)).count < $0.observations.count })
  }

  @Test("the order of observations plays no part")
  func order() {
    for row in Self.cases {
      var turned = row
      turned.observations.reverse()
      let (one, other) = (row.curve, turned.curve)
      #expect(one?.steps.map(\.wait) == other?.steps.map(\.wait))
      for (step, same) in zip(one?.steps ?? [], other?.steps ?? []) {
        #expect(abs(step.waiting - same.waiting) < 1e-12)
      }
    }
  }

  @Test("nothing is said beyond the last wait, and of no wait at all")
  func ends() {
    #expect(KaplanMeier([]) == nil)
    let one = KaplanMeier([.init(wait: 5, isAnswered: false)])
    #expect(one?.waiting(after: 5).value == 1)
    #expect(one?.waiting(after: 6) == .init() && one?.quantile(0.5) == .init())
    let answered = KaplanMeier([.init(wait: 5, isAnswered: true)])
    #expect(answered?.waiting(after: 4).value == 1 && answered?.waiting(after: 600).value == 0)
    #expect(answered?.quantile(0.9).value == 5)
  }
}
