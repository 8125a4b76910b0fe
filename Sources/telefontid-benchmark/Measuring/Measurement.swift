import Drawing
import Studies

/// What several runs gave for one quantity.
struct Measurement: Equatable, Sendable {
  let quantity: Quantity
  /// One value per run, in the order of the runs.
  var values: [Double]

  /// The middle value; between two middle ones their mean.
  var median: Double {
    let ordered = values.sorted()
    let middle = ordered.count / 2
    guard !ordered.isEmpty else { return .nan }
    return ordered.count.isMultiple(of: 2) ? (ordered[middle - 1] + ordered[middle]) / 2 : ordered[middle]
  }

  /// The smallest value: for a time the one least disturbed by others.
  var lowest: Double { values.min() ?? .nan }
  /// The largest value.
  var highest: Double { values.max() ?? .nan }
}

/// Takes down what is measured, in the order in which it comes.
struct Notebook: Sendable {
  private(set) var measurements: [Measurement] = []

  /// Adds one run's value to a quantity.
  mutating func note(_ quantity: Quantity, _ value: Double) {
    if let place = measurements.firstIndex(where: { $0.quantity.name == quantity.name }) {
      measurements[place].values.append(value)
    } else {
      measurements.append(Measurement(quantity: quantity, values: [value]))
    }
  }
}
