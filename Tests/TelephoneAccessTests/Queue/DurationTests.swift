import SurveyDesign
import TelephoneAccess
import Testing

/// Talks of every law, read off the trace; the moments are those of the textbooks.
@Suite("Durations follow their laws")
struct DurationTests {
  /// A law with the mean and the standard deviation that it should have, in seconds.
  struct Law: CustomTestStringConvertible, Sendable {
    var distribution: DurationDistribution
    var mean: Double
    var sd: Double

    var testDescription: String { "\(distribution)" }
  }

  static let laws = [
    Law(distribution: .constant(seconds: 90), mean: 90, sd: 0),
    Law(distribution: .exponential(mean: 90), mean: 90, sd: 90),
    Law(distribution: .lognormal(mean: 140, sd: 110), mean: 140, sd: 110),
    Law(distribution: .lognormal(mean: 80, sd: 0), mean: 80, sd: 0),
    Law(distribution: .gamma(mean: 100, sd: 30), mean: 100, sd: 30),
    Law(distribution: .gamma(mean: 100, sd: 0), mean: 100, sd: 0),
    // R: s <- 100; k <- 1.5; m <- s*gamma(1+1/k); print(c(m, sqrt(s^2*gamma(1+2/k) - m^2)), 10)
    Law(distribution: .weibull(scale: 100, shape: 1.5), mean: 90.27452930, sd: 61.29357918),
    Law(distribution: .uniform(from: 30, to: 150), mean: 90, sd: 120 / 12.0.squareRoot()),
    Law(distribution: .uniform(from: 30, to: 30), mean: 30, sd: 0),
    // A fair choice of three: mean 50, variance (40² + 10² + 50²)/3 = 1400.
    Law(distribution: .empirical([10, 40, 100]), mean: 50, sd: 1400.0.squareRoot()),
    Law(distribution: .lognormal(mean: 0, sd: 10), mean: 0, sd: 0),
  ]

  @Test("mean and standard deviation are the stated ones", arguments: laws)
  func moments(law: Law) {
    let talks = Self.talks(law.distribution)
    let count = Double(talks.count)
    let mean = talks.reduce(0, +) / count
    let squares = talks.map { ($0 - mean) * ($0 - mean) }
    let variance = squares.reduce(0, +) / count
    let error = squares.reduce(0) { $0 + ($1 - variance) * ($1 - variance) }.squareRoot() / count
    #expect(talks.count == 4000)
    // Four standard errors, that of the variance estimated from the sample, and a millisecond for rounding.
    #expect(abs(mean - law.mean) <= 4 * law.sd / count.squareRoot() + 0.001, "\(mean)")
    #expect(abs(variance - law.sd * law.sd) <= 4 * error + 0.001, "\(variance.squareRoot())")
    #expect(talks.allSatisfy { $0 >= 0 })
  }

  @Test("an empirical law draws its values and nothing else, each as often")
  func empirical() {
    let talks = Self.talks(.empirical([10, 40, 40, 100]))
    for (value, share) in [(10.0, 0.25), (40, 0.5), (100, 0.25)] {
      let found = Double(talks.count { $0 == value }) / 4000
      #expect(abs(found - share) <= 4 * (share * (1 - share) / 4000).squareRoot())
    }
    #expect(Set(talks) == [10, 40, 100])
  }

  @Test("two empirical laws in one region keep to their own values")
  func twoEmpirical() throws {
    var lab = SurveyLab([
      .lab(
        (8, 9, .staffed(answerers: 500, by: .doctor)), (9, 10, .staffed(answerers: 500, by: .staff)),
        lines: .max)
    ])
    lab.region.patients.talkWithDoctor = .empirical([1, 2, 3])
    lab.region.patients.talkWithStaff = .empirical([10, 20])
    lab.region.practices[0].demand.fixedTimes =
      .init(repeating: .hour(8), count: 200) + .init(repeating: .hour(9), count: 200)
    let talks = Self.talks(lab.region)
    #expect(Set(talks.prefix(200)) == [1, 2, 3])
    #expect(Set(talks.suffix(200)) == [10, 20])
  }

  /// Talks of 4,000 patients, each with an answerer to herself, in seconds.
  private static func talks(_ distribution: DurationDistribution) -> [Double] {
    var lab = SurveyLab([.lab((8, 9, .staffed(answerers: 4000, by: .staff)), lines: .max)])
    lab.region.patients.talkWithStaff = distribution
    // Not all at once: the work for a call grows with the calls in progress.
    lab.region.practices[0].demand.fixedTimes = (0..<4000).map {
      TimeOfDay(milliseconds: 28_800_000 + 800 * $0)
    }
    return talks(lab.region)
  }

  private static func talks(_ region: Region) -> [Double] {
    Simulation.trace(
      practices: nil, region: region, slots: [Slot(.hour(8), .hour(9))], fieldwork: FieldworkProtocol(),
      plan: .patientsOnly(practices: 1), seed: 9, replication: 0
    ).events.compactMap { dated in
      guard case .answered(_, _, let until) = dated.event.kind else { return nil }
      return Double(until - dated.event.time) / 1000
    }
  }
}
