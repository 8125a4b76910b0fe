package import Studies
package import Tables

/// The teams that a search has rehearsed, and what other parts of it know of these and of others.
///
/// Which team a search looks at next hangs on all replications of the one before, of which a part has some: so a part looks for the
/// team that is enough by its own, and what the parts have not rehearsed is left to the run that takes them.
package struct TeamRehearsals: Sendable {
  private var known: [Int: TeamRehearsal] = [:]
  private var visited: Set<Int> = []

  /// Knows no team.
  package init() {}

  /// Adds what another part knows.
  ///
  /// - Parameters:
  ///   - table: Its `sums.csv`.
  ///   - making: Makes the rehearsal, without a replication, of the team and length of a number; `nil` for one that the run does not have.
  /// - Throws: `SumsFault` for the first thing in it that a part of this run would not have written.
  package mutating func add(_ table: Table, making: (Int) throws -> TeamRehearsal?) throws {
    for section in try SumSection.sections(of: table) {
      let number = section.study
      guard var rehearsal = try known[number] ?? making(number) else {
        throw SumsFault(message: "has other rows than this run")
      }
      try rehearsal.add(section)
      known[number] = rehearsal
    }
  }

  /// Rehearses a team, as far as that is not done.
  ///
  /// - Parameters:
  ///   - study: The survey, with the team to be rehearsed.
  ///   - number: The number of the team and length.
  ///   - numbers: The replications.
  ///   - jobs: Replications that run at the same time; any number gives the same.
  ///   - shouldStop: Whether to begin nothing more.
  ///   - beginning: Called before the first replication with how many there will be.
  ///   - advanced: Called after every replication.
  package mutating func run(
    _ study: Study, number: Int, _ numbers: Range<UInt64>, jobs: Int, until shouldStop: @Sendable () -> Bool,
    beginning: (Int) -> Void, advanced: () throws -> Void
  ) async throws -> TeamRehearsal {
    let before = known[number] ?? TeamRehearsal(study)
    beginning(before.done.missing(in: numbers).reduce(0) { $0 + $1.count })
    let rehearsal = try await TeamRehearsal.run(
      study, numbers, knowing: before, jobs: jobs, until: shouldStop, advanced: advanced)
    known[number] = rehearsal
    visited.insert(number)
    return rehearsal
  }

  /// The teams of which a replication was rehearsed, by number.
  private var rehearsed: [(number: Int, team: TeamRehearsal)] {
    visited.sorted().compactMap { number in
      known[number].flatMap { $0.done.count > 0 ? (number, $0) : nil }
    }
  }

  /// How many teams have a replication that was rehearsed here or known before.
  package var count: Int { rehearsed.count }

  /// The replications that each of these has at least.
  package var replications: Int { rehearsed.map(\.team.done.count).min() ?? 0 }

  /// The bytes of `sums.csv`: the sums of every team that was rehearsed here, from the first number on.
  package var sums: [UInt8] {
    var writer = SumWriter()
    for (number, team) in rehearsed { team.write(to: &writer, study: number) }
    return writer.bytes
  }
}
