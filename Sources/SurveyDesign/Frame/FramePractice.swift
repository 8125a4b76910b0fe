/// One practice of the sampling frame, with what is known about it before an interviewer rings.
package struct FramePractice: Equatable, Sendable {
  /// The practice number (ydernummer), or any other name that no other practice of the frame has.
  package let id: String

  /// The municipality where the practice lies.
  package var municipality: String

  /// How many general practitioners work in the practice, from 1 to 1,000.
  package var gps: Int

  /// How many patients are on the practice's list, from 0 to 10,000,000.
  package var listedPatients: Int

  /// The stratum, or the empty text when the frame has only one.
  package var stratum: String

  /// How many practices of the population this one stands for, above 0 and at most 1e9; 1 in a whole population.
  package var weight: Double

  /// The values of the frame's further columns, in the order of ``Frame/extraColumns``.
  package var extra: [String]

  /// The practice with these particulars; a ``Frame`` checks them.
  package init(
    id: String, municipality: String = "", gps: Int = 1, listedPatients: Int = 0, stratum: String = "",
    weight: Double = 1, extra: [String] = []
  ) {
    self.id = id
    self.municipality = municipality
    self.gps = gps
    self.listedPatients = listedPatients
    self.stratum = stratum
    self.weight = weight
    self.extra = extra
  }

  /// What `gps` may be; more would be a mistake of typing.
  package static let allowedGPs = 1...1_000

  /// What `listedPatients` may be; more would be a mistake of typing.
  package static let allowedListedPatients = 0...10_000_000

  /// The largest weight; more would be a mistake of typing, and sums of weights stay exact enough.
  package static let largestWeight = 1e9

  /// Whether a weight is above zero and not too large.
  static func isWeight(_ weight: Double) -> Bool {
    weight > 0 && weight <= largestWeight
  }

  /// What is wrong with the practice, without saying which one it is.
  var faults: [String] {
    var faults: [String] = []
    if id.isEmpty { faults.append("the practice has no number") }
    if !Self.allowedGPs.contains(gps) { faults.append("\(gps) GPs: 1 to 1000 are possible") }
    if !Self.allowedListedPatients.contains(listedPatients) {
      faults.append("\(listedPatients) listed patients: 0 to 10000000 are possible")
    }
    if !Self.isWeight(weight) { faults.append("a weight of \(weight): it must be above 0 and at most 1e9") }
    return faults
  }
}
