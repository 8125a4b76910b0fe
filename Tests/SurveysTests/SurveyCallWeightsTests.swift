import SurveyDesign
import Testing

@testable import Surveys

@Suite("Weights in calls files")
struct SurveyCallWeightsTests {
  @Test("Weights and strata in the file are those of its practices; added rows may leave them out")
  func weights() throws {
    let calls = try surveyCalls(
      """
      practice,slot,attempt,disposition,weight,stratum
      1,15-16,1,busy,2.5,a
      1,15-16,2,answered-by-staff,,
      2,15-16,1,,4,b
      """)
    #expect(calls.weights == [2.5, 4])
    #expect(calls.strata == ["a", "b"])
    #expect(calls.unmadeRows == 1)
    #expect(try surveyCalls("practice,slot,disposition\n1,15-16,busy\n").weights == nil)
    #expect(try surveyCalls("practice,slot,disposition,weight\n1,15-16,busy,\n").weights == nil)
  }

  @Test(
    "A weight that is none, two weights of a practice, and a weight for some practices only are faults",
    arguments: [
      ("1,15-16,busy,0", "'0' is no weight"), ("1,15-16,busy,heavy", "heavy"),
      ("1,15-16,busy,1e10", "is no weight"),
      ("1,15-16,busy,2\n1,14-15,busy,3", "the practice has another weight in an earlier row"),
      ("1,15-16,busy,2\n2,15-16,busy,", "the practice has no weight, and others have one"),
      ("1,15-16,busy,\n2,15-16,busy,2", "the practice has a weight, and that of line 2 has none"),
    ])
  func badWeights(rows: String, reason: String) {
    let faults = surveyFaults("practice,slot,disposition,weight\n\(rows)\n")
    #expect(faults.count == 1)
    #expect(faults.first?.contains(reason) == true)
  }

  @Test("The weights of a drawn list are used, and win over the frame's")
  func weightedRate() throws {
    // Weights 1, 2 and 5, and nobody answers at the last: 5 of 8.
    let frame = try Frame(["1", "2", "3"].map { FramePractice(id: $0) })
    let calls = try surveyCalls(
      "practice,slot,disposition,weight\n1,15-16,refused,1\n2,15-16,refused,2\n3,15-16,busy,5\n"
    ) {
      $0.frame = frame
    }
    for frame in [nil, frame] {
      let analysis = SurveyAnalysis(calls, frame: frame, estimator: RateEstimator())
      let rates = analysis.rates(calls.allTogether, .agreement, in: calls.replications[0])
      #expect(rates.map(\.estimate.rate) == [0.625])
    }
  }
}
