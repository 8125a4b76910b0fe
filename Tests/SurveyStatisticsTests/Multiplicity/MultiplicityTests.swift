import SurveyStatistics
import Testing

@Suite("Adjusted p-values agree with R")
struct MultiplicityTests {
  @Test(
    arguments: [
      ("multiplicity.holm", Multiplicity.holm), ("multiplicity.hochberg", .hochberg),
      ("multiplicity.bh", .benjaminiHochberg), ("multiplicity.by", .benjaminiYekutieli),
    ])
  func reference(_ name: String, _ method: Multiplicity) throws {
    let cases = ReferenceCases.named(name)
    #expect(!cases.isEmpty)
    for reference in cases {
      let adjusted = try #require(method.adjusted(try reference.numbers("p")))
      let reported = (try? reference.integers("report_index")) ?? Array(adjusted.indices)
      for (index, wanted) in zip(reported, try reference.expectedNumbers()) {
        // The report counts from 0.
        reference.check(adjusted[index], wanted)
      }
    }
  }

  /// R 4.2.2: `p <- c(0.04, 0.001, 0.04, 0.9, 0, 0.02); for (m in …) print(p.adjust(p, m), digits = 15)`.
  @Test(
    "Ties, zero and the order given",
    arguments: [
      (Multiplicity.holm, [0.12, 0.005, 0.12, 0.9, 0, 0.08]),
      (.hochberg, [0.08, 0.005, 0.08, 0.9, 0, 0.08]),
      (.bonferroni, [0.24, 0.006, 0.24, 1, 0, 0.12]),
      (.benjaminiHochberg, [0.048, 0.003, 0.048, 0.9, 0, 0.04]),
      (.benjaminiYekutieli, [0.1176, 0.00735, 0.1176, 1, 0, 0.098]),
    ])
  func ties(_ method: Multiplicity, _ wanted: [Double]) throws {
    let adjusted = try #require(method.adjusted([0.04, 0.001, 0.04, 0.9, 0, 0.02]))
    for (value, wanted) in zip(adjusted, wanted) { #expect(abs(value - wanted) < 1e-15) }
  }

  @Test("None, one, and what is no probability", arguments: Multiplicity.allCases)
  func edges(_ method: Multiplicity) {
    #expect(method.adjusted([]) == [])
    #expect(method.adjusted([0.3]) == [0.3])
    #expect(method.adjusted([0.3, .nan]) == nil)
    #expect(method.adjusted([0.3, 1.1]) == nil)
    #expect(method.adjusted([-0.1]) == nil)
  }
}
