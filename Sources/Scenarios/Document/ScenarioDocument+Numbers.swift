extension ScenarioDocument {
  /// The number that a parameter has, standard values included: `survey.attempts`, `telephone.lunch[0].share`.
  ///
  /// A calibration reads a parameter here and changes it with ``set(_:)``.
  /// - Throws: ``ScenarioFaults`` when the document has faults, or there is no number at the path.
  package func number(at path: DocumentPath) throws -> Double {
    var node: DocumentNode? = try completed().root
    for step in path.steps { node = node?[step] }
    guard let number = node?.number else {
      let problem = node.map { "\($0.shown) is no number" } ?? ScenarioFields.problem(with: path)
      throw ScenarioFaults([
        ScenarioFault(
          .usage, file: file, path: path.description, message: problem ?? "the scenario has nothing there")
      ])
    }
    return number
  }
}
