extension ClusterDesign {
  /// Clusters of a domain that are alike in everything but their names.
  struct Part: Hashable {
    var stratum: Int
    var weight: Double
    var trials: Int
    var successes: Int
    var clusters: Int

    var weightOfAll: Double { Double(clusters * trials) * weight }
    var weightOfSuccesses: Double { Double(clusters * successes) * weight }

    /// Whether other clusters are alike.
    func isLike(_ other: Part) -> Bool {
      stratum == other.stratum && weight == other.weight && trials == other.trials
        && successes == other.successes
    }

    /// The weighted sum of one cluster's deviations from a share.
    func score(around share: Double) -> Double { weight * (Double(successes) - Double(trials) * share) }

    /// The same of all of them.
    func sum(around share: Double) -> Double { Double(clusters) * score(around: share) }
  }

  /// The clusters of a domain put together where they are alike, by stratum, weight and count.
  ///
  /// - Complexity: O(*k* + *p* log *p*) for *k* counts and *p* parts.
  func parts(of domain: [Count]) -> [Part] {
    var parts: [Part] = []
    for count in byStratum(domain) {
      let part = Part(
        stratum: strata[count.cluster], weight: weights[count.cluster], trials: count.trials,
        successes: count.successes, clusters: 1)
      Self.add(part, to: &parts, lookingBack: Self.mostLookedAt)
    }
    let sorted = parts.sorted { left, right in
      if left.stratum != right.stratum { return left.stratum < right.stratum }
      if left.weight != right.weight { return left.weight < right.weight }
      return (left.trials, left.successes) < (right.trials, right.successes)
    }
    parts.removeAll(keepingCapacity: true)
    for part in sorted { Self.add(part, to: &parts, lookingBack: 1) }
    return parts
  }

  /// Of a stratum's clusters most are like one of the last few: those need not be sorted.
  private static let mostLookedAt = 4

  /// Puts clusters together with one of the last few parts if they are like it.
  private static func add(_ part: Part, to parts: inout [Part], lookingBack most: Int) {
    var place = parts.count - 1
    while place >= max(parts.count - most, 0) {
      if parts[place].isLike(part) {
        parts[place].clusters += part.clusters
        return
      }
      place -= 1
    }
    parts.append(part)
  }

  /// The same counts stratum by stratum, unless they are few among very many strata.
  private func byStratum(_ domain: [Count]) -> [Count] {
    guard clustersInStratum.count > 1, clustersInStratum.count <= Self.strataPerCount * domain.count else {
      return domain
    }
    var next = [Int](repeating: 0, count: clustersInStratum.count + 1)
    for count in domain { next[strata[count.cluster] + 1] += 1 }
    for stratum in clustersInStratum.indices { next[stratum + 1] += next[stratum] }
    var ordered = domain
    for count in domain {
      ordered[next[strata[count.cluster]]] = count
      next[strata[count.cluster]] += 1
    }
    return ordered
  }

  /// So many places for strata are set up more quickly than one count is sorted.
  private static let strataPerCount = 64

  /// Where the parts of each stratum stand.
  static func strata(of parts: [Part]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    while start < parts.count {
      let end = parts[start...].firstIndex { $0.stratum != parts[start].stratum } ?? parts.count
      ranges.append(start..<end)
      start = end
    }
    return ranges
  }
}
