internal import SurveyDesign
internal import TelephoneAccess

extension FieldworkProtocol {
  /// The protocol that the `survey` of a completed document describes.
  init?(_ node: DocumentNode?) {
    self.init()
    guard let ring = node?["ring_limit_seconds"]?.integer, let hold = node?["hold_limit_seconds"]?.integer,
      let attempts = node?["attempts"]?.integer, let gap = node?["attempt_gap_seconds"]?.integer,
      let late = node?["late_calls"]?.text.flatMap(LateRule.init(rawValue:)),
      let follows = node?["follow_referrals"]?.flag, let refusals = node?["refusal_share"]?.number,
      let talk = DurationDistribution(node?["talk"]), let message = DurationDistribution(node?["message"]),
      let wrapUp = DurationDistribution(node?["wrap_up"])
    else { return nil }
    ringLimit = ring * 1000
    holdLimit = hold * 1000
    self.attempts = attempts
    attemptGap = gap * 1000
    lateRule = late
    followsReferrals = follows
    refusalShare = refusals
    self.talk = talk
    self.message = message
    self.wrapUp = wrapUp
  }
}

extension SamplingDesign {
  /// The design that `survey.sampling` of a completed document describes.
  init?(_ node: DocumentNode?) {
    let count = node?["practices"]?.integer
    switch (node?["design"]?.text, count) {
    case ("census", _): self = .census
    case ("simple-random", let count?): self = .simpleRandom(count: count)
    case ("stratified", let count?):
      guard let column = node?["strata"]?.text, let division = StratifiedDesign.Division(node) else {
        return nil
      }
      self = .stratified(StratifiedDesign(column: column, count: count, division: division))
    case ("systematic", let count?): self = .systematic(count: count, orderedBy: node?["ordered_by"]?.text)
    case ("proportional-to-size", let count?):
      guard let column = node?["size"]?.text else { return nil }
      self = .proportionalToSize(count: count, column: column)
    case _: return nil
    }
  }
}

extension StratifiedDesign.Division {
  fileprivate init?(_ node: DocumentNode?) {
    switch node?["division"]?.text {
    case "proportional": self = .proportional
    case "equal": self = .equal
    case "neyman":
      let deviations = (node?["standard_deviations"]?.members ?? []).compactMap { member in
        member.value.number.map { (member.key, $0) }
      }
      self = .neyman(standardDeviations: Dictionary(deviations) { $1 })
    case _: return nil
    }
  }
}
