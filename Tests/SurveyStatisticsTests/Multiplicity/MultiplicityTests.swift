import SurveyStatistics
import Testing

@Suite("Adjusted p-values agree with R")
struct MultiplicityTests {
  @Test(arguments: ReferenceCases.named("multiplicity.holm"))
  func reference(_ reference: ReferenceCase) throws {
    let adjusted = try #require(Multiplicity.holm(try reference.numbers("p")))
    let reported = (try? reference.integers("report_index")) ?? Array(adjusted.indices)
    for (index, wanted) in zip(reported, try reference.expectedNumbers()) {
      // The report counts from 0.
      reference.check(adjusted[index], wanted)
    }
  }

  // R 4.2.2: print(p.adjust(c(0.04, 0.001, 0.04, 0.9, 0, 0.02), "holm"), digits = 15).
  @Test("Ties, zero and the order given")
  func ties() throws {
    let adjusted = try #require(Multiplicity.holm([0.04, 0.001, 0.04, 0.9, 0, 0.02]))
    for (value, wanted) in zip(adjusted, [0.12, 0.005, 0.12, 0.9, 0, 0.08]) {
      #expect(abs(value - wanted) < 1e-15)
    }
  }

  @Test("None, one, and what is no probability")
  func edges() {
    #expect(Multiplicity.holm([]) == [])
    #expect(Multiplicity.holm([0.3]) == [0.3])
    #expect(Multiplicity.holm([0.3, .nan]) == nil)
    #expect(Multiplicity.holm([0.3, 1.1]) == nil)
    #expect(Multiplicity.holm([-0.1]) == nil)
  }
}
