import SurveyDesign
import Testing

@Suite("Sampling")
struct SamplingTests {
  /// Forty practices in four strata of 4, 8, 12 and 16, with sizes 1 to 40 in `listed_patients`.
  static func frame(count: Int = 40) throws -> Frame {
    try Frame(
      (1...count).map { number in
        let stratum = number <= 4 ? "a" : number <= 12 ? "b" : number <= 24 ? "c" : "d"
        return FramePractice(
          id: "\(number)", listedPatients: number, stratum: stratum, extra: ["\(number),5"])
      }, extraColumns: ["size"])
  }

  // Source: R package sampling, inclusionprobabilities(1:10, 5).
  @Test("probabilities proportional to size are those of R's sampling package")
  func inclusionProbabilities() {
    let expected = [
      0.09090909090909091, 0.18181818181818182, 0.2727272727272727, 0.36363636363636365, 0.4545454545454546,
      0.5454545454545454, 0.6363636363636364, 0.7272727272727273, 0.8181818181818182, 0.9090909090909092,
    ]
    let probabilities = InclusionProbabilities.proportionalToSize((1...10).map(Double.init), count: 5)
    #expect(AllocationTests.agree(probabilities, expected, within: 1e-12))
  }

  // By hand: 3·10/16 > 1, so the 10 is certain; 2·4/6 > 1, so the 4 is too; the two ones share what is left.
  @Test("large units are certain, round after round")
  func certainty() {
    let probabilities = InclusionProbabilities.proportionalToSize([1, 10, 4, 1], count: 3)
    #expect(AllocationTests.agree(probabilities, [0.5, 1, 1, 0.5], within: 1e-15))
    #expect(InclusionProbabilities.proportionalToSize([1, 2, 3], count: 3) == [1, 1, 1])
    #expect(InclusionProbabilities.proportionalToSize([1, 2, 3], count: 0) == [0, 0, 0])
  }

  static let designs: [SamplingDesign] = [
    .census, .simpleRandom(count: 10), .systematic(count: 7), .systematic(count: 13, orderedBy: "stratum"),
    .proportionalToSize(count: 12, column: "listed_patients"), .proportionalToSize(count: 30, column: "size"),
    .stratified(StratifiedDesign(count: 10)),
    .stratified(StratifiedDesign(count: 12, division: .equal)),
    .stratified(
      StratifiedDesign(
        count: 15, division: .neyman(standardDeviations: ["a": 0, "b": 0.3, "c": 0.1, "d": 0.2]))),
  ]

  // 3,000 samples and 40 practices for 9 designs: 360 comparisons at five standard errors, each wrong with
  // probability below 1e-6, so a right sampler fails with probability below 4e-4; the seed is fixed.
  @Test("each practice is sampled as often as its inclusion probability says", arguments: designs)
  func frequencies(design: SamplingDesign) throws {
    let sampler = try Sampler(design, from: Self.frame())
    let replications = 3_000
    var counts = [Int](repeating: 0, count: 40)
    for replication in 0..<replications {
      for unit in sampler.draw(seed: 7, replication: UInt64(replication)).practices {
        counts[unit.practiceIndex] += 1
      }
    }
    for (count, probability) in zip(counts, sampler.inclusionProbabilities) {
      let standardError = (probability * (1 - probability) / Double(replications)).squareRoot()
      #expect(abs(Double(count) / Double(replications) - probability) <= 5 * standardError)
    }
  }

  @Test(
    "a sample has the size that was asked, each practice once, weights 1 by probability", arguments: designs)
  func size(design: SamplingDesign) throws {
    let sampler = try Sampler(design, from: Self.frame())
    for replication in 0..<200 {
      let sample = sampler.draw(seed: 1, replication: UInt64(replication)).practices
      let asked =
        switch design {
        case .census: 40
        case .simpleRandom(let count), .systematic(let count, _), .proportionalToSize(let count, _): count
        case .stratified(let stratified): stratified.count
        }
      #expect(sample.count == asked)
      #expect(zip(sample, sample.dropFirst()).allSatisfy { $0.practiceIndex < $1.practiceIndex })
      #expect(sample.allSatisfy { $0.weight == 1 / $0.inclusionProbability })
    }
  }

  // 10 of 4, 8, 12 and 16: shares 1, 2, 3 and 4, but at least 2 from each; the rest in proportion: 2, 2, 2.57, 3.43.
  @Test("strata give their counts, two at least")
  func strata() throws {
    let frame = try Self.frame()
    let sample = try Sampler(.stratified(StratifiedDesign(count: 10)), from: frame).draw(
      seed: 1, replication: 0)
    let counts = frame.strata.map { group in
      sample.practices.count { group.members.contains($0.practiceIndex) }
    }
    #expect(counts == [2, 2, 3, 3])
  }

  @Test("a further practice takes at most one place in a simple random sample")
  func coordination() throws {
    let before = try Self.frame(count: 40)
    let after = try Self.frame(count: 41)
    let small = try Sampler(.simpleRandom(count: 10), from: before)
    let large = try Sampler(.simpleRandom(count: 10), from: after)
    for replication in 0..<200 as Range<UInt64> {
      let old = Set(
        small.draw(seed: 3, replication: replication).practices.map { before.practices[$0.practiceIndex].id })
      let new = large.draw(seed: 3, replication: replication).practices.map {
        after.practices[$0.practiceIndex].id
      }
      #expect(new.count { !old.contains($0) } <= 1)
    }
  }

  @Test("the sampled practices make a frame with weights")
  func sampledFrame() throws {
    let frame = try Self.frame()
    let sample = try Sampler(.simpleRandom(count: 10), from: frame).draw(seed: 1, replication: 0)
    let sampled = try sample.frame(from: frame)
    #expect(sampled.count == 10)
    #expect(sampled.practices.allSatisfy { $0.weight == 4 })
    #expect(sampled.extraColumns == ["size"])
  }

  @Test(
    "a design that the frame cannot give is refused with a sentence",
    arguments: [
      .simpleRandom(count: 0), .simpleRandom(count: 41), .systematic(count: -1),
      .systematic(count: 5, orderedBy: "size2"), .proportionalToSize(count: 5, column: "stratum"),
      .proportionalToSize(count: 5, column: "none"), .proportionalToSize(count: Int.max, column: "gps"),
      .stratified(StratifiedDesign(count: 3)), .stratified(StratifiedDesign(column: "x", count: 10)),
      .stratified(StratifiedDesign(count: 41)),
      .stratified(StratifiedDesign(count: 10, division: .neyman(standardDeviations: ["a": 1]))),
      .stratified(
        StratifiedDesign(
          count: 10, division: .neyman(standardDeviations: ["a": 1, "b": 1, "c": 1, "d": 1, "e": 1]))),
      .stratified(
        StratifiedDesign(
          count: 10, division: .neyman(standardDeviations: ["a": 0, "b": 0, "c": 0, "d": 0]))),
    ] as [SamplingDesign])
  func refusing(design: SamplingDesign) throws {
    let frame = try Self.frame()
    #expect(throws: (any Error).self) { try Sampler(design, from: frame) }
  }
}
