/// True shares at which a plan's behaviour is stated.
struct PlanRates: Equatable, Sendable {
  /// The shares in ascending order, each once.
  let values: [Double]

  /// Round steps between two shares, and the shares that were asked about.
  ///
  /// - Parameters:
  ///   - start: where the steps begin at the latest, 0 or more; they begin at the step below.
  ///   - end: where they end at the latest, at most 1.
  ///   - count: about how many steps there are.
  ///   - practices: a number of practices of which the shares are whole counts; the nearest ones are taken.
  ///   - asked: further shares, which are always among the values, as they are.
  init(from start: Double = 0, upTo end: Double, count: Int, practices: Int? = nil, asked: [Double]) {
    let step = Self.roundStep(atLeast: (end - start) / Double(max(count, 1)))
    var rates: [Double] = []
    var number = Int(start / step + Self.fuzz)
    while Double(number) * step <= end * (1 + Self.fuzz), Double(number) * step <= 1 {
      let rate = Double(number) * step
      rates.append(practices.map { (rate * Double($0)).rounded() / Double($0) } ?? Self.rounded(rate))
      number += 1
    }
    var values: [Double] = []
    for rate in (rates + asked).sorted() {
      // A step beside a share that was asked about gives way to it.
      guard let last = values.last, rate - last < Self.fuzz else {
        values.append(rate)
        continue
      }
      if asked.contains(rate) { values[values.count - 1] = rate }
    }
    self.values = values
  }

  /// The smallest of 1, 2 and 5 times a power of ten that is not below a number.
  private static func roundStep(atLeast least: Double) -> Double {
    for decade in [1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1] {
      for factor in [1.0, 2, 5] where factor * decade >= least * (1 - fuzz) { return factor * decade }
    }
    return 1
  }

  /// Without what multiplication has added behind the ninth decimal.
  private static func rounded(_ rate: Double) -> Double { (rate * 1e9).rounded() / 1e9 }

  private static let fuzz = 1e-9
}
