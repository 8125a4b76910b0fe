package import TelephoneAccess

extension WaitCounts {
  /// How many were answered within a time, in milliseconds: exact for the bounds between bins, else to the bin below.
  func answered(within wait: Int) -> Int { Self.count(answered, within: wait) }

  /// How many hung up within a time, in milliseconds: exact for the bounds between bins, else to the bin below.
  func abandoned(within wait: Int) -> Int { Self.count(abandoned, within: wait) }

  private static func count(_ bins: [Int], within wait: Int) -> Int {
    bins[...WaitBins.bin(of: wait)].reduce(0, &+)
  }

  /// The wait within which a share of callers would be answered if none hung up, in seconds: Kaplan and Meier's quantile.
  ///
  /// Who hangs up had waited so long without an answer, and nothing more is known of them: they are censored. In a bin answers stand
  /// before those who hang up, and its answers are spread over it evenly, so that the quantile is known to a part of a bin: see
  /// `WaitBins`.
  ///
  /// - Parameters:
  ///   - share: The share, above 0 and below 1.
  ///   - stillWaiting: Callers who waited until the day was over.
  /// - Returns: `nil` where fewer are known to be answered, or the wait lies in the last bin.
  /// - Complexity: O(bins).
  ///
  /// Source: Kaplan and Meier (1958), Nonparametric estimation from incomplete observations, JASA 53.
  package func quantileSeconds(_ share: Double, stillWaiting: Int) -> Double? {
    var atRisk = answered.reduce(stillWaiting, &+) + abandoned.reduce(0, &+)
    var waiting = 1.0
    for bin in 0..<WaitBins.last where atRisk > 0 {
      let left = waiting * Double(atRisk - answered[bin]) / Double(atRisk)
      if answered[bin] > 0, left <= 1 - share, let upper = WaitBins.upper(of: bin) {
        let lower = WaitBins.lower(of: bin)
        let part = (waiting - (1 - share)) / (waiting - left)
        return (Double(lower) + part * Double(upper - lower)) / 1000
      }
      waiting = left
      atRisk -= answered[bin] + abandoned[bin]
    }
    return nil
  }
}
