import Testing

@testable import SurveyStatistics

@Suite("Rogan and Gladen's correction for imperfect recording")
struct MisclassificationTests {
  @Test(arguments: ReferenceCases.named("misclassification.rogan-gladen"))
  func reference(_ reference: ReferenceCase) throws {
    let recording = try #require(
      Misclassification(sensitivity: try reference.number("se"), specificity: try reference.number("sp")))
    let x = try reference.integer("x")
    let n = try reference.integer("n")
    let method = try reference.found(IntervalMethod(rawValue: reference.text("ci") ?? ""), "ci")
    let apparent = try #require(ProportionInterval.interval(successes: x, trials: n, method: method))
    let wantedApparent = try reference.expectedNumbers("apparent")
    reference.check(Double(x) / Double(n), wantedApparent[0])
    reference.check(apparent.lower, wantedApparent[1])
    reference.check(apparent.upper, wantedApparent[2])
    let corrected = recording.corrected(apparent, clipped: false)
    let wanted = try reference.expectedNumbers("true")
    reference.check(recording.corrected(Double(x) / Double(n)), wanted[0])
    reference.check(corrected.lower, wanted[1])
    reference.check(corrected.upper, wanted[2])
    #expect(recording.corrected(apparent).lower == 0)
  }

  @Test("Correcting undoes recording, and perfect recording needs none")
  func inverse() throws {
    let recording = try #require(Misclassification(sensitivity: 0.9, specificity: 0.97))
    for share in [0, 0.1, 0.5, 1] {
      #expect(abs(recording.corrected(recording.recorded(share)) - share) < 1e-15)
    }
    let perfect = try #require(Misclassification(sensitivity: 1, specificity: 1))
    #expect(perfect.corrected(0.3) == 0.3)
    #expect(recording.corrected(0) == 0)
    #expect(recording.corrected(1) == 1)
  }

  @Test("Recording that says nothing is refused")
  func impossible() {
    #expect(Misclassification(sensitivity: 0.5, specificity: 0.5) == nil)
    #expect(Misclassification(sensitivity: 1.1, specificity: 0.9) == nil)
    #expect(Misclassification(sensitivity: .nan, specificity: 0.9) == nil)
  }
}
