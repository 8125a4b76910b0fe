/// A number that a calibration may move.
package struct CalibrationParameter: Equatable, Sendable {
  /// Where it starts.
  package var start: Double
  /// How far it may go.
  package var bounds: ClosedRange<Double>
  /// The grid on which it moves; what is found has no more digits than this.
  package var resolution: Double

  /// Creates a parameter; the resolution is above 0.
  package init(start: Double, bounds: ClosedRange<Double>, resolution: Double) {
    self.start = start
    self.bounds = bounds
    self.resolution = resolution
  }

  /// The nearest value on the grid within the bounds.
  func snapped(_ value: Double) -> Double {
    let steps = (value / resolution).rounded()
    // Divided rather than multiplied, so that 0.072 comes out as 0.072.
    let scale = (1 / resolution).rounded()
    let onGrid = resolution < 1 ? steps / scale : steps * resolution
    return min(max(onGrid, bounds.lowerBound), bounds.upperBound)
  }
}

/// Least squares by Levenberg and Marquardt's method with wide finite differences, for functions that are steps.
///
/// A rate of a finite population does not change with a share until the share passes the next practice. Derivatives are
/// therefore taken over a stretch of the bounds, which is halved whenever it leads nowhere. The same points are never
/// computed twice, and nothing is drawn: the same function gives the same fit.
///
/// Source: Marquardt, J. SIAM 11 (1963) 431–441.
package struct CalibrationSearch: Sendable {
  /// What may be moved.
  package var parameters: [CalibrationParameter]
  /// Points that may be computed.
  package var mostEvaluations: Int
  /// It is good enough when every residual is at most this; residuals are in units of the tolerance.
  package var goodEnough: Double

  /// Creates a search.
  package init(parameters: [CalibrationParameter], mostEvaluations: Int = 120, goodEnough: Double = 0.2) {
    self.parameters = parameters
    self.mostEvaluations = mostEvaluations
    self.goodEnough = goodEnough
  }

  /// Where the search begins: the start of every parameter, on its grid and within its bounds.
  package var start: [Double] { parameters.map { $0.snapped($0.start) } }

  /// Where the search ended.
  package struct Fit: Equatable, Sendable {
    /// The parameters.
    package var values: [Double]
    /// What is left: (figure − target) ÷ tolerance.
    package var residuals: [Double]
    /// Points computed.
    package var evaluations: Int
    /// The sum of the squares of the residuals.
    package var loss: Double { residuals.reduce(0) { $0 + $1 * $1 } }
  }

  /// Searches from the start.
  ///
  /// - Parameter residuals: The residuals at a point; `nil` where there can be no scenario.
  /// - Returns: The best point; `nil` if there is no scenario at the start.
  package func run(_ residuals: ([Double]) async throws -> [Double]?) async throws -> Fit? {
    var known: [[Double]: [Double]] = [:]
    var evaluations = 0
    var best: Fit?
    func value(_ point: [Double]) async throws -> [Double]? {
      if let value = known[point] { return value }
      guard evaluations < mostEvaluations else { return nil }
      evaluations += 1
      guard let value = try await residuals(point) else { return nil }
      known[point] = value
      let fit = Fit(values: point, residuals: value, evaluations: evaluations)
      if best.map({ fit.loss < $0.loss }) ?? true { best = fit }
      return value
    }

    guard try await value(start) != nil else { return nil }
    var stretch = Self.firstStretch
    while stretch >= Self.lastStretch, evaluations < mostEvaluations, let from = best {
      if from.residuals.allSatisfy({ abs($0) <= goodEnough }) { break }
      var slopes: [[Double]] = []
      for index in parameters.indices {
        slopes.append(try await slope(index, stretch, at: from, value))
      }
      for damping in Self.dampings {
        guard let step = Self.step(slopes, from.residuals, damping: damping) else { continue }
        let point = zip(parameters, zip(from.values, step)).map { $0.snapped($1.0 + $1.1) }
        if let next = try await value(point), next.reduce(0, { $0 + $1 * $1 }) < from.loss { break }
      }
      if best == from { stretch /= 2 }
    }
    best?.evaluations = evaluations
    return best
  }

  /// How the residuals change with a parameter, over a stretch of its bounds; upwards, or downwards at the upper bound.
  private func slope(
    _ index: Int, _ stretch: Double, at from: Fit, _ value: ([Double]) async throws -> [Double]?
  ) async throws -> [Double] {
    let parameter = parameters[index]
    let width = max(
      parameter.resolution, stretch * (parameter.bounds.upperBound - parameter.bounds.lowerBound))
    for direction in [1.0, -1.0] {
      var point = from.values
      point[index] = parameter.snapped(point[index] + direction * width)
      let moved = point[index] - from.values[index]
      guard moved != 0, let residuals = try await value(point) else { continue }
      return zip(residuals, from.residuals).map { ($0 - $1) / moved }
    }
    return .init(repeating: 0, count: from.residuals.count)
  }

  /// The step that least squares would take: (SᵀS + λ·diag SᵀS)·d = −Sᵀr.
  static func step(_ slopes: [[Double]], _ residuals: [Double], damping: Double) -> [Double]? {
    let count = slopes.count
    var rows = slopes.map { one in
      slopes.map { other in zip(one, other).reduce(0) { $0 + $1.0 * $1.1 } }
        + [-zip(one, residuals).reduce(0) { $0 + $1.0 * $1.1 }]
    }
    for index in 0..<count {
      // A parameter without effect stays where it is.
      rows[index][index] = rows[index][index] == 0 ? 1 : rows[index][index] * (1 + damping)
    }
    for pivot in 0..<count {
      guard let largest = (pivot..<count).max(by: { abs(rows[$0][pivot]) < abs(rows[$1][pivot]) }),
        abs(rows[largest][pivot]) > .leastNormalMagnitude
      else { return nil }
      rows.swapAt(pivot, largest)
      for row in 0..<count where row != pivot {
        let factor = rows[row][pivot] / rows[pivot][pivot]
        for column in pivot...count { rows[row][column] -= factor * rows[pivot][column] }
      }
    }
    let step = (0..<count).map { rows[$0][count] / rows[$0][$0] }
    return step.allSatisfy(\.isFinite) ? step : nil
  }

  private static let dampings = [0.001, 0.1, 1, 10, 100]
  /// The stretch of derivatives at first and at last, as a share of the width of the bounds.
  private static let firstStretch = 0.08
  private static let lastStretch = 0.002
}
