import Scenarios
import Studies
import SurveyDesign
import Terminal

/// From a scenario's file to something that runs, with every fault as the command line reports it.
enum ScenarioLoader {
  /// Reads a scenario, sets what the command line sets, and checks it all.
  static func scenario(_ file: String, assignments: [Assignment], seed: UInt64? = nil) throws -> Scenario {
    var scenario = try document(file, assignments: assignments).scenario()
    if let seed { scenario.seed = seed }
    return scenario
  }

  /// Reads a scenario and sets what the command line sets.
  static func document(_ file: String, assignments: [Assignment]) throws -> ScenarioDocument {
    var document = try ScenarioDocument(reading: file)
    var faults: [ScenarioFault] = []
    for assignment in assignments {
      do {
        try document.set("\(assignment.path)=\(assignment.value)")
      } catch let found as ScenarioFaults {
        faults += found.faults
      }
    }
    guard faults.isEmpty else { throw ScenarioFaults(faults) }
    return document
  }

  /// Draws the population of a scenario.
  static func study(_ scenario: Scenario, file: String) throws -> Study {
    do {
      return try Study(scenario)
    } catch let faults as DesignFaults {
      let named = scenario.frameFile ?? file
      throw CommandError.data(faults.faults.map { Fault($0.message, file: named) })
    } catch let fault as DesignFault {
      throw CommandError.data([Fault(fault.message, file: scenario.frameFile ?? file)])
    }
  }
}
