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

  @Test("A practice in two strata is named, in estimate's reader and in check alike")
  func twoStrata() {
    let text = "practice,slot,disposition,stratum\n1,8-9,busy,A\n2,8-9,busy,B\n1,9-10,busy,B\n2,9-10,busy,\n"
    let fault =
      "line 4, column 4 (stratum): the practice is in stratum 'A' in an earlier row; all rows of a practice need the same stratum"
    #expect(surveyFaults(text) == ["calls.csv, \(fault)"])
    #expect(CallsFileCheckTests.check(text).faults == [fault])
  }

  // Stratum A: ten drawn, five wrong numbers, two of five unreached; B: none of ten. 2/15, and (10 · 2/5 + 10 · 0)/20.
  @Test(
    "Calls that are not valid are made good within their stratum, unless the file's weights may know better")
  func madeGood() throws {
    func rate(_ weight: (Int) -> String, _ invalid: InvalidCalls? = nil) throws -> Double {
      var text = "practice,slot,disposition,stratum,weight\n"
      for practice in 0..<20 {
        let word = practice < 5 ? "wrong-number" : practice < 7 ? "busy" : "refused"
        text +=
          "\(practice),\(8 + practice % 2)-\(9 + practice % 2),\(word),\(practice < 10 ? "A" : "B"),\(weight(practice))\n"
      }
      let calls = try surveyCalls(text)
      let analysis = SurveyAnalysis(
        calls, frame: nil, estimator: RateEstimator(), invalidCalls: invalid)
      return try #require(
        analysis.rates(calls.allTogether, .agreement, in: calls.replications[0]).first?.estimate.rate)
    }
    #expect(abs(try rate({ _ in "" }) - 0.2) < 1e-12)
    #expect(abs(try rate({ _ in "7" }) - 0.2) < 1e-12)
    #expect(abs(try rate({ _ in "7" }, .leftOut) - 2.0 / 15) < 1e-12)
    // Weights 1 and 3: (2 · 1)/(5 · 1 + 10 · 3) as they stand, (10 · 2/5)/(10 + 30) made good.
    let different = { (practice: Int) in practice < 10 ? "1" : "3" }
    #expect(abs(try rate(different) - 2.0 / 35) < 1e-12)
    #expect(abs(try rate(different, .madeGood) - 0.1) < 1e-12)
  }

  @Test("A stratum without a valid call is named")
  func emptyClass() throws {
    let calls = try surveyCalls(
      "practice,slot,disposition,stratum\n1,8-9,busy,A\n2,8-9,refused,A\n3,8-9,wrong-number,B\n4,8-9,not-attempted,B\n"
    )
    let analysis = SurveyAnalysis(calls, frame: nil, estimator: RateEstimator())
    let empty = analysis.strataWithoutValidCall(.agreement, in: calls.replications[0])
    #expect(empty.map(\.stratum) == ["B"] && empty.map(\.calls) == [2])
    #expect(
      analysis.rates(calls.allTogether, .agreement, in: calls.replications[0]).first?.estimate.rate == 0.5)
  }

  @Test("The weights of a drawn list are used, and win over the frame's")
  func weightedRate() throws {
    // Weights 1, 2 and 5, and the last does not answer: 5 of 8.
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
