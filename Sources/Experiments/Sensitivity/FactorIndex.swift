/// What a factor carries of a conclusion.
package struct FactorIndex: Equatable, Sendable {
  /// The conclusion, by position.
  package var conclusion: Int
  /// The parameters, by position; several are all those that screening left over.
  package var parameters: [Int]
  /// The mean absolute change when it is exchanged, over the rows that have it.
  package var effect: Double
  /// Sobol' indices; `nil` where worlds do not differ.
  package var index: SobolIndex?
  /// The part of the variance that Monte Carlo error alone could make.
  package var noise: Double
  /// Whether the total index is told from its own error and from Monte Carlo error.
  package var isShown: Bool { index?.isShown(noise: noise) ?? false }
}

extension SensitivityResult {
  /// What each factor carries of each conclusion, by conclusion and then by factor; none before all worlds that screen are known.
  package var indices: [FactorIndex] {
    let rows = Set(worlds.map(\.row)).sorted()
    return study.conclusions.indices.flatMap { conclusion in
      factors.map { index(conclusion, $0, rows) }
    }
  }

  private func index(_ conclusion: Int, _ factor: [Int], _ rows: [Int]) -> FactorIndex {
    var (a, b, exchanged): ([Double], [Double], [Double]) = ([], [], [])
    var errors: [Double] = []
    for row in rows {
      guard let first = value(conclusion, .first, row), let second = value(conclusion, .second, row),
        let changed = value(conclusion, .exchanged(factor), row)
      else { continue }
      a.append(first)
      b.append(second)
      exchanged.append(changed)
      let world = WorldPlan.World(row: row, part: .first)
      if let error = outcomes[world]?.errors[conclusion] { errors.append(error * error) }
    }
    let changes = zip(a, exchanged).map { abs($0 - $1) }
    let mean = (a + b).reduce(0, +) / Double(max(2 * a.count, 1))
    let variance = (a + b).reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(2 * a.count, 1))
    let noise = errors.reduce(0, +) / Double(max(errors.count, 1))
    return FactorIndex(
      conclusion: conclusion, parameters: factor,
      effect: changes.reduce(0, +) / Double(max(changes.count, 1)),
      index: SobolIndex(a: a, b: b, exchanged: exchanged, seed: study.seed),
      noise: variance > 0 ? min(noise / variance, 1) : 0)
  }
}
