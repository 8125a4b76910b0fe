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

    /// The weighted sum of one cluster's deviations from a share.
    func score(around share: Double) -> Double { weight * (Double(successes) - Double(trials) * share) }

    /// The same of all of them.
    func sum(around share: Double) -> Double { Double(clusters) * score(around: share) }
  }

  /// The clusters of a domain put together where they are alike, by stratum, weight and count.
  func parts(of domain: [Count]) -> [Part] {
    let single = domain.map { count in
      Part(
        stratum: strata[count.cluster], weight: weights[count.cluster], trials: count.trials,
        successes: count.successes, clusters: 1)
    }
    let sorted = single.sorted { left, right in
      if left.stratum != right.stratum { return left.stratum < right.stratum }
      if left.weight != right.weight { return left.weight < right.weight }
      return (left.trials, left.successes) < (right.trials, right.successes)
    }
    var parts: [Part] = []
    for part in sorted {
      if let last = parts.last, last.stratum == part.stratum, last.weight == part.weight,
        last.trials == part.trials, last.successes == part.successes
      {
        parts[parts.count - 1].clusters += 1
      } else {
        parts.append(part)
      }
    }
    return parts
  }

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
