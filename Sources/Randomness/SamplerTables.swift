/// The tables that samplers look up, for those who keep copies of their own.
///
/// A look at a table of this module from another one is a call, before which every floating-point register is put
/// away. Who draws a hundred million numbers keeps a copy nearer at hand and hands it to `standardNormal(edge:)` and its
/// like: the numbers stay the same.
public enum SamplerTables {
  /// The right edges of the layers under the normal density, 257 of them.
  public static var normalEdges: [Double] { (0..<257).map { NormalZiggurat.edges[$0] } }
  /// The right edges of the layers under the exponential density, 257 of them.
  public static var exponentialEdges: [Double] { (0..<257).map { ExponentialZiggurat.edges[$0] } }
  /// 2^(j/128) for j = 0 … 127.
  public static var powersOfTwo: [Double] { (0..<128).map { PowersOfTwoTable.headsAndTails[2 * $0] } }
}
