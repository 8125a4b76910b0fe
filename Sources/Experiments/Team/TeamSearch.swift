/// Looks for the smallest team that keeps lateness under a limit.
///
/// Teams are doubled until one is large enough, then halved in between. That takes a larger team to be late less
/// often, as it is but for chance; the same random numbers serve every team, so that little of it is left.
package struct TeamSearch: Sendable {
  /// The greatest share of calls that may be late, 0…1.
  package var limit: Double
  /// The largest team that is tried, 1 or more.
  package var largest: Int

  /// Creates a search.
  package init(limit: Double, largest: Int) {
    precondition(largest >= 1, "a team has an interviewer")
    self.limit = limit
    self.largest = largest
  }

  /// What was tried, and what was found.
  package struct Outcome: Sendable {
    /// Every team that was rehearsed, from the smallest.
    package var teams: [TeamRehearsal]
    /// The smallest team that kept within the limit; `nil` if even the largest did not.
    package var smallest: TeamRehearsal?
  }

  /// Searches.
  ///
  /// - Parameters:
  ///   - known: A team that has been rehearsed anyway, to be among those tried.
  ///   - rehearse: Rehearses a team of so many; `nil` ends the search.
  /// - Returns: What was found; `nil` if a rehearsal was broken off.
  /// - Complexity: O(log *k*) rehearsals for teams of up to *k*.
  package func run(
    known: TeamRehearsal? = nil, _ rehearse: (Int) async throws -> TeamRehearsal?
  ) async throws -> Outcome? {
    var tried: [Int: TeamRehearsal] = [:]
    if let known { tried[known.interviewers] = known }
    func isEnough(_ team: Int) async throws -> Bool? {
      if tried[team] == nil { tried[team] = try await rehearse(team) }
      return tried[team]?.isLate(atMost: limit)
    }
    func outcome(_ smallest: Int?) -> Outcome {
      Outcome(
        teams: tried.keys.sorted().compactMap { tried[$0] }, smallest: smallest.flatMap { tried[$0] })
    }

    var (tooSmall, enough) = (0, 1)
    while true {
      guard let found = try await isEnough(enough) else { return nil }
      if found { break }
      guard enough < largest else { return outcome(nil) }
      tooSmall = enough
      enough = min(enough > largest / 2 ? largest : enough * 2, largest)
    }
    while enough - tooSmall > 1 {
      let middle = tooSmall + (enough - tooSmall) / 2
      guard let found = try await isEnough(middle) else { return nil }
      if found { enough = middle } else { tooSmall = middle }
    }
    return outcome(enough)
  }
}
