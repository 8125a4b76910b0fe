/// Running the worlds on many cores, each in a task of its own.
extension SensitivityStudy {
  /// Looks at every world that is not known yet: those that screen, then those that the parameters that are left ask for.
  ///
  /// Nothing but the plan decides what a world is, so any number of jobs gives the same, and worlds that were looked at elsewhere
  /// can be handed in.
  ///
  /// - Parameters:
  ///   - known: What worlds say that were looked at before.
  ///   - part: Which worlds to look at, of all that are numbered one after the other; `nil` for all. Worlds that screen are
  ///     always looked at.
  ///   - jobs: Worlds at the same time, 1 or more.
  ///   - shouldStop: Whether to begin no further world.
  ///   - advanced: Called after every world with the number done and the number of all.
  /// - Returns: What was found, complete or not.
  package func run(
    knowing known: KnownWorlds = KnownWorlds(), part: (number: Int, of: Int)? = nil, jobs: Int,
    until shouldStop: @escaping @Sendable () -> Bool = { false }, advanced: (Int, Int) -> Void = { _, _ in }
  ) async throws -> SensitivityResult {
    var result = SensitivityResult(self, nominal: try await nominalOutcome())
    try await look(
      at: plan.firstWorlds, knowing: known, jobs: jobs, until: shouldStop, into: &result, advanced)
    guard result.outcomes.count == plan.firstWorlds.count else { return result }
    result.factors = plan.factors(effects: result.effects)
    let last = plan.lastWorlds(factors: result.factors)
    let own = part.map { part in last.indices.filter { $0 % part.of == part.number - 1 }.map { last[$0] } }
    try await look(at: own ?? last, knowing: known, jobs: jobs, until: shouldStop, into: &result, advanced)
    for world in last where result.outcomes[world] == nil { result.outcomes[world] = known[world, self] }
    result.isComplete = last.allSatisfy { result.outcomes[$0] != nil }
    return result
  }

  private func look(
    at worlds: [WorldPlan.World], knowing known: KnownWorlds, jobs: Int,
    until shouldStop: @escaping @Sendable () -> Bool, into result: inout SensitivityResult,
    _ advanced: (Int, Int) -> Void
  ) async throws {
    for world in worlds { result.outcomes[world] = known[world, self] }
    let missing = worlds.filter { known[$0, self] == nil }
    let nominal = result.nominal
    try await withThrowingTaskGroup(of: (WorldPlan.World, WorldOutcome).self) { tasks in
      var next = 0
      var running = 0
      while true {
        while running < max(jobs, 1), next < missing.count, !shouldStop() {
          let world = missing[next]
          tasks.addTask { (world, try await outcome(of: world, nominal: nominal)) }
          next += 1
          running += 1
        }
        guard running > 0, let (world, outcome) = try await tasks.next() else { return }
        running -= 1
        result.outcomes[world] = outcome
        advanced(result.outcomes.count, plan.count)
      }
    }
  }
}
