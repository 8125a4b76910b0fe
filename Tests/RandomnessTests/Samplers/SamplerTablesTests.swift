import Randomness
import Testing

/// Whoever keeps a copy of the table draws what others draw.
@Suite("Copies of the samplers' tables")
struct SamplerTablesTests {
  @Test("half a million exponential numbers drawn with a copy are the numbers drawn without")
  func sameNumbers() {
    let edges = SamplerTables.exponentialEdges
    var (with, without) = (SplitMix64(state: 7), SplitMix64(state: 7))
    for _ in 0..<500_000 {
      #expect(with.standardExponential { edges[$0] } == without.standardExponential())
    }
  }

  @Test("so are those from a word taken by the caller")
  func sameNumbersFromWords() {
    let edges = SamplerTables.exponentialEdges
    var (with, without) = (SplitMix64(state: 8), SplitMix64(state: 8))
    for _ in 0..<50_000 {
      let word = with.next()
      #expect(with.standardExponential(from: word) { edges[$0] } == without.standardExponential())
    }
  }

  @Test("the table is that of the ziggurat: edges fall from the widest layer to 0")
  func shape() {
    let edges = SamplerTables.exponentialEdges
    #expect(edges.count == 257 && edges.last == 0)
    #expect(zip(edges, edges.dropFirst()).allSatisfy(>))
  }
}
