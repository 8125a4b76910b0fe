import Foundation
import Reports
import Scenarios
import Studies
import SurveyDesign

/// What every benchmark works with: the scenario, its practices, and how much time to spend.
struct Laboratory: Sendable {
  /// The full practice model, and the survey of it.
  let study: Study
  /// The file of its scenario.
  let scenarioFile: String
  /// How much work a run is, and how many runs there are.
  let effort: Effort

  init(scenarioFile: String, effort: Effort) throws {
    self.scenarioFile = scenarioFile
    self.effort = effort
    study = try Study(ScenarioDocument(reading: scenarioFile).scenario())
  }

  /// Wednesday 8 April 2015: a working day on which demand is nearly average.
  static let day = CalendarDate(year: 2015, month: 4, day: 8) ?? .first
}

/// How much work is done: enough for numbers to publish, or just enough to see whether something has changed.
enum Effort: Sendable {
  case full, quick

  /// Runs of each benchmark.
  var runs: Int {
    switch self {
    case .full: 7
    case .quick: 3
    }
  }

  /// An amount of work, or a tenth of it.
  func amount(_ full: Int) -> Int {
    switch self {
    case .full: full
    case .quick: max(1, full / 10)
    }
  }
}
