internal import Studies
internal import SurveyDesign
internal import TelephoneAccess

/// Figures of patients' calls or of professionals': what a telephone system counts.
extension CalibrationTally {
  /// A figure of one kind of callers' calls to a group in one replication; `nil` without such calls, and for a figure of a whole month.
  static func calls(
    _ statistic: CalibrationTarget.Statistic, of caller: SurveyCaller = .patient, _ group: StudyGroup,
    in fieldwork: Fieldwork
  ) -> Double? {
    func share(_ part: Int, of whole: Int) -> Double? { whole > 0 ? Double(part) / Double(whole) : nil }
    let counts = traffic(of: caller, group, in: fieldwork)
    switch statistic {
    case .missed: return share(counts.missed, of: counts.pastTheMenu)
    case .rungBack: return share(counts.calledBack + counts.calledBackInVain, of: counts.pastTheMenu)
    case .endedInMenu: return share(counts.endedInMenu, of: counts.endedInMenu + counts.pastTheMenu)
    case .answeredInMinute1, .answeredInMinute2, .answeredInMinutes3To5, .answeredAfter5Minutes,
      .missedInMinute1, .missedInMinute2, .missedInMinutes3To5, .missedAfter5Minutes:
      guard let (isAnswered, minutes) = statistic.wait else { return nil }
      let waits = waits(of: caller, group, in: fieldwork)
      var part = 0
      for bin in 0..<WaitBins.count where minutes.contains(WaitBins.lower(of: bin)) {
        part += isAnswered ? waits.answered[bin] : waits.abandoned[bin]
      }
      // Whoever hears the busy tone, or goes at the queue message, is missed at once.
      if !isAnswered, minutes.lowerBound == 0 { part += counts.blocked + counts.balked }
      return share(part, of: counts.answered + counts.missed)
    case .missedBetweenPractices, .notReached, .reached, .answeredAtOnce, .answeredAfterQueue,
      .answeredAfterRedial, .meanQueueWait:
      return nil
    }
  }

  /// What became of the calls to a group; professionals' are not counted by practice.
  private static func traffic(
    of caller: SurveyCaller, _ group: StudyGroup, in fieldwork: Fieldwork
  ) -> TrafficCounts {
    var sum = TrafficCounts()
    let slots = fieldwork.traffic.count
    guard group.practices != nil else {
      let bySlot = caller == .patient ? fieldwork.traffic : fieldwork.professionalTraffic
      for (slot, counts) in bySlot.enumerated() where group.hasCalls(inSlot: slot) { sum += counts }
      return sum
    }
    for (place, counts) in fieldwork.groupedTraffic.enumerated()
    where group.hasCalls(inSlot: place % slots) && group.practices?[place / slots] ?? true { sum += counts }
    return sum
  }

  private static func waits(
    of caller: SurveyCaller, _ group: StudyGroup, in fieldwork: Fieldwork
  ) -> WaitCounts {
    var sum = WaitCounts()
    let bySlot = caller == .patient ? fieldwork.waits : fieldwork.professionalWaits
    for (slot, counts) in bySlot.enumerated() where group.hasCalls(inSlot: slot) { sum += counts }
    return sum
  }
}

extension StudyGroup {
  /// Whether patients' calls of a slot belong to the group; those outside every slot belong to the whole day alone.
  fileprivate func hasCalls(inSlot slot: Int) -> Bool {
    guard let slots else { return true }
    return slot < slots.count && slots[slot]
  }
}

extension TrafficCounts {
  /// Calls whose callers were neither answered nor rung back by a telephone that was staffed.
  var missed: Int { abandoned + balked + blocked }

  /// Calls that got past the menu of a telephone that was staffed.
  var pastTheMenu: Int { answered + calledBack + calledBackInVain + missed }
}

extension CalibrationTarget.Statistic {
  /// Of a share of calls by wait, whether they were answered, and the waits in milliseconds.
  ///
  /// A wait of a whole number of minutes counts for the minute that it ends.
  fileprivate var wait: (isAnswered: Bool, milliseconds: Range<Int>)? {
    let minutes = [0..<60_000, 60_000..<120_000, 120_000..<300_000, 300_000..<Int.max]
    switch self {
    case .answeredInMinute1: return (true, minutes[0])
    case .answeredInMinute2: return (true, minutes[1])
    case .answeredInMinutes3To5: return (true, minutes[2])
    case .answeredAfter5Minutes: return (true, minutes[3])
    case .missedInMinute1: return (false, minutes[0])
    case .missedInMinute2: return (false, minutes[1])
    case .missedInMinutes3To5: return (false, minutes[2])
    case .missedAfter5Minutes: return (false, minutes[3])
    case .missed, .rungBack, .endedInMenu, .missedBetweenPractices, .notReached, .reached, .answeredAtOnce,
      .answeredAfterQueue, .answeredAfterRedial, .meanQueueWait:
      return nil
    }
  }

  /// Whether it is known of stretches of the day only, and not of some practices.
  var isOfWaits: Bool { wait != nil }

  /// Whether it is one of patients' calls or of professionals', and not of the survey's.
  var isOfCallers: Bool {
    isOfWaits || [.missed, .rungBack, .endedInMenu, .missedBetweenPractices].contains(self)
  }
}
