import Files
import Randomness
import Reports
import Studies
import SurveyStatistics

extension Benchmark {
  /// Everything that a simulation draws, one at a time.
  static let samplers = Benchmark(name: "samplers", summary: "One draw of each law, and opening a stream.") {
    laboratory, notebook in
    let draws = laboratory.effort.amount(5_000_000)
    for _ in 0..<laboratory.effort.runs {
      var bench = SamplerBench(draws: draws)
      bench.time("stream-set-up") { _, place in
        var stream = RandomStream(seed: 1, replication: UInt64(place), practice: 2, purpose: .benchmark)
        return Double(stream.next() & 1)
      }
      bench.time("word") { stream, _ in Double(truncatingIfNeeded: stream.next()) }
      bench.time("uniform") { stream, _ in stream.unitUniform() }
      bench.time("integer-below-3600000") { stream, _ in Double(stream.integer(below: 3_600_000)) }
      bench.time("exponential") { stream, _ in stream.standardExponential() }
      bench.time("normal") { stream, _ in stream.standardNormal() }
      bench.time("lognormal") { stream, _ in stream.lognormal(logMean: 5, logSD: 0.64) }
      if let law = DurationLayers(logMean: 11.8, logSD: 0.64) {
        bench.time("lognormal-in-layers") { stream, _ in Double(law.next(using: &stream)) }
      }
      bench.time("weibull") { stream, _ in stream.weibull(scale: 100, shape: 1.5) }
      bench.time("gamma-25") { stream, _ in stream.standardGamma(shape: 25) }
      bench.time("gamma-0.5") { stream, _ in stream.standardGamma(shape: 0.5) }
      bench.time("poisson-5") { stream, _ in Double(stream.poisson(mean: 5)) }
      bench.time("poisson-500") { stream, _ in Double(stream.poisson(mean: 500)) }
      if let table = AliasTable(weights: [190, 118, 63, 29, 20]) {
        bench.time("categorical-5") { stream, _ in Double(stream.categorical(table)) }
      }
      precondition(bench.sum.isFinite, "everything drawn is a number")
      for (name, value) in bench.times { notebook.note(Quantity("samplers/\(name)", "ns"), value) }
    }
  }
}

/// Draws over and over, and adds up what is drawn so that no draw can be left out.
private struct SamplerBench {
  let draws: Int
  private(set) var times: [(name: String, nanoseconds: Double)] = []
  private(set) var sum = 0.0

  init(draws: Int) { self.draws = draws }

  @inline(__always)
  mutating func time(_ name: String, draw: (inout RandomStream, Int) -> Double) {
    var stream = RandomStream(seed: 2015, replication: 0, practice: 1, purpose: .benchmark)
    var sum = 0.0
    let watch = Stopwatch()
    for place in 0..<draws { sum += draw(&stream, place) }
    times.append((name, watch.processorNanoseconds / Double(draws)))
    self.sum += sum
  }
}

extension Double {
  /// The upper bits of a word as a number.
  fileprivate init(truncatingIfNeeded word: UInt64) { self.init(Int64(bitPattern: word) >> 11) }
}

extension Purpose {
  /// Streams of the benchmark, which touch no other.
  fileprivate static let benchmark = Purpose(rawValue: 9_000)
}
