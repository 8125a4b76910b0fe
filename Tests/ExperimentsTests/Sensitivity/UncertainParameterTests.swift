import Foundation
import Scenarios
import Studies
import Testing

@testable import Experiments

/// What a parameter is in a world.
struct UncertainParameterTests {
  private static func parameter(
    _ range: ClosedRange<Double>, _ law: Provenance.RangeLaw, likeliest: Double, isWhole: Bool = false
  ) throws -> UncertainParameter {
    let value = isWhole ? "\(Int(likeliest))" : "\(likeliest)"
    let path = isWhole ? "patients.most_redials" : "patients.calls_per_day_per_1000_listed"
    var document = try ScenarioDocument(reading: shipped("midtjylland-2015"))
    try document.set("\(path)=\(value)")
    try document.set(
      #"provenance["\#(path)"]={basis: "assumed", source: "x", range: [\#(range.lowerBound), \#(range.upperBound)], law: "\#(law.rawValue)"}"#
    )
    return try #require(document.uncertainParameters().first { $0.path.description == path })
  }

  private static func shipped(_ name: String) -> String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
      "../../../scenarios/\(name).json"
    )
    .path
  }

  /// From SciPy 1.17.1: `triang(c=7/17, loc=18, scale=17).ppf(q)` and `loguniform(60, 300).ppf(q)`; uniform by hand.
  @Test(arguments: [
    (
      Provenance.RangeLaw.triangular, 18.0...35.0, 25.0,
      [0.1: 21.44963766213207, 0.5: 25.780455542707113, 0.9: 30.87689437438234]
    ),
    (.logUniform, 60...300, 100, [0.1: 70.47713658528112, 0.5: 134.1640786499874, 0.9: 255.40197675623537]),
    (.uniform, 18...35, 25, [0.1: 19.7, 0.5: 26.5, 0.9: 33.3]),
  ])
  func `numbers follow the law of their range`(
    law: Provenance.RangeLaw, range: ClosedRange<Double>, likeliest: Double, expected: [Double: Double]
  ) throws {
    let parameter = try Self.parameter(range, law, likeliest: likeliest)
    for (share, value) in expected {
      let drawn = try #require(Double(parameter.value(at: share)))
      #expect(abs(drawn - value) < 1e-9)
    }
  }

  @Test func `whole numbers are each as likely, both ends included`() throws {
    let parameter = try Self.parameter(4...7, .uniform, likeliest: 5, isWhole: true)
    let drawn = (0..<400).map { parameter.value(at: (Double($0) + 0.5) / 400) }
    #expect(
      Dictionary(grouping: drawn, by: \.self).mapValues(\.count) == ["4": 100, "5": 100, "6": 100, "7": 100])
  }

  @Test func `of values each is as likely`() throws {
    let parameter = try #require(
      try ScenarioDocument(reading: Self.shipped("midtjylland-2015")).uncertainParameters()
        .first { $0.path.description == "patients.weekday_index" })
    let drawn = (0..<300).map { parameter.value(at: (Double($0) + 0.5) / 300) }
    #expect(Set(drawn).count == 3)
    #expect(drawn.prefix(100).allSatisfy { $0 == drawn[0] })
  }
}
