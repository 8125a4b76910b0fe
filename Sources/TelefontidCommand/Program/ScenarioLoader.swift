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

  /// Draws the region of a scenario.
  static func study(_ scenario: Scenario, file: String) throws -> Study {
    try study(scenario, regions: 1, file: file).first
  }

  /// Draws several regions of a scenario.
  ///
  /// - Throws: A usage error where the practices are those of a frame: they are one region's.
  static func study(_ scenario: Scenario, regions: Int, file: String) throws -> RegionalStudy {
    if regions > 1, let frame = scenario.frameFile {
      throw CommandError.usage(
        "'--regions \(regions)': the practices of \(file) are those of its practices.frame, \(frame), which is one region: "
          + "leave '--regions' out, or describe practices to draw")
    }
    do {
      return try RegionalStudy(scenario, regions: regions)
    } catch let faults as DesignFaults {
      let named = scenario.frameFile ?? file
      throw CommandError.data(faults.faults.map { Fault($0.message, file: named) })
    } catch let fault as DesignFault {
      throw CommandError.data([Fault(fault.message, file: scenario.frameFile ?? file)])
    }
  }
}
