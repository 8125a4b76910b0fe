/// What becomes of callers who must wait, where that is certain as soon as they call.
///
/// They are served in order, so that a newcomer is answered when the answerer who is free first has taken everybody before
/// them, unless they hang up by then. Two things alone can change that: an urgent caller goes before those waiting, and the
/// timetable changes how many answer. Whoever has an end before either may happen gets it at once, and no event later; all
/// there is to remember is until when they wait, because so long they take a line. Everybody else stands in line.
///
/// Where somebody watches all callers stand in line, so that events are written down in their order: that must come to the
/// same, and tests hold it to it.
extension Exchange {
  /// How many callers of a practice are remembered at most: a power of two.
  static var mostForeseen: Int { 4 }

  /// Whether nothing can change what becomes of a newcomer who would be answered at one time and hang up at another.
  @inline(__always)
  func isCertain(_ practice: Int, at time: Int, start: Int, until: Int, as kind: CallKind) -> Bool {
    let end = min(start, until)
    guard !Watcher.isOn, end < phones[practice].agenda.timetable, phones[practice].isQueueEmpty,
      foreseenEnds[nextForeseen(of: practice)] <= time
    else { return false }
    return !plan.practices[practice].canBeOvertaken
      || !mayBeOvertaken(practice, until: end, as: kind) && !mayMiscount(practice, at: time, as: kind)
  }

  /// Whether an urgent caller may come up to a time and go before a newcomer who is none.
  @inline(__always)
  private func mayBeOvertaken(_ practice: Int, until end: Int, as kind: CallKind) -> Bool {
    kind != .urgent
      && (phones[practice].nextUrgent <= end || plan.practices[practice].urgentForwardedFrom <= end)
  }

  /// Whether the number of callers matters while urgent ones are among them: what is remembered of those are lines.
  @inline(__always)
  private func mayMiscount(_ practice: Int, at time: Int, as kind: CallKind) -> Bool {
    plan.callers.balksAtCallsInSystem < .max
      && (kind == .urgent || phones[practice].unusualUntil > time)
  }

  /// Remembers the wait of a newcomer who would be answered at one time and hang up at another.
  ///
  /// Who will be answered has the answerer's next end already, and counts as if on the telephone with them. So the line to be
  /// remembered until then is that of the call before, if it takes one.
  @inline(__always)
  mutating func rememberWait(at practice: Int, start: Int, until: Int, as kind: CallKind) {
    if kind.isVirtual { return }
    if start <= until {
      if !nextToBeFree(at: practice).isUrgent { remember(end: start, at: practice) }
    } else if kind != .urgent {
      remember(end: until, at: practice)
    }
  }

  /// Remembers that a line is taken until a time.
  @inline(__always)
  private mutating func remember(end: Int, at practice: Int) {
    foreseenEnds[nextForeseen(of: practice)] = end
    phones[practice].nextForeseen = (phones[practice].nextForeseen &+ 1) & Int32(Self.mostForeseen - 1)
  }

  /// Where the next one is remembered.
  @inline(__always)
  private func nextForeseen(of practice: Int) -> Int {
    practice &* Self.mostForeseen &+ Int(phones[practice].nextForeseen)
  }
}
