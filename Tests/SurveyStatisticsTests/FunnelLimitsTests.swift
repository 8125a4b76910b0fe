import SurveyStatistics
import Testing

/// Expected values from SciPy 1.17: the root in k of betainc(k, n − k + 1, 0.1) = (1 − level)/2 divided by n, and of
/// 1 − betainc(k + 1, n − k, 0.1) for the lower limit; tails of whole counts from binom.sf and binom.cdf.
@Suite("Limits of a funnel")
struct FunnelLimitsTests {
  @Test(
    "The limits around 10 % are SciPy's",
    arguments: [
      (20.0, 0.95, 0.2712843324992553, 0), (20, 0.998, 0.3755705011901297, 0),
      (50, 0.95, 0.1995903419605746, 0.01605418856945204), (50, 0.998, 0.26007600740886055, 0),
      (105, 0.95, 0.16535795796685382, 0.04197298327219805),
      (105, 0.998, 0.2047518754743858, 0.017725833217273723),
      (1000, 0.95, 0.11945818899903872, 0.08130079918362762),
      (1000, 0.998, 0.13090550196290038, 0.0713819063429208),
    ])
  func limits(calls: Double, level: Double, upper: Double, lower: Double) throws {
    let limits = try #require(FunnelLimits(centre: 0.1, level: level))
    #expect(abs(limits.upper(calls: calls) - upper) < 1e-12)
    #expect(abs(limits.lower(calls: calls) - lower) < 1e-12)
  }

  @Test("A whole count lies outside exactly where its binomial tail is small enough")
  func counts() throws {
    let (near, far) = (
      try #require(FunnelLimits(centre: 0.1, level: 0.95)),
      try #require(FunnelLimits(centre: 0.1, level: 0.998))
    )
    // binom.sf(9, 50, .1) = 0.02454, binom.sf(8, 50, .1) = 0.0579; sf(12) = 0.0010046, sf(13) = 0.000285.
    #expect(near.place(of: 10.0 / 50, calls: 50) == .above)
    #expect(near.place(of: 9.0 / 50, calls: 50) == .within)
    #expect(far.place(of: 13.0 / 50, calls: 50) == .within)
    #expect(far.place(of: 14.0 / 50, calls: 50) == .above)
    // binom.cdf(0, 35, .1) = 0.02503, binom.cdf(0, 36, .1) = 0.02253.
    #expect(near.place(of: 0, calls: 35) == .within)
    #expect(near.place(of: 0, calls: 36) == .below)
  }

  @Test("Where no count of so few calls can lie outside, the limits are the ends")
  func few() throws {
    let limits = try #require(FunnelLimits(centre: 0.3, level: 0.95))
    // 0.3³ = 0.027 and 0.7³ = 0.343, both above 0.025.
    #expect(limits.upper(calls: 3) == 1 && limits.lower(calls: 3) == 0)
    #expect(limits.place(of: 1, calls: 3) == .within && limits.place(of: 0, calls: 3) == .within)
    #expect(limits.place(of: 0.5, calls: 0) == .within)
    #expect(FunnelLimits(centre: 0, level: 0.95) == nil && FunnelLimits(centre: 0.1, level: 1) == nil)
  }
}
