import Randomness
import Testing

@Suite("Permutations, samples and categories")
struct SelectionTests {
  static func stream(_ name: String) -> RandomStream {
    RandomStream(seed: 8, replication: 0, practice: RandomStream.key(of: name), purpose: Purpose(rawValue: 0))
  }

  /// How often each of the given outcomes came.
  static func counts(of outcomes: [[Int]], among all: [[Int]]) -> [Int] {
    var tally: [[Int]: Int] = [:]
    for outcome in outcomes {
      tally[outcome, default: 0] += 1
    }
    return all.map { tally[$0, default: 0] }
  }

  /// All ordered selections of `count` different integers below `population`.
  static func selections(_ count: Int, of population: Int) -> [[Int]] {
    if count == 0 { return [[]] }
    return selections(count - 1, of: population).flatMap { head in
      (0..<population).filter { !head.contains($0) }.map { head + [$0] }
    }
  }

  @Test(
    "all arrangements and ordered samples are equally likely", arguments: [(4, 4), (3, 6), (1, 5), (2, 9)])
  func ordered(count: Int, population: Int) {
    var stream = Self.stream("sample \(count) of \(population)")
    let all = Self.selections(count, of: population)
    let outcomes = (0..<24_000).map { _ in stream.sample(count, of: population) }
    let counts = Self.counts(of: outcomes, among: all)
    #expect(counts.reduce(0, +) == 24_000)
    let probability = GoodnessOfFit.chiSquareProbability(
      counts: counts, probabilities: Array(repeating: 1 / Double(all.count), count: all.count))
    #expect(probability > GoodnessOfFit.errorProbability)
  }

  @Test("a permutation holds every number once", arguments: [0, 1, 2, 420])
  func permutationIsComplete(count: Int) {
    var stream = Self.stream("permutation")
    #expect(stream.permutation(of: count).sorted() == Array(0..<count))
  }

  @Test("samples hold different numbers of the population", arguments: [0, 1, 52, 419, 420])
  func sampleIsDistinct(count: Int) {
    var stream = Self.stream("distinct")
    let sample = stream.sample(count, of: 420)
    #expect(sample.count == count)
    #expect(Set(sample).count == count)
    #expect(sample.allSatisfy { (0..<420).contains($0) })
  }

  @Test("a smaller sample is the beginning of a larger one")
  func samplesNest() {
    var first = Self.stream("nested")
    var second = first
    #expect(first.sample(10, of: 100) == Array(second.sample(40, of: 100).prefix(10)))
  }

  @Test("elements are permuted as their positions are")
  func permuteMatchesPermutation() {
    var first = Self.stream("permute")
    var second = first
    var letters = Array("telefontid")
    first.permute(&letters)
    let original = Array("telefontid")
    #expect(letters == second.permutation(of: 10).map { original[$0] })
  }

  @Test(
    "categories come as often as their weights say",
    arguments: [
      [1], [1, 1], [190, 118, 63, 29, 20], [0, 3, 0, 1, 0], [1e-300, 2e-300, 3e-300], [1e308, 1e308, 1e308],
      [0.1, 0.2, 0.3, 0.4], [35, 20, 15, 12, 4, 6, 5, 3],
    ])
  func categories(weights: [Double]) throws {
    var stream = Self.stream("categories")
    let table = try #require(AliasTable(weights: weights))
    #expect(table.count == weights.count)
    var counts = [Int](repeating: 0, count: weights.count)
    for _ in 0..<40_000 {
      counts[stream.categorical(table)] += 1
    }
    let largest = weights.max() ?? 1
    let sum = weights.reduce(0) { $0 + $1 / largest }
    let probabilities = weights.map { $0 / largest / sum }
    for (count, weight) in zip(counts, weights) where weight == 0 {
      #expect(count == 0)
    }
    if weights.count(where: { $0 > 0 }) > 1 {
      let probability = GoodnessOfFit.chiSquareProbability(counts: counts, probabilities: probabilities)
      #expect(probability > GoodnessOfFit.errorProbability)
    }
  }

  @Test("the table's columns hold exactly the weights, whatever rounding did")
  func columnsAddUp() throws {
    // The probability of every category, summed over the columns by drawing at a fine grid of words.
    var stream = Self.stream("columns")
    for size in [2, 3, 10, 49, 97] {
      var weights = (0..<size).map { _ in stream.bernoulli(0.2) ? 0 : stream.standardExponential() }
      weights[0] = 1
      let table = try #require(AliasTable(weights: weights))
      var counts = [Int](repeating: 0, count: size)
      let steps = 40_000
      for step in 0..<steps {
        var generator = ScriptedGenerator([UInt64.max / UInt64(steps) * UInt64(step)])
        counts[generator.categorical(table)] += 1
      }
      let sum = weights.reduce(0, +)
      for (count, weight) in zip(counts, weights) {
        // A category stands in up to `size` columns, and each may gain or lose one grid point at either end.
        #expect(abs(Double(count) - Double(steps) * weight / sum) <= 2 * Double(size))
        #expect(weight > 0 || count == 0)
      }
    }
  }

  @Test(
    "weights that are no distribution make no table",
    arguments: [
      [], [0], [0, 0], [1, -1], [.nan], [1, .nan], [.nan, 1], [.infinity], [1, .infinity], [-0.5],
    ])
  func noTable(weights: [Double]) {
    #expect(AliasTable(weights: weights) == nil)
  }
}
