package import Scenarios
package import Studies
internal import SurveyDesign

/// A scenario and its remedies in worlds in which uncertain parameters are other than the scenario says.
///
/// Every world has the same seed and the same replications, so that what worlds have in common draws the same random numbers.
package struct SensitivityStudy: Sendable {
  /// The paths of the uncertain parameters, in order.
  package let paths: [String]
  /// What is concluded.
  package let conclusions: [Conclusion]
  /// Which worlds are looked at.
  package let plan: WorldPlan
  /// The scenario as it is.
  package let nominal: Study
  /// The scenario as it stands.
  package var scenario: Scenario { nominal.scenario }
  /// The replications of each world.
  package let replications: Int

  /// Fits a world to what was published, before it is looked at: what it sets besides the world's own settings, or `nil` for a
  /// world that cannot reproduce it.
  package typealias Fit = @Sendable (_ world: ScenarioDocument, _ seed: UInt64) async throws -> [String]?

  private let fit: Fit?
  private let documents: [ScenarioDocument]
  /// By document, the uncertain parameters that it leaves uncertain, with their place among the paths.
  private let uncertain: [[(place: Int, parameter: UncertainParameter)]]
  private let remedies: [String]
  /// The seed of every world, and of the points.
  package let seed: UInt64
  private let points: [[Double]]

  /// Prepares the worlds.
  ///
  /// - Parameters:
  ///   - documents: The scenario and its remedies, the scenario first.
  ///   - seed: What happens in every world; `nil` for the scenario's own seed. It also decides the points.
  ///   - replications: Simulated surveys of each world and scenario, 1 or more.
  ///   - worlds: The most worlds; more where so many cannot tell the parameters apart.
  ///   - fit: Fits each world first; one that it cannot fit says nothing of any conclusion. What it moves, a remedy that sets it
  ///     otherwise keeps as it has it.
  /// - Throws: `ScenarioFaults` with everything that is wrong with the documents or with a value that a parameter could have,
  ///   one parameter at a time; ``SensitivityFault`` where nothing is uncertain; `DesignFaults`.
  package init(
    _ documents: [ScenarioDocument], seed: UInt64?, replications: Int, worlds: Int, fit: Fit? = nil
  )
    throws
  {
    precondition(!documents.isEmpty && replications > 0)
    let own = try documents.map { try $0.uncertainParameters() }
    var paths: [String] = []
    for path in own.flatMap({ $0.map(\.path.description) }) where !paths.contains(path) { paths.append(path) }
    guard !paths.isEmpty else { throw SensitivityFault.nothingUncertain }
    let uncertain = own.map { parameters in
      parameters.map { parameter in
        (place: paths.firstIndex(of: parameter.path.description) ?? 0, parameter: parameter)
      }.sorted { $0.place < $1.place }
    }
    try Self.check(documents, uncertain)
    let scenarios = try documents.map { try $0.scenario() }
    self.paths = paths
    self.uncertain = uncertain
    self.documents = documents
    self.fit = fit
    self.seed = seed ?? scenarios[0].seed
    self.replications = replications
    remedies = scenarios.dropFirst().map(\.name)
    let budget = max(worlds, WorldPlan.fewestWorlds(parameters: paths.count))
    plan = WorldPlan(parameters: paths.count, budget: budget)
    points = SobolPoints(count: plan.mostRows, dimensions: 2 * paths.count, seed: self.seed).points
    nominal = try Study(Self.world(scenarios[0], seed: self.seed, region: nil))
    conclusions = Self.conclusions(nominal, remedies: Array(scenarios.dropFirst()))
  }

  /// Holds every end of a range and every value against the scenario, by itself.
  private static func check(
    _ documents: [ScenarioDocument], _ uncertain: [[(place: Int, parameter: UncertainParameter)]]
  ) throws {
    var faults: [ScenarioFault] = []
    for (document, parameters) in zip(documents, uncertain) {
      for (_, parameter) in parameters {
        for share in parameter.edges {
          var changed = document
          do {
            try changed.set("\(parameter.path)=\(parameter.value(at: share))")
            _ = try changed.scenario()
          } catch let found as ScenarioFaults {
            faults += found.faults.filter { !faults.contains($0) }
          }
        }
      }
    }
    if !faults.isEmpty { throw ScenarioFaults(faults) }
  }

  /// What is concluded of a scenario and its remedies.
  private static func conclusions(_ study: Study, remedies: [Scenario]) -> [Conclusion] {
    let definitions = study.scenario.survey.definitions.map(\.name)
    let groups = study.groups
    func all(_ kind: Conclusion.Kind, remedy: Scenario? = nil, definition: String) -> [Conclusion] {
      groups.map {
        Conclusion(
          kind: kind, remedy: remedy?.name ?? "", remedyTitle: remedy?.title ?? "", definition: definition,
          group: $0, target: study.target(of: $0))
      }
    }
    let judged = definitions.first ?? ""
    let target = groups.contains { study.target(of: $0) != nil }
    var conclusions = definitions.flatMap { all(.rate, definition: $0) }
    let diagnosands: [Conclusion.Kind] = target ? [.bias, .coverage, .meets, .fails] : [.bias, .coverage]
    for kind in diagnosands { conclusions += all(kind, definition: judged) }
    for remedy in remedies { conclusions += all(.effect, remedy: remedy, definition: judged) }
    if remedies.count > 1 {
      for remedy in remedies { conclusions += all(.best, remedy: remedy, definition: judged) }
      conclusions += all(.order, definition: judged)
    }
    return conclusions
  }

  /// A scenario with the seed of all worlds, in the region of the first.
  private static func world(_ scenario: Scenario, seed: UInt64, region: UInt64?) -> Scenario {
    var scenario = scenario
    scenario.seed = seed
    if let region, !scenario.namesRegion { scenario.regionSeed = region }
    return scenario
  }
}

/// Why worlds cannot be drawn.
package enum SensitivityFault: Error, Equatable, Sendable {
  /// No parameter has a range or values.
  case nothingUncertain
  /// In a world the survey has other slots, groups or definitions.
  case otherGroups(settings: String)
}

extension UncertainParameter {
  /// Shares at which the values lie that are likeliest not to fit.
  fileprivate var edges: [Double] {
    switch alternatives {
    case .values(let values): values.indices.map { (Double($0) + 0.5) / Double(values.count) }
    case .range: [0x1p-33, 1 - 0x1p-33]
    }
  }
}

/// One world.
extension SensitivityStudy {
  /// What a world sets each uncertain parameter of the scenario itself to, in the order of the paths; `nil` where only a remedy has it.
  package func settings(of world: WorldPlan.World) -> [String?] {
    var settings = [String?](repeating: nil, count: paths.count)
    let point = point(of: world)
    for (place, parameter) in uncertain[0] { settings[place] = parameter.value(at: point[place]) }
    return settings
  }

  private func point(of world: WorldPlan.World) -> [Double] {
    let row = points[world.row]
    switch world.part {
    case .first: return Array(row[..<paths.count])
    case .second: return Array(row[paths.count...])
    case .exchanged(let places):
      var point = Array(row[..<paths.count])
      for place in places { point[place] = row[paths.count + place] }
      return point
    }
  }

  /// What the scenario as it is says of every conclusion.
  package func nominalOutcome() async throws -> WorldOutcome { try await outcome(at: nil, order: nil) }

  /// What a world says of every conclusion.
  ///
  /// - Parameters:
  ///   - world: The world.
  ///   - nominal: What the scenario as it is says, in whose order remedies may come or not.
  /// - Throws: `ScenarioFaults` or `DesignFaults` where the values do not fit each other; ``SensitivityFault``.
  package func outcome(of world: WorldPlan.World, nominal: WorldOutcome) async throws -> WorldOutcome {
    try await outcome(at: point(of: world), order: nominal)
  }

  private func outcome(at point: [Double]?, order nominal: WorldOutcome?) async throws -> WorldOutcome {
    var tally = WorldTally(conclusions: conclusions, remedies: remedies)
    var fitted: [String] = []
    for number in documents.indices {
      let settings = point.map { self.settings(of: number, at: $0) } ?? []
      var document = documents[number]
      try document.set(all: settings)
      if number == 0, point != nil, let fit {
        guard let moved = try await fit(document, seed) else {
          let nothing = [Double?](repeating: nil, count: conclusions.count)
          return WorldOutcome(values: nothing, errors: nothing)
        }
        fitted = moved
      }
      try document.set(all: fitted.filter { number == 0 || leaves($0, in: number) })
      let study = try Study(
        Self.world(
          try document.scenario(), seed: seed, region: number == 0 ? nil : self.nominal.scenario.regionSeed))
      guard
        study.groups == self.nominal.groups,
        study.scenario.survey.definitions.map(\.name) == self.nominal.scenario.survey.definitions.map(\.name)
      else { throw SensitivityFault.otherGroups(settings: settings.joined(separator: " ")) }
      var worker = Worker(study)
      tally.begin(study)
      for replication in 0..<UInt64(replications) { tally.add(worker.replicate(replication).facts) }
    }
    return tally.outcome(order: nominal)
  }

  private func settings(of document: Int, at point: [Double]) -> [String] {
    uncertain[document].map { "\($0.parameter.path)=\($0.parameter.value(at: point[$0.place]))" }
  }

  /// Whether a remedy has what a setting sets as the scenario itself has it.
  private func leaves(_ setting: String, in remedy: Int) -> Bool {
    guard let path = DocumentPath(String(setting.prefix { $0 != "=" })),
      let own = try? documents[0].json(at: path), let other = try? documents[remedy].json(at: path)
    else { return false }
    return own == other
  }
}
