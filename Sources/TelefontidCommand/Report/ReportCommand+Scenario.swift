import Files
import Reports
import Scenarios
import Studies
import SurveyDesign
import Tables
import TelephoneAccess
import Terminal

extension ReportCommand {
  /// The scenario that a folder's manifest names, if it is still the one that was run.
  ///
  /// A scenario that is missing or has changed is noted, and the report does without.
  ///
  /// - Throws: The faults of a file that `--scenario` names: whoever names one wants it. A usage error where there is no
  ///   simulation that it could be of.
  func scenario(noting reading: inout ResultReading?) throws -> Scenario? {
    guard let manifest = reading?.manifest, let named = manifest.scenario else {
      guard scenarioFile != nil else { return nil }
      throw CommandError.usage(
        "'--scenario' is for results of a simulation, and '\(results)' has no manifest that says that it is one: leave it out"
      )
    }
    let call = RunCall(manifest.commandLine)
    guard let file = scenarioFile ?? call?.file else {
      reading?.note(.missingScenario(named.name))
      return nil
    }
    do {
      let assignments = call?.assignments ?? []
      let further = call?.remedies ?? []
      // The digest of worlds is that of all scenarios together, as their files have them.
      let found = try ScenarioLoader.scenario(
        file, assignments: assignments, seed: call?.remedies == nil ? manifest.seed : nil)
      let others = try further.map { try ScenarioLoader.scenario($0, assignments: assignments, seed: nil) }
      let text = ([found] + others).map(\.canonicalText).joined()
      if SHA256.hexDigest(of: Array(text.utf8)) == named.sha256 { return found }
      reading?.note(.changedScenario(file))
    } catch let faults as ScenarioFaults {
      guard scenarioFile == nil else { throw faults }
      let isMissing = faults.faults.contains { $0.kind == .unreadable }
      reading?.note(
        isMissing
          ? .missingScenario(file)
          : .unreadableScenario(file, reason: faults.faults.first?.message ?? "cannot be read"))
    } catch {
      reading?.note(.unreadableScenario(file, reason: "\(error)"))
    }
    return nil
  }

  /// The cells of a sweep that change the survey and nothing else; empty where that cannot be told.
  func designCells(_ reading: ResultReading?) -> Set<Int> {
    guard let reading, !reading.sweep.isEmpty else { return [] }
    let varied = reading.cells.filter { cell in
      !cell.values.isEmpty && cell.values.allSatisfy { $0.path.hasPrefix("survey.") }
    }
    if !varied.isEmpty { return Set(varied.map(\.cell)) }
    guard let call = reading.manifest.flatMap({ RunCall($0.commandLine) }), call.cells.count > 1 else {
      return []
    }
    let scenarios = call.cells.map {
      try? ScenarioLoader.scenario($0, assignments: call.assignments, seed: nil)
    }
    guard let first = scenarios[0] else { return [] }
    return Set(
      scenarios.indices.dropFirst().filter { cell in
        guard var other = scenarios[cell] else { return false }
        let isOtherSurvey = other.survey != first.survey
        other.survey = first.survey
        return isOtherSurvey && other.hasSameModel(as: first)
      })
  }

  /// The scenario file and the settings of the run that a manifest's command line repeats; those of a sweep's first cell.
  struct RunCall {
    var file: String
    /// Of a sweep of scenarios: all of them, in the order of its cells; else empty.
    var cells: [String] = []
    var assignments: [Assignment]
    /// Of a sensitivity study: the scenarios after the first; else `nil`.
    var remedies: [String]?

    init?(_ commandLine: [String]) {
      let words = Array(commandLine.dropFirst(2))
      func parse<Run: Command>(_ type: Run.Type) -> Run? {
        return try? Run(ArgumentParser.parse(words, against: type.allParameters))
      }
      let name = commandLine.dropFirst().first
      if name == SimulateCommand.spec.name, let run = parse(SimulateCommand.self) {
        self.init(file: run.file, assignments: run.assignments)
      } else if name == SweepCommand.spec.name, let run = parse(SweepCommand.self),
        let first = run.files.first
      {
        let values = Variation.combinations(of: run.variations).first ?? []
        self.init(
          file: first, cells: run.variations.isEmpty ? run.files : [],
          assignments: run.assignments
            + zip(run.variations, values).map { Assignment(path: $0.path, value: $1) })
      } else if name == SensitivityCommand.spec.name, let run = parse(SensitivityCommand.self),
        let first = run.files.first
      {
        self.init(file: first, assignments: run.assignments)
        remedies = Array(run.files.dropFirst())
      } else {
        return nil
      }
    }

    private init(file: String, cells: [String] = [], assignments: [Assignment]) {
      self.file = file
      self.cells = cells
      self.assignments = assignments
    }
  }

  /// One practice's first survey day in the first replication, simulated anew.
  func practiceDay(of practice: String, _ scenario: Scenario?, first: Int) throws -> Report.PracticeDay {
    guard let scenario else {
      throw CommandError.usage(
        "'--practice' simulates a day anew and needs the scenario: name it with '--scenario'")
    }
    let study = try ScenarioLoader.study(scenario, file: scenarioFile ?? results)
    guard let events = study.trace(practice: practice, replication: UInt64(max(first, 0))) else {
      let near = nearestMatch(to: practice, among: study.population.frame.practices.map(\.id))
      throw CommandError.usage(
        "There is no practice '\(practice)'" + (near.map { ". Did you mean '\($0)'?" } ?? ""))
    }
    let day = events.first?.date
    return .init(
      practice: practice,
      figure: PracticeDayFigure(
        events: events.filter { $0.date == day }.map(\.event), practice: practice, date: day))
  }
}

extension Scenario {
  /// Whether practices, telephones and patients are the same, whatever the survey is.
  fileprivate func hasSameModel(as other: Scenario) -> Bool {
    population == other.population && frame == other.frame && patients == other.patients
      && weekdayIndex == other.weekdayIndex && busynessCV == other.busynessCV
  }
}
