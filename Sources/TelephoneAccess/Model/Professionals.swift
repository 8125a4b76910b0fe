/// Home nurses, hospital doctors and others who ring a practice for a patient: how many, when, on which number, and how they wait.
///
/// ```swift
/// var professionals = Professionals()
/// professionals.callsPer1000Listed = 2
/// professionals.callShares = [WindowShare(from: eight, to: four, share: 1)]
/// professionals.ownNumberShare = 1  // every practice has a number of their own for them
/// ```
package struct Professionals: Equatable, Sendable {
  /// Their first tries per 1,000 listed patients on every day.
  package var callsPer1000Listed = 0.0
  /// How those calls spread over the day; shares add up to 1.
  package var callShares: [WindowShare] = []
  /// Calls per hour in every practice, whatever its size, in addition.
  package var callsPerHour: [RatePeriod] = []
  /// The share of practices with a number of their own for professionals, 0…1.
  package var ownNumberShare = 0.0
  /// The share of practices that answer professionals before all others but urgent patients who came earlier, 0…1.
  package var priorityShare = 0.0
  /// How soon a number of their own is answered while the telephone is off.
  package var ownNumberAnswer = DurationDistribution.exponential(mean: 20)
  /// How long a call lasts, whoever answers.
  package var talk = DurationDistribution.lognormal(mean: 140, sd: 110)
  /// How long they stay in a queue, or on a number of their own.
  package var patience = DurationDistribution.exponential(mean: 600)
  /// How long they let the ordinary number ring where there is no queue.
  package var ringPatience = DurationDistribution.exponential(mean: 60)
  /// Redials after a busy tone.
  package var redialAfterBusy = RedialRule(share: 0.85, delay: .lognormal(mean: 240, sd: 240))
  /// Redials after hanging up in a queue or on a number of their own.
  package var redialAfterAbandonment = RedialRule(share: 0.60, delay: .lognormal(mean: 1500, sd: 1500))
  /// Redials after ringing in vain.
  package var redialAfterNoAnswer = RedialRule(share: 0.60, delay: .lognormal(mean: 1800, sd: 1800))
  /// The most redials in a day, 0 or more.
  package var mostRedials = 8

  /// Creates professionals who do not call; set what differs.
  package init() {}
}

/// What a practice's telephone has for professionals.
package struct ProfessionalAccess: Hashable, Sendable, BitwiseCopyable {
  /// Whether they have a number of their own: no line limit, no queue message, open from when the practice opens until it closes.
  package var hasOwnNumber: Bool
  /// Whether they go before those who wait without priority, on whichever number they ring.
  package var hasPriority: Bool

  /// Creates what a practice has; nothing unless something is said.
  package init(hasOwnNumber: Bool = false, hasPriority: Bool = false) {
    self.hasOwnNumber = hasOwnNumber
    self.hasPriority = hasPriority
  }

  /// Whether a professional's call goes another way than a patient's on the ordinary number.
  @inline(__always)
  var isSpecial: Bool { hasOwnNumber || hasPriority }
}
