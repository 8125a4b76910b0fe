import Testing

/// Keeps the reference file and the tests in step: a row without a test must say why.
@Suite("Every method of the reference file is tested, or left out for a stated reason")
struct ReferenceInventoryTests {
  /// One sample, finite populations, designs, verdicts: a test takes `ReferenceCases.named` of each of these.
  static let estimation: Set<String> = [
    "ci.proportion.wilson", "ci.proportion.wilson-cc", "ci.proportion.clopper-pearson", "ci.proportion.mid-p",
    "ci.proportion.jeffreys-equal-tailed", "ci.proportion.agresti-coull", "ci.proportion.logit",
    "ci.proportion.cloglog", "ci.proportion.likelihood-ratio", "ci.proportion.wald", "ci.proportion.wald-cc",
    "ci.finite.hypergeometric", "ci.finite.hypergeometric.outer", "ci.finite.wald-fpc",
    "coverage.wilson", "coverage.clopper-pearson", "coverage.jeffreys-equal-tailed", "coverage.agresti-coull",
    "coverage.wald",

    "verdict.three-way.binomial",
    "survey.proportion.cluster", "survey.proportion.stratified", "survey.proportion.srs-fpc",
    "survey.domain.proportion",
    "survey.ciprop.beta-korn-graubard", "survey.ciprop.logit", "survey.ciprop.arcsine",
    "survey.ciprop.likelihood-rao-scott", "survey.ciprop.wald-t",
    "variance.one-call-per-practice",
  ]

  /// Differences, multiplicity, plans: the rest of the module.
  static let comparison: Set<String> = [
    "ci.diff.newcombe", "ci.diff.miettinen-nurminen", "ci.diff.mee-score", "ci.diff.agresti-caffo",
    "ci.diff.wald", "ci.diff.paired.tango", "ci.diff.paired.newcombe-square-and-add",
    "ci.diff.paired.bonett-price", "ci.diff.paired.wald",
    "multiplicity.holm",
    "test.fisher", "test.boschloo", "test.barnard", "test.mcnemar.exact", "test.mcnemar.mid-p",
    "test.mcnemar.asymptotic-cc", "test.mcnemar.chisq-cc", "test.homogeneity.chisq",
    "test.cochran-armitage", "test.trend.chisq", "test.cochran-q",
    "size.proportion.margin", "size.proportion.margin-logodds",
    "size.binomial-exact",
    "size.diff-proportions.test",
    "size.two-proportions.overlap", "size.two-means.overlap",
    "power.diff-proportions",

    "lqas.find-plan.binomial", "lqas.find-plan.hypergeometric", "lqas.hypergeometric",
    "lqas.coverage.hypergeometric", "lqas.assess.binomial", "lqas.audit-attribute",
    "oc.binomial", "oc.double-sampling", "sequential.sprt.binomial",
  ]

  /// What no test takes, and why.
  static let leftOut: [String: String] = [
    "multiplicity.bh": "no command asks for it, so the module has none",
    "multiplicity.by": "no command asks for it, so the module has none",
    "multiplicity.hochberg": "no command asks for it, so the module has none",
    "power.proportion": "no command asks for it, so the module has none",
    "size.proportion.test": "no command asks for it, so the module has none",
    "survey.chisq.rao-scott": "with a finite population correction, which no command asks of a test",
    "survey.mean.stratified": "no command estimates a mean of anything but calls reached",
    "error.proportion": "no command asks for it, so the module has none",
    "misclassification.rogan-gladen": "no command asks for it, so the module has none",
    "power.diff-proportions.arcsine": "no command asks for it, so the module has none",
    "power.equivalence.binomial-tost": "no command asks for it, so the module has none",
    "power.proportion.arcsine": "no command asks for it, so the module has none",
    "reject-interval.binomial-tost": "no command asks for it, so the module has none",
    "size.diff-proportions.arcsine": "no command asks for it, so the module has none",
    "size.diff-proportions.margin": "no command asks for it, so the module has none",
    "size.noninferiority.proportions": "no command asks for it, so the module has none",
    "size.proportion.cv": "no command asks for it, so the module has none",
    "size.proportion.relative-margin": "no command asks for it, so the module has none",
    "size.proportion.variance": "no command asks for it, so the module has none",
    "test.binomial":
      "one-sided put to evaluate in TelefontidCommandTests; no command asks for the two-sided one",
    "test.binomial.mid-p": "no command asks for it, so the module has none",
    "test.homogeneity.pairwise-holm": "put to compare --by in TelefontidCommandTests",
    "test.proportion.likelihood-ratio": "no command asks for it, so the module has none",
    "test.proportion.score": "no command asks for it, so the module has none",
    "ci.proportion.blaker": "outside the module's methods: Blaker's interval",
    "ci.proportion.wang-exact": "outside the module's methods: Wang's admissible interval",
    "ci.finite.wang-exact": "outside the module's methods: Wang's admissible interval",
    "design.inclusion-probabilities.pps": "belongs to SurveyDesign, which draws samples",
    "allocation.equal": "belongs to SurveyDesign: its AllocationTests hold the same numbers",
    "allocation.neyman": "belongs to SurveyDesign: its AllocationTests hold the same numbers",
    "allocation.optimal-cost": "belongs to SurveyDesign: its AllocationTests hold the same numbers",
    "allocation.proportional": "belongs to SurveyDesign: its AllocationTests hold the same numbers",
    "aapor.rates": "outside the module's methods: AAPOR codes are labels beside the dispositions",
    "ci.diff.chan-zhang-exact": "outside the module's methods: an exact unconditional interval",
    "ci.diff.santner-snell-exact": "outside the module's methods: an exact unconditional interval",
    "survey.mean.calibrated": "needs the api data set, which is not shipped",
    "survey.mean.cluster1-fpc": "needs the api data set, which is not shipped",
    "survey.mean.cluster2-wr": "needs the api data set, which is not shipped",
    "survey.mean.jackknife-JK1": "outside the module's methods: the jackknife; needs the api data set",
    "survey.mean.srs-fpc": "needs the api data set, which is not shipped",
    "survey.total.stratified": "needs the api data set, which is not shipped",
  ]

  @Test("Nothing is forgotten, nothing is listed twice, nothing is listed that does not exist")
  func inventory() {
    let tested = Self.estimation.union(Self.comparison)
    let known = tested.union(Self.leftOut.keys)
    for method in ReferenceCases.methods {
      #expect(known.contains(method), "\(method) is neither tested nor left out")
    }
    let present = Set(ReferenceCases.methods)
    #expect(known.subtracting(present).sorted() == [])
    #expect(tested.intersection(Self.leftOut.keys).sorted() == [])
    #expect(Self.estimation.intersection(Self.comparison).sorted() == [])
  }

  @Test("All 236 rows were read")
  func rows() {
    #expect(ReferenceCases.all.count == 236)
  }
}
