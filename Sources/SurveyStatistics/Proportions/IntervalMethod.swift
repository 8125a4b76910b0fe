/// The ways to put an interval around a share.
///
/// The raw values are the names in files and on the command line.
package enum IntervalMethod: String, Sendable, Equatable, CaseIterable {
  /// Inverts the score test; the default (Wilson 1927, JASA 22:209).
  case wilson
  /// Wilson's with continuity correction (Newcombe 1998, Stat Med 17:857, method 4).
  case wilsonCC = "wilson-cc"
  /// Inverts the exact binomial test; never below its confidence (Clopper and Pearson 1934, Biometrika 26:404).
  case clopperPearson = "clopper-pearson"
  /// Clopper–Pearson with half the probability of the observed count (Lancaster 1949; Newcombe 1998, method 6).
  case midP = "mid-p"
  /// Equal-tailed posterior under Beta(½, ½), bound 0 or 1 at the edges (Brown, Cai, DasGupta 2001, Stat Sci 16:101).
  case jeffreys
  /// Wald's after adding z²/2 successes and z²/2 failures (Agresti and Coull 1998, Am Stat 52:119).
  case agrestiCoull = "agresti-coull"
  /// Wald's on the log-odds scale (Brown, Cai, DasGupta 2001).
  case logit
  /// Wald's for log(−log p) (R package binom).
  case cloglog
  /// Inverts the likelihood-ratio test (Newcombe 1998, method 7).
  case likelihoodRatio = "likelihood-ratio"
  /// Wald's for the arcsine of √((x + ⅜)/(n + ¾)) (Anscombe 1948; Brown, Cai, DasGupta 2001).
  case arcsine
  /// The textbook p ± z√(pq/n), for comparison only: its coverage is poor (Brown, Cai, DasGupta 2001).
  case wald
  /// Wald's, 1/(2n) wider at each end (Newcombe 1998, method 2).
  case waldCC = "wald-cc"
  /// All counts of a finite population that the exact test does not reject; needs the population's size.
  case hypergeometric
  /// Clopper–Pearson at the effective sample size; needs weights, strata or clusters to differ from it.
  case kornGraubard = "korn-graubard"
}
