internal import Randomness

/// The quantiles of a gamma law of mean 1: what calls per patient are in practices that differ.
///
///     GammaQuantiles(cv: 0.38).midpoints(3)  // below, about and above 1
struct GammaQuantiles {
  /// The shape, from 1/9 to a million; `nil` for a spread below a thousandth, which is none.
  private let shape: Double?

  /// Takes the standard deviation divided by the mean, 0 to 3.
  init(cv: Double) {
    precondition(cv <= 3, "a gamma law of so small a shape has quantiles that are no numbers")
    shape = cv >= 0.001 ? 1 / (cv * cv) : nil
  }

  /// The quantiles in the middle of so many equal parts, in ascending order, divided by their mean.
  ///
  /// - Complexity: O(*n* √*k*) for *n* parts and shape *k*.
  func midpoints(_ count: Int) -> [Double] {
    guard let shape else { return .init(repeating: 1, count: count) }
    let logGamma = Self.logGamma(shape + 1)
    var logs: [Double] = []
    for place in 0..<count {
      let share = (Double(place) + 0.5) / Double(count)
      logs.append(Self.logQuantile(share, shape, logGamma, above: logs.last))
    }
    let values = logs.map { PortableMath.exp($0) }
    let mean = values.reduce(0, +) / Double(max(count, 1))
    return values.map { $0 / mean }
  }

  /// The logarithm of the value below which a share of the law lies, by Newton's method between two bounds that close in.
  private static func logQuantile(
    _ share: Double, _ shape: Double, _ logGamma: Double, above last: Double?
  ) -> Double {
    // Below the first bound lies less than any share asked for, above the second less than what is left.
    var (low, high) = (last ?? -farthest, PortableMath.log(shape + 50 * shape.squareRoot() + 50))
    var log = last ?? (low + high) / 2
    for _ in 0..<mostSteps {
      let power = PortableMath.exp(shape * log - PortableMath.exp(log) - logGamma)
      let below = power * series(shape, PortableMath.exp(log))
      if below < share { low = log } else { high = log }
      var next = log - (below - share) / (power * shape)
      if !(next > low && next < high) { next = (low + high) / 2 }
      if abs(next - log) <= closeEnough * max(abs(log), 1) { return next }
      log = next
    }
    return log
  }

  /// The sum 1 + x/(k + 1) + x²/((k + 1)(k + 2)) and so on.
  ///
  /// Source: NIST Digital Library of Mathematical Functions 8.7.1 and 8.11.4, the incomplete gamma function.
  private static func series(_ shape: Double, _ x: Double) -> Double {
    var (sum, term, number) = (1.0, 1.0, shape + 1)
    while term > sum * 0x1p-60 {
      term *= x / number
      sum += term
      number += 1
    }
    return sum
  }

  /// The logarithm of the gamma function, by Stirling's series from 10 on.
  ///
  /// Source: NIST Digital Library of Mathematical Functions 5.11.1.
  private static func logGamma(_ value: Double) -> Double {
    var (z, below) = (value, 0.0)
    while z < 10 {
      below += PortableMath.log(z)
      z += 1
    }
    let square = 1 / (z * z)
    let rest = (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square / 1680))) / z
    return (z - 0.5) * PortableMath.log(z) - z + 0.9189385332046727 + rest - below
  }

  private static let mostSteps = 200
  private static let closeEnough = 1e-14
  /// Of the smallest shape and of the first of a million parts the logarithm of the quantile is some -130.
  private static let farthest = 300.0
}
