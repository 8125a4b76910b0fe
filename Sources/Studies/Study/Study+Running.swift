/// Running many replications on many cores, handed over in order.
extension Study {
  /// Runs replications and hands each over in the order of its number, whatever order they finish in.
  ///
  /// Nothing but the numbers decides what a replicate is, so any number of jobs gives the same. At most a few chunks per
  /// job are held at a time.
  ///
  /// - Parameters:
  ///   - numbers: The replications to run.
  ///   - jobs: Replications that run at the same time, 1 or more.
  ///   - shouldStop: Asked between chunks; once it says yes, no further chunk begins and those begun are handed over.
  ///   - body: Takes a replicate; what it throws ends the run.
  package func run(
    _ numbers: Range<UInt64>, jobs: Int, until shouldStop: @Sendable () -> Bool = { false },
    each body: (Replicate) throws -> Void
  ) async throws {
    try await run(numbers, jobs: jobs, until: shouldStop, reducing: { $0 }, each: body)
  }

  /// Runs replications, reduces each to what is needed of it where it was run, and hands that over in order.
  ///
  /// What is left of a replicate is small, so that little waits in memory, and the reducing is shared out too.
  ///
  /// - Parameters:
  ///   - numbers: The replications to run.
  ///   - jobs: Replications that run at the same time, 1 or more.
  ///   - shouldStop: Asked between chunks; once it says yes, no further chunk begins and those begun are handed over.
  ///   - reduce: Makes of a replicate what is handed over.
  ///   - body: Takes what was made; what it throws ends the run.
  package func run<Reduced: Sendable>(
    _ numbers: Range<UInt64>, jobs: Int, until shouldStop: @Sendable () -> Bool = { false },
    reducing reduce: @escaping @Sendable (Replicate) -> Reduced, each body: (Reduced) throws -> Void
  ) async throws {
    try await StudyRunner(studies: [self]).run(
      numbers, jobs: jobs, until: shouldStop, reducing: { replicate, _ in reduce(replicate) },
      each: { reduced, _ in try body(reduced) })
  }
}
