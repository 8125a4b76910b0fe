package import Studies

/// What a conclusion comes to over worlds.
package struct ConclusionSpread: Equatable, Sendable {
  /// The conclusion, by position.
  package var conclusion: Int
  /// What the scenario as it is says, with its Monte Carlo error.
  package var nominal: MonteCarloMean?
  /// Worlds that say something of it.
  package var worlds: Int
  /// Their mean.
  package var mean: Double
  /// The 5th, 50th and 95th percentile of what they say.
  package var percentiles: [Double]
  /// The standard deviation between worlds, what Monte Carlo error adds taken off.
  package var standardDeviation: Double
  /// The root of the mean squared Monte Carlo standard error within worlds.
  package var monteCarloError: Double?
  /// The share of worlds that agree with the scenario as it is, and its standard error over rows; `nil` for kinds that cannot hold.
  package var holds: MonteCarloMean?
}

extension SensitivityResult {
  /// What each conclusion comes to, in order; those of which no world says anything left out.
  package var spreads: [ConclusionSpread] { study.conclusions.indices.compactMap(spread) }

  private func spread(_ conclusion: Int) -> ConclusionSpread? {
    let known = worlds.compactMap { world -> (row: Int, value: Double, error: Double?)? in
      guard let outcome = outcomes[world], let value = outcome.values[conclusion] else { return nil }
      return (world.row, value, outcome.errors[conclusion])
    }
    guard !known.isEmpty else { return nil }
    let values = known.map(\.value)
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    let squares = known.compactMap { $0.error.map { $0 * $0 } }
    let noise = squares.isEmpty ? nil : squares.reduce(0, +) / Double(squares.count)
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / max(count - 1, 1)
    let sorted = values.sorted()
    return ConclusionSpread(
      conclusion: conclusion,
      nominal: nominal.values[conclusion].map {
        MonteCarloMean(value: $0, standardError: nominal.errors[conclusion])
      },
      worlds: values.count, mean: mean, percentiles: [0.05, 0.5, 0.95].map { Self.quantile(sorted, $0) },
      standardDeviation: max(variance - (noise ?? 0), 0).squareRoot(),
      monteCarloError: noise?.squareRoot(),
      holds: holds(conclusion, known.map { ($0.row, $0.value) }))
  }

  /// The share of worlds that agree; worlds of a row belong together, so its error is that between rows.
  private func holds(_ conclusion: Int, _ known: [(row: Int, value: Double)]) -> MonteCarloMean? {
    guard let before = nominal.values[conclusion] else { return nil }
    var rows: [Int: (agree: Int, all: Int)] = [:]
    for (row, value) in known {
      guard let agrees = study.conclusions[conclusion].agrees(value, with: before) else { return nil }
      let count = rows[row] ?? (0, 0)
      rows[row] = (count.agree + (agrees ? 1 : 0), count.all + 1)
    }
    let all = rows.values.reduce(0) { $0 + $1.all }
    guard all > 0 else { return nil }
    let share = Double(rows.values.reduce(0) { $0 + $1.agree }) / Double(all)
    // The linearised variance of a ratio of totals over clusters.
    let scores = rows.sorted { $0.key < $1.key }.map { Double($0.value.agree) - share * Double($0.value.all) }
    let count = Double(scores.count)
    let variance = scores.reduce(0) { $0 + $1 * $1 } * count / max(count - 1, 1) / Double(all * all)
    return MonteCarloMean(value: share, standardError: scores.count > 1 ? variance.squareRoot() : nil)
  }

  /// The quantile of sorted values by linear interpolation (Hyndman and Fan's type 7).
  static func quantile(_ sorted: [Double], _ share: Double) -> Double {
    let place = share * Double(sorted.count - 1)
    let below = Int(place)
    let above = min(below + 1, sorted.count - 1)
    return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
  }
}
