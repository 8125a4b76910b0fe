internal import Randomness

/// Points that fill the unit cube evenly: Sobol' points, scrambled so that each is uniform, or a Latin hypercube.
///
/// Sobol' points are made with Joe and Kuo's numbers and scrambled as Owen has it: every bit of a coordinate is turned over or not
/// by a coin that belongs to the bits before it. Where there are more dimensions than numbers, the points are those of a Latin
/// hypercube: in each dimension one in each of *n* strips, the strips in random order.
///
/// Sources: Sobol' (1967); Joe and Kuo (2008), SIAM Journal on Scientific Computing 30(5), 2635–2654; Owen (1995), Randomly
/// permuted (t,m,s)-nets and (t,s)-sequences; McKay, Beckman and Conover (1979), Technometrics 21(2), 239–245.
struct SobolPoints: Sendable {
  /// The points, by number and then by dimension, each coordinate above 0 and below 1.
  let points: [[Double]]

  /// The kinds of point.
  enum Kind: String, Sendable {
    case sobol = "scrambled Sobol' points"
    case latinHypercube = "a Latin hypercube"
  }

  /// Dimensions for which Sobol' points are known.
  static let mostDimensions = SobolTable.rows.count + 1

  /// The kind of points that so many dimensions get.
  static func kind(dimensions: Int) -> Kind { dimensions <= mostDimensions ? .sobol : .latinHypercube }

  /// Makes points.
  ///
  /// - Parameters:
  ///   - count: How many, below 2³¹; the first ones of more are the same, for Sobol' points.
  ///   - dimensions: 1 or more.
  ///   - seed: Decides the scrambling.
  /// - Complexity: O(32 *n* *d*) for *n* points of *d* dimensions.
  init(count: Int, dimensions: Int, seed: UInt64) {
    var columns: [[Double]] = []
    for dimension in 0..<dimensions {
      var stream = RandomStream(
        seed: seed, replication: 0, practice: UInt64(dimension), purpose: .worldPoints)
      switch Self.kind(dimensions: dimensions) {
      case .sobol:
        let key = stream.next()
        columns.append(
          Self.integers(count, dimension: dimension).map { Self.unit(Self.scrambled($0, key: key)) })
      case .latinHypercube:
        columns.append(
          stream.permutation(of: count).map {
            (Double($0) + Self.unit(UInt32(stream.next() >> 32))) / Double(count)
          })
      }
    }
    points = (0..<count).map { number in columns.map { $0[number] } }
  }

  /// The coordinates of Sobol' points in one dimension, in units of 2⁻³², not scrambled.
  static func integers(_ count: Int, dimension: Int) -> [UInt32] {
    let directions = directions(dimension)
    var coordinates: [UInt32] = []
    coordinates.reserveCapacity(count)
    var current: UInt32 = 0
    for number in 0..<count {
      coordinates.append(current)
      // The next point differs by one direction: that of the lowest bit of its number that is 0.
      current ^= directions[(~UInt32(number)).trailingZeroBitCount]
    }
    return coordinates
  }

  /// Sobol's direction numbers of a dimension, from the highest bit down.
  private static func directions(_ dimension: Int) -> [UInt32] {
    guard dimension > 0 else { return (0..<32).map { 1 << (31 - $0) } }
    let row = SobolTable.rows[dimension - 1]
    let (polynomial, initial) = (row[0], row.dropFirst())
    let degree = initial.count
    var directions = initial.enumerated().map { $1 << (31 - UInt32($0)) }
    for bit in degree..<32 {
      var next = directions[bit - degree] ^ (directions[bit - degree] >> UInt32(degree))
      for power in 1..<max(degree, 1) where polynomial >> UInt32(degree - power) & 1 == 1 {
        next ^= directions[bit - power]
      }
      directions.append(next)
    }
    return directions
  }

  /// Turns each bit over or not by a coin that belongs to the bits above it.
  private static func scrambled(_ value: UInt32, key: UInt64) -> UInt32 {
    var result: UInt32 = 0
    for bit in 0..<32 {
      let above = bit == 0 ? 0 : UInt64(value >> UInt32(32 - bit))
      let coin = UInt32(
        truncatingIfNeeded: SplitMix64.mix(key ^ SplitMix64.mix(above << 6 | UInt64(bit))) & 1)
      result |= ((value >> UInt32(31 - bit) & 1) ^ coin) << UInt32(31 - bit)
    }
    return result
  }

  private static func unit(_ value: UInt32) -> Double { (Double(value) + 0.5) * 0x1p-32 }
}
