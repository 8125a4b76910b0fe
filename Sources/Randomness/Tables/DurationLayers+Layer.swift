extension DurationLayers {
  /// A stretch of durations in grains, half a unit too far to the right: cutting the grains off then rounds.
  public struct Layer: BitwiseCopyable, Sendable {
    /// Where the stretch begins.
    @usableFromInline var left: UInt64
    /// How long it is.
    @usableFromInline var width: UInt64

    /// The stretch between two edges in units, from 0 to below 2⁴³.
    init(from left: Double, to right: Double) {
      self.left = DurationLayers.point(left)
      width = UInt64((right - left) * DurationLayers.grainsPerUnit)
    }

    /// The point of the layer that a word stands for; the eight bits that choose the layer hardly move it.
    @inlinable
    @inline(__always)
    public func point(at word: UInt64) -> UInt64 { left &+ word.multipliedFullWidth(by: width).high }

    /// Whether a point lies in the layer.
    @inlinable
    @inline(__always)
    public func contains(_ point: UInt64) -> Bool { point &- left < width }
  }

  /// How many grains make a unit.
  static let grainsPerUnit = 0x1p20

  /// The whole number of units nearest to a point.
  @inlinable
  @inline(__always)
  public static func units(_ point: UInt64) -> Int { Int(truncatingIfNeeded: point &>> 20) }

  /// The point of a duration in units, from 0 to below 2⁴³.
  @usableFromInline
  static func point(_ units: Double) -> UInt64 { UInt64(units * grainsPerUnit + 0.5 * grainsPerUnit) }

  /// The duration in units for which a point stands.
  @usableFromInline
  static func duration(_ point: UInt64) -> Double { Double(point) / grainsPerUnit - 0.5 }

  /// How many grains make the narrowest layer: enough for an edge to be off by 2⁻¹⁶ of it at most.
  private static let fewestGrains = 0x1p16
  /// How far layers reach, in grains: as far as a double tells them apart.
  private static let mostGrains = 0x1p53

  /// The layers between edges in units; `nil` if grains are too coarse, or too many, for them.
  static func layers(edges: [(left: Double, right: Double)]) -> [Layer]? {
    // Not a number is neither enough nor too many, so it ends here.
    guard (edges[255].right - edges[255].left) * grainsPerUnit >= fewestGrains,
      edges[0].right * grainsPerUnit <= mostGrains
    else { return nil }
    return edges.map { Layer(from: $0.left, to: $0.right) }
  }
}
