package import SurveyDesign

/// How patients call, wait and try again; the same for every practice of a region.
///
/// ```swift
/// var patients = PatientModel()
/// patients.patience = .exponential(mean: 600)
/// patients.redialAfterBusy = RedialRule(share: 0.5, delay: .constant(seconds: 60))
/// ```
package struct PatientModel: Equatable, Sendable {
  /// How long a call lasts when a doctor answers.
  package var talkWithDoctor = DurationDistribution.lognormal(mean: 210, sd: 150)
  /// How long a call lasts when staff answers.
  package var talkWithStaff = DurationDistribution.lognormal(mean: 140, sd: 110)
  /// How long it rings until an answerer who is free takes the call; whoever is called up from a queue is answered at once.
  package var answerDelay = DurationDistribution.constant(seconds: 0)
  /// How soon an acute line is answered while the telephone is off.
  package var acuteLineAnswer = DurationDistribution.exponential(mean: 20)
  /// The share of calls that are urgent, 0…1.
  package var urgentShare = 0.08
  /// The share of callers who hang up at the queue message, 0…1.
  package var balkingShare = 0.05
  /// Callers do not join when so many calls are in progress or waiting; `nil` for no such limit.
  package var balksAtCallsInSystem: Int?
  /// How long a caller stays in a queue.
  package var patience = DurationDistribution.exponential(mean: 1200)
  /// How long a caller lets it ring when no answerer takes the call.
  package var ringPatience = DurationDistribution.exponential(mean: 60)
  /// Redials after a busy tone.
  package var redialAfterBusy = RedialRule(share: 0.85, delay: .lognormal(mean: 240, sd: 240))
  /// Redials after hanging up in a queue, balking included.
  package var redialAfterAbandonment = RedialRule(share: 0.60, delay: .lognormal(mean: 1500, sd: 1500))
  /// Redials after ringing in vain.
  package var redialAfterNoAnswer = RedialRule(share: 0.60, delay: .lognormal(mean: 1800, sd: 1800))
  /// The share of those rung back who take the call, 0…1.
  package var callbackReachedShare = 1.0
  /// How long an answerer lets it ring when a patient does not take the call.
  package var callbackRinging = DurationDistribution.constant(seconds: 30)
  /// The most redials a patient makes in a day, 0 or more.
  package var mostRedials = 8
  /// The share of those who fail that turn to the out-of-hours service, by when they fail; in order of time.
  package var displacement = [DisplacementShare]()
  /// A call answered within so many milliseconds counts as answered within target.
  package var answerTarget = 300_000

  /// Creates the model with the default parameters; set what differs.
  package init() {}
}

/// How likely, and how soon, a caller tries again.
package struct RedialRule: Equatable, Sendable {
  /// The share of callers who try again, 0…1.
  package var share: Double
  /// The time until they do.
  package var delay: DurationDistribution

  /// Creates a rule.
  package init(share: Double, delay: DurationDistribution) {
    self.share = share
    self.delay = delay
  }
}

/// From a time of day on, the share of failing callers who turn to the out-of-hours service.
package struct DisplacementShare: Equatable, Sendable {
  /// When the share begins to hold.
  package var from: TimeOfDay
  /// The share, 0…1.
  package var share: Double

  /// Creates a share.
  package init(from: TimeOfDay, share: Double) {
    self.from = from
    self.share = share
  }
}
