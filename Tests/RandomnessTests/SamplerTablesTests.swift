import Randomness
import Testing

/// Whoever keeps copies of the tables draws what others draw.
@Suite("Copies of the samplers' tables")
struct SamplerTablesTests {
  @Test("a million numbers drawn with copies are the numbers drawn without")
  func sameNumbers() {
    let (normal, exponential) = (SamplerTables.normalEdges, SamplerTables.exponentialEdges)
    var (with, without) = (SplitMix64(state: 7), SplitMix64(state: 7))
    for _ in 0..<500_000 {
      #expect(with.standardNormal { normal[$0] } == without.standardNormal())
      #expect(with.standardExponential { exponential[$0] } == without.standardExponential())
    }
  }

  @Test(
    "so are exponentials, to the ends of the range",
    arguments: [-720.0, -700, -1, 0, 0x1p-40, 3.25, 700, 720])
  func sameExponentials(x: Double) {
    let powers = SamplerTables.powersOfTwo
    #expect(PortableMath.quickExp(x) { powers[$0] } == PortableMath.quickExp(x))
  }

  @Test("the tables are those of the ziggurats: edges fall from the widest layer to 0")
  func shape() {
    for edges in [SamplerTables.normalEdges, SamplerTables.exponentialEdges] {
      #expect(edges.count == 257 && edges.last == 0)
      #expect(zip(edges, edges.dropFirst()).allSatisfy(>))
    }
    #expect(SamplerTables.powersOfTwo.count == 128 && SamplerTables.powersOfTwo[64] == 2.0.squareRoot())
  }
}
