internal import Scenarios

/// The items of STRESS-DES, in the order of the checklist.
///
/// Source: T. Monks and others (2019), Strengthening the reporting of empirical simulation studies: Introducing the
/// STRESS guidelines, Journal of Simulation 13:55, <https://doi.org/10.1080/17477778.2018.1442155>, version 1.0.
enum ChecklistItem: String, CaseIterable, Equatable, Sendable {
  case purpose = "1.1"
  case outputs = "1.2"
  case aims = "1.3"
  case diagram = "2.1"
  case baseLogic = "2.2"
  case scenarioLogic = "2.3"
  case algorithms = "2.4"
  case entities = "2.5.1"
  case activities = "2.5.2"
  case resources = "2.5.3"
  case queues = "2.5.4"
  case entryAndExit = "2.5.5"
  case dataSources = "3.1"
  case preprocessing = "3.2"
  case inputs = "3.3"
  case assumptions = "3.4"
  case initialisation = "4.1"
  case runLength = "4.2"
  case estimation = "4.3"
  case software = "5.1"
  case randomness = "5.2"
  case execution = "5.3"
  case system = "5.4"
  case codeAccess = "6.1"
}

/// What the checklist is filled in from: the scenario and the manifest.
struct ChecklistFacts: Sendable {
  /// The scenario; `nil` where it could not be read.
  var scenario: Scenario?
  /// The scenario's title, or its name.
  var title: String
  /// Other cells of a sweep, by name; empty where there is no sweep.
  var cells: [String]
  /// Worlds that were drawn; `nil` where it is no analysis of sensitivity.
  var worlds: Int?
  /// Replications done.
  var replications: Int
  /// Regions in each of which they were done.
  var regions = 1
  /// Where all random numbers come from.
  var seed: UInt64?
  /// The program's version, as the manifest has it.
  var version: String
  /// The scenario's digest.
  var digest: String?
  /// The words that repeat the run.
  var command: String
  /// How many parameters have each basis.
  var bases: [(basis: ParameterBasis, count: Int)]
}
