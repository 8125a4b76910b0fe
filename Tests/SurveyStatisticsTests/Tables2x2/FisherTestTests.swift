import SurveyStatistics
import Testing

@Suite("Fisher's exact test agrees with R and SciPy")
struct FisherTestTests {
  @Test(arguments: ReferenceCases.named("test.fisher"))
  func reference(_ reference: ReferenceCase) throws {
    let (first, second) = try reference.groups()
    let alternative = try #require(Alternative(rawValue: reference.text("alternative") ?? ""))
    let result = FisherTest.test(first, against: second, alternative: alternative)
    reference.check(result.pValue, try reference.expectedNumber())
  }

  /// scipy 1.17: `fisher_exact([[x1, n1 - x1], [x2, n2 - x2]], alternative)` for two-sided, less, greater.
  @Test(
    "All three alternatives",
    arguments: [
      (5, 52, 3, 52, [0.7154542298389582, 0.8652638559822352, 0.35772711491947906]),
      (0, 10, 0, 10, [1, 1, 1]),
      (10, 10, 0, 10, [1.082508822446903e-05, 1, 5.412544112234515e-06]),
      (3, 7, 20, 200, [0.031368725863239716, 0.9966979948081143, 0.031368725863239716]),
      (0, 52, 5, 52, [0.05652215707007594, 0.02826107853503797, 1]),
      (50, 105, 30, 105, [0.006761568499124925, 0.9986319248394253, 0.0033807842495624627]),
    ])
  func scipy(_ x1: Int, _ n1: Int, _ x2: Int, _ n2: Int, _ wanted: [Double]) throws {
    let first = try tally(x1, of: n1)
    let second = try tally(x2, of: n2)
    for (alternative, wanted) in zip([Alternative.twoSided, .less, .greater], wanted) {
      let result = FisherTest.test(first, against: second, alternative: alternative)
      #expect(abs(result.pValue - wanted) <= 1e-11 * wanted, "\(alternative)")
    }
  }

  @Test("The two-sided p-value is the sum over all tables that are no likelier")
  func definition() throws {
    for (n, k) in [(1, 1), (3, 5), (6, 6), (9, 2)] {
      for x in 0...n {
        for y in 0...k {
          let first = try tally(x, of: n)
          let second = try tally(y, of: k)
          let distribution = Hypergeometric(population: n + k, successes: x + y, draws: n)
          let limit = distribution.pmf(x) * (1 + 1e-7)
          let wanted = distribution.support.map { distribution.pmf($0) }.filter { $0 <= limit }.reduce(0, +)
          #expect(abs(FisherTest.test(first, against: second).pValue - wanted) < 1e-12)
        }
      }
    }
  }
}
