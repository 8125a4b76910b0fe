package import SurveyDesign
package import TelephoneAccess

/// A region, its patients and a survey of it: everything that a simulation needs, checked and complete.
///
/// Every number is within the limits that the key reference states, shares add up, times are in order, and what is named
/// exists. Read one with ``ScenarioDocument``:
///
/// ```swift
/// let scenario = try ScenarioDocument(reading: "scenarios/midtjylland-2015.json").scenario()
/// scenario.survey.fieldwork.attempts  // 1
/// scenario.population.municipalities.count  // 19
/// ```
///
/// A key of the document sets one of these properties, as the table of keys says; a new value holds the standards.
package struct Scenario: Equatable, Sendable {
  /// The name, also of the folder of results: letters, digits, hyphens, points and underscores.
  package internal(set) var name = ""
  /// A title for tables and reports.
  package internal(set) var title = ""
  /// What the scenario is; may be empty.
  package internal(set) var description = ""
  /// What happens in the region, by chance.
  package var seed: UInt64 = 1
  /// What the document says of the region's seed; `nil` for its own ``seed``.
  var practicesSeed: UInt64?
  /// Which of the regions that the scenario can draw: that of `practices.seed` or, without one, of the file's own `seed`.
  package var regionSeed: UInt64 = 1
  /// Whether the scenario says which region it is, rather than leave that to its own `seed`.
  package var namesRegion: Bool { practicesSeed != nil }
  /// How many surveys are simulated, 1 or more.
  package internal(set) var replications = 1

  /// What the practices look like, for what the frame leaves open, or for all when there is none.
  package internal(set) var population = PopulationModel()
  /// The file that a document extends; once it is read, it extends none.
  var extends: String?

  /// The file of the frame, relative to the working directory; `nil` when the practices are drawn.
  package internal(set) var frameFile: String?
  /// The practices that were read from ``frameFile``.
  package internal(set) var frame: Frame?
  /// How patients behave.
  package internal(set) var patients = PatientModel()
  /// Demand by weekday from Monday; 1 for an average day.
  package internal(set) var weekdayIndex = [Double](repeating: 1, count: 5)
  /// Coefficient of variation of one practice's demand from day to day.
  package internal(set) var busynessCV = 0.0

  /// The survey; whoever changes it plans another one than ``canonicalText`` says.
  package var survey = SurveyPlan()
  /// Where the parameters come from.
  package internal(set) var provenance = Provenance(entries: [])

  /// The whole scenario as JSON with every key, no comments, and keys in a fixed order, for people and for digests.
  ///
  /// Reading it from a file in the same folder gives an equal scenario.
  package internal(set) var canonicalText = ""

  /// The parameters of which no entry of the provenance speaks; maps, arrays and distributions count as one each.
  ///
  /// - Complexity: O(*p* *e*) for *p* parameters and *e* entries, each time.
  package var parametersWithoutProvenance: [DocumentPath] {
    parameters.filter { provenance.entry(for: $0) == nil }
  }

  /// All parameters, by the same count.
  var parameters: [DocumentPath] = []

  /// A scenario of standards; its document sets what must be there.
  init() {}
}
