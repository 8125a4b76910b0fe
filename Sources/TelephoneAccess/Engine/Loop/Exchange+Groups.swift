/// Practices that are tied by forwarding or by referral touch one another, and are advanced together.
extension Exchange {
  /// When anything happens next in a group; ``Instant/never`` if nothing does.
  @inline(__always)
  func nextTime(inGroup group: Int) -> Instant {
    var earliest = Instant.never
    for place in plan.places(ofGroup: group) {
      earliest = min(earliest, phones[plan.members[place]].agenda.earliest)
    }
    return earliest < PatientCall.never ? earliest : .never
  }

  /// Lets everything happen in a group up to and including an instant, or until a survey call is settled.
  mutating func advance(group: Int, to end: Instant) {
    let places = plan.places(ofGroup: group)
    if places.count == 1 {
      advance(plan.members[places.lowerBound], to: end)
    } else {
      advance(groupAt: places, to: end)
    }
  }

  /// Lets everything happen in a group of several: to each member by itself until one may touch another, and at that
  /// instant one thing after the other.
  private mutating func advance(groupAt places: Range<Int>, to end: Instant) {
    while true {
      let meeting = nextMeeting(of: places)
      for place in places {
        let practice = plan.members[place]
        if phones[practice].agenda.earliest < meeting {
          advance(practice, to: min(meeting + -1, end))
        }
      }
      guard meeting <= end, settledCalls.isEmpty else { return }
      if let (practice, event) = nextEvent(of: places, at: meeting) {
        // One patient's call at a time: what it does elsewhere comes before the next.
        handle(event, of: practice, at: meeting, before: meeting)
      }
    }
  }

  /// When a member of a group may touch another next: something happens to one that forwards calls, a visitor hangs up, who will
  /// dial another number again, or a call comes that may follow a referral.
  @inline(__always)
  private func nextMeeting(of places: Range<Int>) -> Instant {
    var meeting = Instant.never
    for place in places {
      let practice = plan.members[place]
      let from = phones[practice].touchesFrom
      if from < meeting { meeting = min(meeting, max(from, phones[practice].agenda.earliest)) }
      if phones[practice].hasVisitors { meeting = min(meeting, phones[practice].agenda.hangUp) }
      if plan.callers.followsReferrals { meeting = min(meeting, phones[practice].agenda.callToCome) }
    }
    return meeting
  }

  /// What happens first at an instant in a group, and to which practice, if anything does.
  ///
  /// At one instant the events' priority decides across the group, so that a forwarded call meets a telephone that is up to
  /// date; then the order of the group's members, which is that of their stream keys and not of their positions.
  @inline(__always)
  private func nextEvent(
    of places: Range<Int>, at time: Instant
  ) -> (practice: PracticePlace, event: PhoneEvent)? {
    var found: (practice: PracticePlace, event: PhoneEvent)?
    for place in places {
      let practice = plan.members[place]
      guard phones[practice].agenda.earliest == time else { continue }
      let event = phones[practice].agenda.event(at: time)
      if let found, found.event <= event { continue }
      found = (practice, event)
    }
    return found
  }
}
