import SurveyDesign
import Testing

@testable import Surveys

@Suite("Tests whether groups differ")
struct SurveyDifferencesTests {
  /// Calls, one to each practice, to so many practices in each slot, of which so many were not reached.
  private static func file(_ slots: [(slot: String, unreached: Int, calls: Int)]) -> String {
    var text = "practice,slot,reached\n"
    for (slot, unreached, calls) in slots {
      for call in 0..<calls { text += "\(slot)#\(call),\(slot),\(call < unreached ? 0 : 1)\n" }
    }
    return text
  }

  private static func differences(_ text: String, by column: String = "slot") throws -> SurveyDifferences {
    let calls = try surveyCalls(text) { $0.groupColumns = column == "slot" ? [] : [column] }
    return SurveyAnalysis(calls, frame: nil, estimator: RateEstimator()).differences(
      try calls.grouped(by: [column], frame: nil), .agreement, in: calls.replications[0])
  }

  private static func numbers(_ test: SurveyDifferences.Test?) throws -> [Double] {
    guard case .tested(let statistic, let numerator, let denominator, let pValue) = try #require(test).finding
    else { return [] }
    return [statistic, numerator, denominator, pValue].compactMap { $0 }
  }

  private static func isClose(_ numbers: [Double], _ expected: [Double]) -> Bool {
    numbers.count == expected.count
      && zip(numbers, expected).allSatisfy { abs($0 - $1) <= 1e-9 * max(1, abs($1)) }
  }

  // R 4.2.2: u <- cbind(c(3, 5, 4), c(47, 45, 10)); chisq.test(u, correct = FALSE), its smallest expected count, and
  // prop.trend.test(u[, 1], rowSums(u), score = c(8.5, 10.5, 14.5)), of which z is the root.
  @Test("One call each: Pearson's chi-square, and Cochran and Armitage over the middles of unequal slots")
  func plain() throws {
    let found = try Self.differences(Self.file([("8-9", 3, 50), ("9-12", 5, 50), ("13-16", 4, 14)]))
    #expect(found.tests.map(\.method) == [.chiSquare, .cochranArmitage])
    #expect(Self.isClose(try Self.numbers(found.tests[0]), [5.94268907563025, 2, 0.0512343774429593]))
    #expect(Self.isClose(try Self.numbers(found.tests[1]), [2.36319072133324, 0.0181183426129783]))
    let smallest = try #require(found.smallestExpected)
    let expected: Double = 12 * 14 / 114
    #expect(abs(smallest - expected) < 1e-12)
    #expect(found.isRough)
  }

  // R 4.2.2: the first two rows of the table above; fisher.test(u[1:2, ]).
  @Test("Two groups also have Fisher's exact test")
  func fisher() throws {
    let found = try Self.differences(Self.file([("8-9", 3, 50), ("9-10", 5, 50)]))
    #expect(found.tests.map(\.method) == [.chiSquare, .fisher, .cochranArmitage])
    #expect(Self.isClose(try Self.numbers(found.tests[0]), [0.543478260869565, 1, 0.460994786425578]))
    #expect(Self.isClose(try Self.numbers(found.tests[1]), [3, 0.71498366296469]))
    // Of two groups the trend is the difference.
    #expect(abs(try Self.numbers(found.tests[2])[1] - 0.460994786425578) < 1e-9)
  }

  // R 4.2.2, survey 4.1.1:
  //   g <- expand.grid(slot = 8:11, practice = 1:30)
  //   g$y <- as.integer((7*g$practice + 3*g$slot^2 + g$practice*g$slot) %% 11 < 2 + g$slot %% 3)
  //   g$stratum <- g$practice %% 3; g$weight <- 1 + g$practice %% 4
  //   svychisq(~y + slot, svydesign(~practice, data = g, weights = ~1))
  //   svychisq(~y + slot, svydesign(~practice, strata = ~stratum, weights = ~weight, data = g))
  //   g$y[g$slot == 10] <- 0, and the first design again: a slot in which everybody was reached
  // Cochran's Q of both: m <- xtabs(y ~ practice + slot, g); C <- colSums(m); R <- rowSums(m); t <- sum(m)
  //   3*(4*sum(C^2) - t^2)/(4*t - sum(R^2)), pchisq(., 3, lower.tail = FALSE)
  @Test(
    "Practices called four times: svychisq, with weights and strata, and with a slot that reached everybody",
    arguments: [
      (false, false, [1.66095801336693, 2.0426208263056, 59.2360039628624, 0.1981741128015]),
      (true, false, [1.27537837331324, 1.82345915952161, 49.2333973070835, 0.286329358277594]),
      (false, true, [6.63098002591415, 2.59704671469773, 75.3143547262341, 0.000885795895162548]),
    ])
  func raoScott(isWeighted: Bool, hasEmptyCell: Bool, expected: [Double]) throws {
    var text = "practice,slot,reached" + (isWeighted ? ",stratum,weight\n" : "\n")
    for practice in 1...30 {
      for hour in 8...11 {
        let isUnreached =
          (7 * practice + 3 * hour * hour + practice * hour) % 11 < 2 + hour % 3
          && !(hasEmptyCell && hour == 10)
        text += "\(practice),\(hour)-\(hour + 1),\(isUnreached ? 0 : 1)"
        text += isWeighted ? ",\(practice % 3),\(1 + practice % 4)\n" : "\n"
      }
    }
    let found = try Self.differences(text)
    #expect(
      found.tests.map(\.method)
        == (isWeighted ? [.raoScott, .cochranArmitage] : [.raoScott, .cochranQ, .cochranArmitage]))
    #expect(Self.isClose(try Self.numbers(found.tests[0]), expected))
    #expect(found.tests.last?.finding == .undefined(.severalCallsOrWeights))
    guard !isWeighted, case .tested(let statistic, let df, _, let pValue) = found.tests[1].finding else {
      return
    }
    #expect(df == 3)
    #expect(abs(statistic - (hasEmptyCell ? 19.188679245283 : 5.033898305084746)) < 1e-9)
    #expect(abs(pValue - (hasEmptyCell ? 0.000249905422175611 : 0.169331705915914)) < 1e-12)
  }

  @Test(
    "What cannot be tested says why",
    arguments: [
      ("1,8-9,0\n2,8-9,1\n", SurveyDifferences.Reason.fewerThanTwoGroups),
      ("1,8-9,1\n2,9-10,1\n", .noVariation), ("1,8-9,0\n2,9-10,0\n", .noVariation),
      // Two practices in three slots; and three practices with one result each.
      ("1,8-9,0\n1,9-10,1\n1,10-11,1\n2,8-9,0\n2,9-10,1\n2,10-11,0\n", .tooFewPractices),
      ("1,8-9,0\n1,9-10,0\n2,8-9,1\n2,9-10,1\n3,8-9,1\n3,9-10,1\n", .noVariance),
    ])
  func undefined(rows: String, reason: SurveyDifferences.Reason) throws {
    let found = try Self.differences("practice,slot,reached\n" + rows)
    #expect(found.tests.first?.finding == .undefined(reason))
  }

  @Test("Groups without a valid call are left out and named, and a column that is no slot has no trend")
  func emptyGroups() throws {
    let rows = "1,8-9,A,busy\n2,8-9,B,wrong-number\n3,8-9,C,refused\n4,8-9,C,refused\n"
    let found = try Self.differences("practice,slot,team,disposition\n" + rows, by: "team")
    #expect(found.emptyGroups == ["B"])
    #expect(found.groups == 2)
    #expect(found.tests.map(\.method) == [.chiSquare, .fisher])
    // By hand: 3 calls, one unreached; A alone is 1 of 3 tables.
    #expect(Self.isClose(try Self.numbers(found.tests[0]), [3, 1, 0.0832645166635506]))
    #expect(abs(try Self.numbers(found.tests[1])[1] - 1.0 / 3) < 1e-12)
    let slots = try Self.differences("practice,slot,disposition\n1,8-11,busy\n2,9-10,refused\n")
    #expect(slots.tests.last?.finding == .undefined(.sameTime))
  }

  @Test("Rao and Scott's correction is for 200 groups at most")
  func manyGroups() throws {
    func found(groups: Int) throws -> SurveyDifferences.Finding? {
      var text = "practice,slot,team,reached\n"
      for practice in 0..<(3 * groups) {
        text += "\(practice),8-9,\(practice / 3),\(practice % 2)\n\(practice),9-10,\(practice / 3),1\n"
      }
      return try Self.differences(text, by: "team").tests.first?.finding
    }
    guard case .tested = try found(groups: 20) else {
      Issue.record("twenty groups can be tested")
      return
    }
    #expect(try found(groups: 201) == .undefined(.tooManyGroups))
  }
}
