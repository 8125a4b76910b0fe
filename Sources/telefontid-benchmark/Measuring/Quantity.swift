import Reports
import Studies

/// Something that is measured: its name, its unit, and what it must be, if anything was promised.
struct Quantity: Equatable, Sendable {
  /// The benchmark's name, a slash, and which of its numbers.
  var name: String
  /// The unit, `1` for a ratio.
  var unit: String
  /// What was promised.
  var target: Target?

  init(_ name: String, _ unit: String, target: Target? = nil) {
    self.name = name
    self.unit = unit
    self.target = target
  }
}

/// A limit that a measured value is compared with.
enum Target: Equatable, Sendable {
  case atMost(Double)
  case atLeast(Double)

  /// Whether a value keeps within the limit.
  func isMet(by value: Double) -> Bool {
    switch self {
    case .atMost(let limit): value <= limit
    case .atLeast(let limit): value >= limit
    }
  }
}
