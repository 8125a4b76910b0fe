import Experiments
import Scenarios
import Studies
import Tables
import Terminal

/// One `--free` of the command line.
struct FreeParameter: Equatable, Sendable {
  /// The path of the number that is moved.
  var path: String
  /// The path of the number that gives what this one gets, so that their sum stays; `nil` for none.
  var giver: String?
  /// The bounds, where they were given.
  var bounds: ClosedRange<Double>?

  /// Reads `PATH`, `PATH~OTHER`, `PATH=LOW..HIGH` or `PATH~OTHER=LOW..HIGH`; `nil` for anything else.
  init?(_ text: String) {
    var names = text[...]
    if let sign = text.lastIndex(of: "="), text[sign...].contains("..") {
      names = text[..<sign]
      let range = text[text.index(after: sign)...]
      guard let dots = range.firstRange(of: ".."), let low = Double(range[..<dots.lowerBound]),
        let high = Double(range[dots.upperBound...]), low.isFinite, high.isFinite, low < high
      else { return nil }
      bounds = low...high
    }
    let parts = names.split(separator: "~", omittingEmptySubsequences: false).map(String.init)
    guard parts.count <= 2, let first = DocumentPath(parts[0]), !first.steps.isEmpty else { return nil }
    path = first.description
    if parts.count == 2 {
      guard let other = DocumentPath(parts[1]), !other.steps.isEmpty, other != first else { return nil }
      giver = other.description
    }
  }
}

extension ValueReader where Value == FreeParameter {
  /// The path of a number, with another to take from and with bounds if wanted.
  static let freeParameter = ValueReader(
    expecting: "PATH, PATH~OTHER, PATH=LOW..HIGH or PATH~OTHER=LOW..HIGH", read: FreeParameter.init)
}

/// The scenarios that a calibration can reach.
struct CalibrationSpace: Sendable {
  /// The scenario as it was.
  let document: ScenarioDocument
  /// What may be moved.
  let free: [FreeParameter]
  /// The same as numbers.
  let parameters: [CalibrationParameter]
  /// What those who give had at the start, in the order of ``free``; 0 where no share gives.
  private let givers: [Double]

  /// Finds the numbers that may be moved and how far.
  ///
  /// - Throws: `CommandError` with every path that leads to no number.
  init(document: ScenarioDocument, free: [FreeParameter]) throws {
    var parameters: [CalibrationParameter] = []
    var givers: [Double] = []
    var faults: [Fault] = []
    for one in free {
      do {
        let number = try Self.number(one.path, in: document)
        let giver = try one.giver.map { try Self.number($0, in: document).value }
        givers.append(giver ?? 0)
        parameters.append(try Self.parameter(one, number, giver: giver))
      } catch let found as ScenarioFaults {
        faults += found.faults.map { Fault("'--free': \($0.path): \($0.message)") }
      }
    }
    guard faults.isEmpty else { throw CommandError(.usage, faults) }
    self.document = document
    self.free = free
    self.parameters = parameters
    self.givers = givers
  }

  private static func number(_ path: String, in document: ScenarioDocument) throws -> NumberParameter {
    try document.number(at: DocumentPath(path) ?? DocumentPath())
  }

  /// A share goes from 0 to 1, or to what it and its giver have together; anything else from a quarter to four times what it is.
  private static func parameter(
    _ free: FreeParameter, _ number: NumberParameter, giver: Double?
  ) throws -> CalibrationParameter {
    var (low, high) = (number.limits.lowerBound, number.limits.upperBound)
    if let giver { high = min(high, number.value + giver) }
    if let bounds = free.bounds {
      (low, high) = (max(low, bounds.lowerBound), min(high, bounds.upperBound))
    } else if number.limits != 0...1 {
      (low, high) = (max(low, number.value / 4), min(high, number.value * 4))
    }
    guard low < high else {
      throw CommandError.usage(
        "'--free \(free.path)': nothing lies between \(low.shortest) and \(high.shortest); name bounds as \(free.path)=LOW..HIGH"
      )
    }
    return CalibrationParameter(
      start: number.value, bounds: low...high, resolution: number.isWhole ? 1 : resolution(high - low))
  }

  /// A power of ten: at least two hundred steps from one bound to the other.
  private static func resolution(_ width: Double) -> Double {
    var resolution = 1.0
    while resolution * 200 > width, resolution > 1e-9 { resolution /= 10 }
    while resolution * 2000 <= width { resolution *= 10 }
    return resolution
  }

  /// The scenario at a point; `nil` where a share would have to give more than there is.
  func document(at point: [Double]) throws -> ScenarioDocument? {
    var result = document
    for (path, value) in assignments(at: point) {
      guard value >= 0 || free.contains(where: { $0.path == path }) else { return nil }
      try result.set("\(path)=\(NumberText.shortest(value))")
    }
    return result
  }

  /// The numbers to set at a point: those that are moved, then those that give.
  func assignments(at point: [Double]) -> [(path: String, value: Double)] {
    var assignments = zip(free, point).map { (path: $0.path, value: $1) }
    for (index, one) in free.enumerated() {
      guard let giver = one.giver, !free[..<index].contains(where: { $0.giver == giver }) else { continue }
      var rest = givers[index]
      for (place, other) in free.enumerated() where other.giver == giver {
        rest -= point[place] - parameters[place].start
      }
      // Sums of decimals are cleared of what binary fractions add to them.
      assignments.append((giver, (rest * 1e9).rounded() / 1e9))
    }
    return assignments
  }

  /// The parameters' paths, those that are moved and those that give.
  var paths: [String] { assignments(at: parameters.map(\.start)).map(\.path) }
}
