/// What becomes of callers who must wait, where that is certain as soon as they call.
///
/// They are served in order, so that a newcomer is answered when the answerer who is free first has taken all who wait before
/// them, unless they hang up by then. Two things alone can change that: an urgent caller goes before those waiting, and the
/// timetable changes how many answer. A caller whose wait ends before either may happen gets its end at once, and no event
/// later; all there is to remember is until when they wait, because so long they take a line. Any other caller stands in line.
///
/// Where callers may be offered to be rung back they all stand in line, since the offer depends on how many do; and so they do where
/// professionals go first or have a number of their own, since when an interviewer rings as one is not known beforehand.
///
/// On a watched practice all callers stand in line, so that events are written down in their order: that must come to the
/// same, and tests hold it to it.
extension Exchange {
  /// How many callers of a practice are remembered at most: a power of two.
  static var mostForeseen: Int { 4 }

  /// Where a practice's caller of a number below ``mostForeseen`` is remembered.
  @inline(__always)
  func foreseenPlace(_ number: Int, of practice: PracticePlace) -> Int {
    practice.index &* Self.mostForeseen &+ number
  }

  /// Whether nothing can change what becomes of a newcomer until the end of their wait; if it is certain up to one time, so it is up to
  /// any earlier one.
  @inline(__always)
  func isCertain(of practice: PracticePlace, at time: Instant, end: Instant, as kind: CallKind) -> Bool {
    guard !Watcher.isOn, !plan.practices[practice].isFollowedCallByCall,
      end < phones[practice].agenda.timetable, phones[practice].isQueueEmpty,
      foreseenEnds[nextForeseen(of: practice)] <= time
    else { return false }
    return !plan.practices[practice].ways.urgency.isPossible
      || !mayBeOvertaken(of: practice, until: end, as: kind) && !mayMiscount(of: practice, at: time, as: kind)
  }

  /// Whether an urgent caller may come up to a time and go before a newcomer who is none.
  @inline(__always)
  private func mayBeOvertaken(of practice: PracticePlace, until end: Instant, as kind: CallKind) -> Bool {
    kind != .urgent && phones[practice].nextUrgent <= end
  }

  /// Whether callers balk by the number of calls in the system while an urgent call goes on: a remembered wait counts as a line
  /// that is taken, and an urgent caller takes none.
  @inline(__always)
  private func mayMiscount(of practice: PracticePlace, at time: Instant, as kind: CallKind) -> Bool {
    plan.callers.balksAtCallsInSystem < .max
      && (kind == .urgent || phones[practice].unusualUntil > time)
  }

  /// Remembers the wait of a newcomer who would be answered at one time and hang up at another.
  ///
  /// A newcomer who will be answered has set the answerer's next call end already, and so counts as talking from now on. The
  /// call before, whose end that replaced, still takes its line until then: that line is remembered, unless the call is urgent.
  @inline(__always)
  mutating func rememberWait(
    of practice: PracticePlace, start: Instant, until: Instant, as kind: CallKind
  ) {
    if kind.isVirtual { return }
    if start <= until {
      if !nextToBeFree(of: practice).isUrgent { remember(end: start, of: practice) }
    } else if kind != .urgent {
      remember(end: until, of: practice)
    }
  }

  /// Remembers that a line is taken until a time.
  @inline(__always)
  private mutating func remember(end: Instant, of practice: PracticePlace) {
    foreseenEnds[nextForeseen(of: practice)] = end
    phones[practice].nextForeseen = (phones[practice].nextForeseen &+ 1) & Int32(Self.mostForeseen - 1)
  }

  /// Where the next one is remembered.
  @inline(__always)
  private func nextForeseen(of practice: PracticePlace) -> Int {
    foreseenPlace(Int(phones[practice].nextForeseen), of: practice)
  }
}
