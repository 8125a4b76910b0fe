internal import SurveyDesign

extension Form<SamplingDesign> {
  /// Which practices are rung.
  static let sampling: Form = kinds(
    "design", SamplingParts(), [census, simpleRandom, stratified, systematic, proportionalToSize])

  private typealias Design = KindForm<SamplingDesign, SamplingParts>

  private static let census = Design(
    name: "census", keys: [], summary: "every practice", make: { _ in .census },
    parts: { $0 == .census ? SamplingParts() : nil })

  private static let simpleRandom = Design(
    name: "simple-random", keys: [count], summary: "every set of practices as likely",
    make: { .simpleRandom(count: $0.count) })

  private static let stratified = Design(
    name: "stratified", keys: [count, strata, division, deviations],
    summary: "random samples within strata",
    make: {
      .stratified(StratifiedDesign(column: $0.strata, count: $0.count, division: $0.stratifiedDivision))
    })

  private static let systematic = Design(
    name: "systematic", keys: [count, order], summary: "at even distances in the frame",
    make: { .systematic(count: $0.count, orderedBy: $0.orderedBy) })

  private static let proportionalToSize = Design(
    name: "proportional-to-size", keys: [count, size],
    summary: "with probabilities proportional to size, without replacement",
    make: { .proportionalToSize(count: $0.count, column: $0.size) })

  private static let strata = Key<SamplingParts>.optional(
    "strata", \.strata, .text(.line), or: "stratum",
    "The column of the frame whose values are the strata.")
  private static let division = Key<SamplingParts>.optional(
    "division", \.division, .word, or: .proportional, "How the sample is divided among the strata.")
  private static let deviations = Key<SamplingParts>.optional(
    "standard_deviations", \.deviations, .map(.label, of: .number(0, to: 1_000)) { ($0, $1) }, or: [],
    "For Neyman's division, the standard deviation expected within each stratum.")
  private static let order = Key<SamplingParts>.optional(
    "ordered_by", \.orderedBy, Form<String>.text(.line).orNull, or: nil,
    "The column by which the frame is ordered first; null for practice numbers alone.")
  private static let size = Key<SamplingParts>.optional(
    "size", \.size, .text(.line), or: "listed_patients",
    "The column of numbers that probabilities are proportional to.")

  private static var count: Key<SamplingParts> {
    .required(
      "practices", \.count, .whole(1...ScenarioFields.mostPractices),
      "The number of practices in the sample.")
  }
}

/// The parameters of the sampling designs.
private struct SamplingParts {
  var count = 1
  var strata = ""
  var division = Division.proportional
  var deviations: [(String, Double)] = []
  var orderedBy: String?
  var size = ""

  /// The words for how a sample is divided among strata.
  enum Division: String, CaseIterable {
    case proportional, equal, neyman
  }

  var stratifiedDivision: StratifiedDesign.Division {
    switch division {
    case .proportional: .proportional
    case .equal: .equal
    case .neyman: .neyman(standardDeviations: Dictionary(deviations) { $1 })
    }
  }
}
