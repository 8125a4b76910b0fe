import Glibc
import Randomness
import Testing

/// One way of walking from an address to its neighbours.
enum AddressPart: CaseIterable, Sendable {
  case seed, replication, practice, purpose

  /// The stream `steps` away from a fixed address, along this part alone; a short one or not.
  func stream(_ steps: UInt64, isShort: Bool) -> AddressedStream {
    switch self {
    case .seed: AddressedStream(2015 &+ steps, 3, 7, 200, isShort: isShort)
    case .replication: AddressedStream(2015, steps, 7, 200, isShort: isShort)
    case .practice: AddressedStream(2015, 3, steps, 200, isShort: isShort)
    case .purpose: AddressedStream(2015, 3, 7, steps, isShort: isShort)
    }
  }
}

/// Either stream that an address has.
enum AddressedStream: RandomNumberGenerator {
  case long(RandomStream)
  case short(WyRand)

  init(_ seed: UInt64, _ replication: UInt64, _ practice: UInt64, _ purpose: UInt64, isShort: Bool) {
    let purpose = Purpose(rawValue: purpose)
    self =
      isShort
      ? .short(WyRand(seed: seed, replication: replication, practice: practice, purpose: purpose))
      : .long(RandomStream(seed: seed, replication: replication, practice: practice, purpose: purpose))
  }

  mutating func next() -> UInt64 {
    switch self {
    case .long(var stream):
      defer { self = .long(stream) }
      return stream.next()
    case .short(var stream):
      defer { self = .short(stream) }
      return stream.next()
    }
  }
}

@Suite("Neighbouring addresses")
struct AddressTests {
  // Six standard errors: chance exceeds them with probability 2e-9 in each of the about 500 comparisons of this suite,
  // so with probability 1e-6 in all.
  static let limit = 6.0

  @Test(
    "their numbers are not correlated, at lags 0 to 3 either way",
    arguments: AddressPart.allCases, [false, true])
  func correlation(part: AddressPart, isShort: Bool) {
    let count = 2000
    for distance in [1, 2, 3, 4, 8, 64, 1 << 32, 1 << 63] as [UInt64] {
      var first = part.stream(1, isShort: isShort)
      var second = part.stream(1 &+ distance, isShort: isShort)
      let x = (0..<count).map { _ in first.unitUniform() - 0.5 }
      let y = (0..<count).map { _ in second.unitUniform() - 0.5 }
      for lag in -3...3 {
        var sum = 0.0
        for index in 3..<(count - 3) {
          sum += x[index] * y[index + lag]
        }
        // The product of two uniform numbers around 0 has the variance 1/144.
        let standardised = sum * 12 / Double(count - 6).squareRoot()
        #expect(abs(standardised) < Self.limit, "distance \(distance), lag \(lag)")
      }
    }
  }

  @Test("their first numbers are uniform, taken together", arguments: AddressPart.allCases, [false, true])
  func firstNumbers(part: AddressPart, isShort: Bool) {
    let sample = (0..<40_000).map { step in
      var stream = part.stream(UInt64(step), isShort: isShort)
      return stream.unitUniform()
    }
    let statistic = GoodnessOfFit.kolmogorovSmirnov(sample) { $0 }
    #expect(statistic < GoodnessOfFit.kolmogorovSmirnovLimit)
  }

  @Test(
    "the first numbers of one and the next fill the square evenly",
    arguments: AddressPart.allCases, [false, true])
  func pairs(part: AddressPart, isShort: Bool) {
    var counts = [Int](repeating: 0, count: 256)
    for step in 0..<20_000 as Range<UInt64> {
      var first = part.stream(2 * step, isShort: isShort)
      var second = part.stream(2 * step + 1, isShort: isShort)
      counts[first.integer(below: 16) * 16 + second.integer(below: 16)] += 1
    }
    let probability = GoodnessOfFit.chiSquareProbability(
      counts: counts, probabilities: Array(repeating: 1.0 / 256, count: 256))
    #expect(probability > GoodnessOfFit.errorProbability)
  }

  @Test(
    "each bit of the first number agrees with the neighbour's in half of the cases",
    arguments: AddressPart.allCases, [false, true])
  func bits(part: AddressPart, isShort: Bool) {
    var agreements = [Int](repeating: 0, count: 64)
    let count = 4000
    for step in 0..<UInt64(count) {
      var first = part.stream(2 * step, isShort: isShort)
      var second = part.stream(2 * step + 1, isShort: isShort)
      let same = ~(first.next() ^ second.next())
      for bit in 0..<64 where same >> UInt64(bit) & 1 == 1 {
        agreements[bit] += 1
      }
    }
    for (bit, agreed) in agreements.enumerated() {
      let standardised = (Double(agreed) - Double(count) / 2) / (Double(count) / 4).squareRoot()
      #expect(abs(standardised) < Self.limit, "bit \(bit)")
    }
  }

  @Test("no two of 50,000 addresses around one corner share their first number")
  func distinct() {
    // By chance two of 50,000 numbers of 64 bits agree with probability 7e-11.
    var seen = Set<UInt64>()
    for seed in 0..<5 as Range<UInt64> {
      for replication in 0..<10 as Range<UInt64> {
        for practice in 0..<100 as Range<UInt64> {
          for purpose in 0..<10 as Range<UInt64> {
            var stream = RandomStream(
              seed: seed, replication: replication, practice: practice, purpose: Purpose(rawValue: purpose))
            seen.insert(stream.next())
          }
        }
      }
    }
    #expect(seen.count == 50_000)
  }
}
