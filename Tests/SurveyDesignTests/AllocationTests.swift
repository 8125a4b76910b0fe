import SurveyDesign
import Testing

@Suite("Allocation")
struct AllocationTests {
  /// Whether two lists agree within an absolute tolerance.
  static func agree(_ left: [Double], _ right: [Double], within tolerance: Double) -> Bool {
    left.count == right.count && zip(left, right).allSatisfy { abs($0 - $1) <= tolerance }
  }

  // The strata of Hosmer's smho98 example: sizes, standard deviations of expenditures.
  static let sizes: [Double] = [215, 65, 252, 50, 149, 144]
  static let deviations: [Double] = [26_787_207, 10_645_109, 6_909_676, 11_085_034, 9_817_762, 44_553_355]

  // Source: Python package samplics, tests/sampling/test_sample_size_proportion.py, test_propal.
  @Test("proportional: 100 of 500, 300 and 200 is 50, 30 and 20")
  func proportional() {
    let shares = Allocation.proportional(total: 100, sizes: [500, 300, 200])
    #expect(Self.agree(shares, [50, 30, 20], within: 1e-12))
  }

  // Source: samplics, test_equal: 15 in each of three strata, at sampling rates 0.03, 0.05 and 0.075.
  @Test("equal: 45 in three strata is 15 each")
  func equal() {
    let shares = Allocation.equal(total: 45, strata: 3)
    #expect(Self.agree(shares, [15, 15, 15], within: 1e-12))
    let rates = zip(shares, [500, 300, 200]).map { $0 / $1 }
    #expect(Self.agree(rates, [0.03, 0.05, 0.075], within: 1e-12))
  }

  // Source: R package PracTools, vignette Singlestage-samsize, strAlloc(n.tot = 100, Nh, Sh, alloc = "neyman").
  @Test("Neyman: as R PracTools divides 100 among six strata")
  func neyman() {
    let shares = Allocation.neyman(total: 100, sizes: Self.sizes, standardDeviations: Self.deviations)
    let expected = [34.641682835, 4.16194711, 10.473487332, 3.333804445, 8.79897038, 38.590107898]
    #expect(Self.agree(shares, expected, within: 1e-7))
  }

  // By hand: shares 1.4, 1.4, 1.4, 2.8 leave 7 − 5 = 2 units, for 0.8 and then the first 0.4.
  @Test("the largest remainder goes first, and ties go to the first stratum")
  func largestRemainder() {
    #expect(Allocation.largestRemainder(shares: [1.4, 1.4, 1.4, 2.8], total: 7) == [2, 1, 1, 3])
    #expect(Allocation.largestRemainder(shares: [50, 30, 20], total: 100) == [50, 30, 20])
    #expect(Allocation.largestRemainder(shares: [], total: 0) == [])
  }

  // By hand: 10 of 3 and 17 with measures 30 and 17: the first stratum is full at 3, so the other gives 7.
  // And: 10 of 50, 50 and 1 with measures 100, 1 and 0: at least 2, 2 and 1, so 7, 2 and 1.
  @Test("no stratum gives more than it has, and each gives two where it can")
  func bounds() throws {
    #expect(try Allocation.counts(total: 10, sizes: [3, 17], measures: [30, 17]) == [3, 7])
    #expect(try Allocation.counts(total: 10, sizes: [50, 50, 1], measures: [100, 1, 0]) == [7, 2, 1])
    #expect(try Allocation.counts(total: 3, sizes: [50, 50, 1], measures: [100, 1, 0]) == [1, 1, 1])
    #expect(try Allocation.counts(total: 4, sizes: [50, 50, 1], measures: [100, 1, 0]) == [2, 1, 1])
    #expect(try Allocation.counts(total: 101, sizes: [50, 50, 1], measures: [100, 1, 0]) == [50, 50, 1])
    // The stratum without measure takes what the others cannot hold.
    #expect(try Allocation.counts(total: 90, sizes: [40, 80], measures: [1, 0]) == [40, 50])
  }

  @Test("a sample that cannot be is refused with a sentence")
  func refusing() {
    #expect(throws: DesignFault.self) { try Allocation.counts(total: 11, sizes: [5, 5], measures: [1, 1]) }
    #expect(throws: DesignFault.self) { try Allocation.counts(total: 1, sizes: [5, 5], measures: [1, 1]) }
    #expect(throws: DesignFault.self) { try Allocation.counts(total: 5, sizes: [5, 5], measures: [0, 0]) }
    #expect(throws: DesignFault.self) { try Allocation.counts(total: 5, sizes: [5, 5], measures: [-1, 2]) }
    #expect(throws: DesignFault.self) {
      try Allocation.counts(total: 5, sizes: [5, 5], measures: [.nan, 2])
    }
  }

  @Test(
    "Counts add up whatever rounding does to the ends of a stratum's share",
    arguments: [16, 17, 50, 840, 1200])
  func roundedEnds(total: Int) throws {
    // Square roots of p(1 − p) over eight hours: (2/x)·x is not 2 for all of them in binary.
    let counts53 = [6.5, 5.5, 4.5, 5.5].map { (count: Double) in count / 54 }
    let counts52 = [5.5, 6.5, 6.5, 5.5].map { (count: Double) in count / 53 }
    let shares = [
      counts53[0], counts53[1], counts52[0], counts53[2], counts52[1], counts53[3], counts52[2], counts52[3],
    ]
    let measures = shares.map { 0.125 * ($0 * (1 - $0)).squareRoot() }
    let counts = try Allocation.counts(total: total, sizes: measures.map { _ in total }, measures: measures)
    #expect(counts.reduce(0, +) == total)
    // Equal measures get equal counts, but for one that is left over.
    #expect(abs(counts[1] - counts[5]) <= 1 && abs(counts[4] - counts[6]) <= 1)
  }

  @Test("counts add up and keep their bounds for many strata of many sizes")
  func property() throws {
    // A fixed recurrence (Numerical Recipes' 32-bit generator) is enough to vary the cases.
    var state: UInt32 = 2015
    func draw(_ bound: Int) -> Int {
      state = state &* 1_664_525 &+ 1_013_904_223
      return Int(state >> 8) % bound
    }
    for _ in 0..<2_000 {
      let sizes = (0..<(1 + draw(12))).map { _ in 1 + draw(60) }
      let measures = sizes.map { _ in Double(draw(50)) }
      guard measures.contains(where: { $0 > 0 }) else { continue }
      let total = sizes.count + draw(sizes.reduce(0, +) - sizes.count + 1)
      let counts = try Allocation.counts(total: total, sizes: sizes, measures: measures)
      #expect(counts.reduce(0, +) == total)
      #expect(zip(counts, sizes).allSatisfy { $0 >= 1 && $0 <= $1 })
      let twos = sizes.map { min($0, 2) }
      if twos.reduce(0, +) <= total { #expect(zip(counts, twos).allSatisfy { $0 >= $1 }) }
    }
  }
}
