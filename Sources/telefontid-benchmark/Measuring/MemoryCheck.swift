import Studies
import Tables

/// What must hold on every machine: the simulator allocates nothing per call, and forgets replications.
struct MemoryCheck: Sendable {
  /// Allocations per patient's call: none.
  ///
  /// The limit leaves room for one call in a thousand that finds a list at its full length.
  static let allocations = Quantity("memory/allocations-per-call", "1", target: .atMost(0.001))
  /// Peak memory of many replications over that of few.
  static let growth = Quantity("memory/growth", "x", target: .atMost(1.05))

  let scenarioFile: String

  /// Region-days that are counted, with 35,000 calls in each.
  private static let days = 2
  /// Replications: more than one chunk of work, and four times as many.
  private static let (few, many) = (16, 64)

  /// Measures, and gives what is wrong, a sentence each.
  func faults(report: (String) throws -> Void) throws -> [String] {
    let allocations = try ChildProcess.allocationsPerCall(over: Self.days, scenarioFile)
    let ofFew = try ChildProcess.peakMemory(of: Self.few, scenarioFile)
    let ofMany = try ChildProcess.peakMemory(of: Self.many, scenarioFile)
    try report("allocations per call: \(NumberText.format(allocations, decimals: 5))\n")
    try report(
      "peak memory: \(NumberText.format(ofFew, decimals: 1)) MB after \(Self.few) replications, "
        + "\(NumberText.format(ofMany, decimals: 1)) MB after \(Self.many)\n")
    var faults: [String] = []
    if Self.allocations.target?.isMet(by: allocations) == false {
      faults.append("the event loop allocates memory for calls: nothing may be allocated per call")
    }
    if Self.growth.target?.isMet(by: ofMany / ofFew) == false {
      faults.append("memory grows with the number of replications: something is kept of each")
    }
    return faults
  }
}
