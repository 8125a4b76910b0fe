internal import Drawing
package import SurveyDesign
package import TelephoneAccess

extension PracticeDayFigure {
  /// The figure of one day out of a trace of one practice.
  ///
  /// Probes leave no mark: they are no calls. A caller who still waits when the trace ends is not drawn.
  /// - Parameters:
  ///   - events: those of one practice and one day, in the order of time.
  ///   - practice: the practice's name.
  ///   - date: the day, if it has a date.
  package init(events: [TraceEvent], practice: String, date: CalendarDate?) {
    self.init(practice: practice, date: date, staffing: [], talks: [], waits: [], moments: [])
    var callers: [UInt64: TraceEvent.Caller] = [:]
    for event in events {
      if case .calls(let caller, _, _) = event.kind { callers[event.caller] = caller }
      switch callers[event.caller] {
      case .probe, .openProbe: continue
      case .patient, .urgent, .professional, .survey, nil:
        add(event, isSurvey: callers[event.caller] == .survey)
      }
    }
  }

  private mutating func add(_ event: TraceEvent, isSurvey: Bool) {
    let time = event.time
    switch event.kind {
    case .timetable(let state): staffing.append(Staffing(from: time, state: state))
    case .answered(_, let wait, let until):
      waits.append(Stretch(from: time - wait, to: time))
      talks.append(Stretch(from: time, to: until))
      moments.append(Moment(.answered, at: time, isSurvey: isSurvey))
    case .acuteLineAnswered: moments.append(Moment(.acuteLine, at: time, isSurvey: isSurvey))
    case .hangsUp(let wait):
      waits.append(Stretch(from: time - wait, to: time))
      moments.append(Moment(.gaveUp, at: time, isSurvey: isSurvey))
    case .balks: moments.append(Moment(.gaveUp, at: time, isSurvey: isSurvey))
    case .busyTone: moments.append(Moment(.busy, at: time, isSurvey: isSurvey))
    case .meetsOff: moments.append(Moment(.off, at: time, isSurvey: isSurvey))
    case .ringsBack(let wait, let isReached):
      waits.append(Stretch(from: time - wait, to: time))
      moments.append(Moment(isReached ? .answered : .gaveUp, at: time, isSurvey: isSurvey))
    case .day, .calls, .endsInMenu, .acceptsCallback, .queues, .rings, .forwarded, .followsReferral, .redials,
      .displaced:
      break
    }
  }
}

extension PracticeDayFigure.Staffing {
  /// A state of the telephone in words.
  init(from time: Int, state: TelephoneState) {
    switch state {
    case .staffed(let answerers, .doctor):
      self.init(
        from: time, answerers: answerers,
        words: answerers == 1
          ? Words("1 doctor", "1 læge") : Words("\(answerers) doctors", "\(answerers) læger"))
    case .staffed(let answerers, .staff):
      self.init(
        from: time, answerers: answerers,
        words: Words("\(answerers) staff", "\(answerers) \(answerers == 1 ? "medarbejder" : "medarbejdere")"))
    case .off(let state): self.init(from: time, answerers: 0, words: state.words)
    }
  }
}

extension OffState {
  /// The state in a few words.
  fileprivate var words: Words {
    switch self {
    case .referralMessage: Words("message with referral", "besked med henvisning")
    case .forwarding: Words("forwarded", "viderestillet")
    case .acuteLine: Words("acute line only", "kun akutlinje")
    case .messageWithoutReferral: Words("message without referral", "besked uden henvisning")
    case .messageToOutOfHours: Words("out-of-hours service", "lægevagt")
    case .ringsOut: Words("rings out", "ringer ud")
    }
  }
}
