package import SurveyDesign

/// A key of a scenario that can have no effect in its region and survey.
package struct KeyWithoutEffect: Equatable, Sendable {
  /// The key's path.
  package var path: String
  /// Why it has none.
  package var reason: Reason

  /// Why a key has no effect; what people are told of it, the command says.
  package enum Reason: Equatable, Sendable {
    /// The frame has a column of that name, filled in for every practice.
    case stated(String)
    /// No telephone is off in that stretch of the day.
    case neverOff(from: TimeOfDay, to: TimeOfDay)
    /// No telephone is in that state in that stretch of the day.
    case neverInState(from: TimeOfDay, to: TimeOfDay)
    /// The practices are those of the frame.
    case frame
    /// Every practice has a busy tone.
    case onlyBusyTones
    /// Every practice has a queue.
    case onlyQueues
    /// No stretch of telephone.staffing gives answerers_per_1000_listed.
    case noStaffingByList
    /// No practice offers to ring back.
    case noCallbacks
    /// Every practice has a busy tone, where callers neither hear a message nor how many wait.
    case noMessage
    /// Every practice has a busy tone: it only rings, and ring_patience counts.
    case onlyRingPatience
    /// Every practice has a busy tone: whoever hangs up redials after no answer.
    case onlyNoAnswer
    /// Calls_per_day_per_1000_listed is 0: there are no calls to spread.
    case noCallsToSpread
    /// Calls_per_day_per_1000_listed is 0: calls do not depend on lists.
    case callsWithoutLists
    /// No calls wait for the telephone to open.
    case noBurst
    /// There are no calls but those at fixed times.
    case onlyFixedCalls
    /// No telephone is answered by a doctor.
    case noDoctor
    /// No telephone is answered by staff.
    case noStaff
    /// No practice has an acute line.
    case noAcuteLine
    /// No call is urgent: an acute line that no message names is never rung.
    case noUrgentCalls
    /// No patient redials.
    case noRedials
    /// Most_redials is 0.
    case noRedialsAllowed
    /// Its share is 0: no patient redials then.
    case noShare
    /// No practice has a number for professionals or answers them first.
    case noAccessForProfessionals
    /// Professionals are not offered to be rung back.
    case noCallbacksForProfessionals
    /// No practice has a number of their own for professionals.
    case noOwnNumber
    /// A call is tried once only.
    case oneAttempt
    /// Practices.invalid_share is 0: no reserve is ever needed.
    case noInvalidPractices
    /// Every practice has a busy tone: it only rings, and ring_limit_seconds counts.
    case onlyRingLimit
    /// No telephone ever names a substitute.
    case noReferrals
  }
}
