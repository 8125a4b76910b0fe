/// The tables that samplers look up, for those who keep copies of their own.
///
/// A look at a table of this module from another one is a call, before which every floating-point register is
/// put away. Who draws a hundred million numbers keeps a copy nearer at hand and hands it to
/// `standardExponential(edge:)`: the numbers stay the same.
public enum SamplerTables {
  /// The right edges of the layers under the exponential density, 257 of them.
  public static var exponentialEdges: [Double] { (0..<257).map { ExponentialZiggurat.edges[$0] } }
}
