internal import Scenarios
internal import SurveyDesign
internal import TelephoneAccess

extension Study {
  /// Keys that can have no effect, though the scenario gives them another value than the standard one.
  ///
  /// They are no faults: what-ifs inherit them. But whoever sets one expects that something happens.
  ///
  /// - Complexity: O(*p* · *s*) for *p* practices and *s* stretches of their telephones' day.
  package var keysWithoutEffect: [KeyWithoutEffect] {
    var review = EffectReview(self)
    review.reviewPractices()
    review.reviewTelephones()
    review.reviewPatients()
    review.reviewProfessionals()
    review.reviewSurvey()
    return review.keys
  }
}

/// Goes through a study and notes keys that can have no effect.
private struct EffectReview {
  private let scenario: Scenario
  private let telephones: [Telephone]
  private let periods: [TimetablePeriod]
  private(set) var keys: [KeyWithoutEffect] = []

  init(_ study: Study) {
    scenario = study.scenario
    telephones = study.population.region.practices.map(\.telephone)
    periods = telephones.flatMap(\.timetable.periods)
  }

  /// Notes a key, with the first reason that there is, unless it has its standard value.
  private mutating func note<Value: Equatable>(
    _ path: String, _ value: Value, _ standard: Value, _ reason: KeyWithoutEffect.Reason
  ) {
    guard value != standard, !keys.contains(where: { $0.path == path }) else { return }
    keys.append(KeyWithoutEffect(path: path, reason: reason))
  }

  // MARK: Practices

  /// What a frame says instead of the scenario.
  mutating func reviewPractices() {
    guard let frame = scenario.frame else { return }
    let (model, standard) = (scenario.population, PopulationModel())
    let reason = KeyWithoutEffect.Reason.frame
    note("practices.municipalities", model.municipalities, standard.municipalities, reason)
    note("practices.gps", model.practiceSizes, standard.practiceSizes, reason)
    note("practices.practices_per_cluster", model.clusterSize, standard.clusterSize, reason)
    if !frame.absentColumns.contains(.listedPatients) {
      note("practices.listed_patients_per_gp", model.listSize, standard.listSize, reason)
    }
    func isStated(_ column: TraitColumn) -> Bool {
      guard let place = frame.extraColumns.firstIndex(of: column.rawValue) else { return false }
      return frame.practices.allSatisfy { !$0.extra[place].isEmpty }
    }
    func stated(_ column: TraitColumn) -> KeyWithoutEffect.Reason { .stated(column.rawValue) }
    if isStated(.lunch) { note("telephone.lunch", model.lunches, standard.lunches, stated(.lunch)) }
    if isStated(.lastAnswer) {
      note("telephone.last_answer", model.lastAnswers, standard.lastAnswers, stated(.lastAnswer))
    }
    if isStated(.system) {
      note("telephone.queue_share", model.queueShare, standard.queueShare, stated(.system))
    }
    if isStated(.acuteLine) {
      note("telephone.acute_line_share", model.acuteLineShare, standard.acuteLineShare, stated(.acuteLine))
    }
    if isStated(.lines) {
      note("telephone.queue_lines", model.queueLines, standard.queueLines, stated(.lines))
      note("telephone.busy_tone_lines", model.busyToneLines, standard.busyToneLines, stated(.lines))
    }
  }

  // MARK: Telephones

  private var hasQueue: Bool { telephones.contains { $0.system == .queue } }
  private var hasBusyTone: Bool { telephones.contains { $0.system == .busyTone } }

  /// Whether a telephone is ever off in that state, in a stretch of the day if one is named.
  private func isOff(in state: OffState? = nil, _ stretch: OffShares? = nil) -> Bool {
    periods.contains { period in
      guard case .off(let found) = period.state, state == nil || found == state else { return false }
      return stretch.map { $0.from < period.to && period.from < $0.to } ?? true
    }
  }

  private var offersCallbacks: Bool { telephones.contains { $0.callback != nil } }
  private var hasAcuteLine: Bool { telephones.contains(where: \.hasAcuteLine) }

  /// Traits that no practice has, or that never show.
  mutating func reviewTelephones() {
    let (model, standard) = (scenario.population, PopulationModel())
    if !hasQueue {
      note(
        "telephone.queue_lines", model.queueLines, standard.queueLines, .onlyBusyTones)
    }
    if !hasBusyTone {
      note(
        "telephone.busy_tone_lines", model.busyToneLines, standard.busyToneLines, .onlyQueues
      )
    }
    if !model.staffing.contains(where: { $0.answerersPer1000Listed != nil }) {
      let reason = KeyWithoutEffect.Reason.noStaffingByList
      note("telephone.staffing_scale", model.staffingScale, standard.staffingScale, reason)
      note(
        "telephone.staffing_list_exponent", model.staffingListExponent, standard.staffingListExponent, reason)
      note(
        "telephone.staffing_calls_exponent", model.staffingCallsExponent, standard.staffingCallsExponent,
        reason)
    }
    if !offersCallbacks {
      let reason = KeyWithoutEffect.Reason.noCallbacks
      note(
        "telephone.callback.from_waiting", model.callbackFromWaiting, standard.callbackFromWaiting, reason)
      note(
        "telephone.callback.accepted_share", model.callbackAcceptedShare, standard.callbackAcceptedShare,
        reason)
    }
    for (place, stretch) in model.whenOff.enumerated() {
      let path = "telephone.when_off[\(place)]"
      guard isOff(stretch) else {
        keys.append(
          .init(path: path, reason: .neverOff(from: stretch.from, to: stretch.to)))
        continue
      }
      for share in stretch.shares where share.share > 0 && !isOff(in: share.state, stretch) {
        keys.append(
          .init(
            path: "\(path).shares.\(share.state.rawValue)",
            reason: .neverInState(from: stretch.from, to: stretch.to)))
      }
    }
  }
  // MARK: Patients

  mutating func reviewPatients() {
    let (patients, standard) = (scenario.patients, PatientModel())
    reviewCallers()
    reviewAnswers()
    if !offersCallbacks {
      let reason = KeyWithoutEffect.Reason.noCallbacks
      note(
        "patients.callback_reached_share", patients.callbackReachedShare, standard.callbackReachedShare,
        reason
      )
      note("patients.callback_ringing", patients.callbackRinging, standard.callbackRinging, reason)
      note("survey.accepts_callbacks", scenario.survey.fieldwork.acceptsCallbacks, false, reason)
    }
    if !hasQueue {
      let reason = KeyWithoutEffect.Reason.noMessage
      note("patients.balks_at_calls_in_system", patients.balksAtCallsInSystem, nil, reason)
      if patients.balkingShare > 0 {
        note("patients.balking_share", patients.balkingShare, standard.balkingShare, reason)
      }
    }
    // Urgent callers are patient on an acute line, whatever the system.
    if !hasQueue, !hasAcuteLine || patients.urgentShare == 0 {
      let reason = KeyWithoutEffect.Reason.onlyRingPatience
      note("patients.patience", patients.patience, standard.patience, reason)
      note(
        "patients.redial_after_abandonment", patients.redialAfterAbandonment, standard.redialAfterAbandonment,
        .onlyNoAnswer)
    }
    reviewRedials()
  }

  /// Demand.
  private mutating func reviewCallers() {
    let (model, standard) = (scenario.population, PopulationModel())
    let isCalledByList = model.callsPer1000Listed > 0
    if !isCalledByList {
      note(
        "patients.call_shares", model.callShares, standard.callShares,
        .noCallsToSpread)
      if scenario.frame == nil {
        note(
          "practices.listed_patients_per_gp", model.listSize, standard.listSize,
          .callsWithoutLists)
      }
    }
    if model.burstShare == 0 || !isCalledByList {
      note(
        "patients.opening_burst.mean_seconds", model.burstMeanDelay, standard.burstMeanDelay,
        .noBurst)
    }
    if !isCalledByList, model.callsPerHour.allSatisfy({ $0.callsPerHour == 0 }) {
      let reason = KeyWithoutEffect.Reason.onlyFixedCalls
      note("patients.weekday_index", scenario.weekdayIndex.contains { $0 != 1 }, false, reason)
      note("patients.busyness_cv", scenario.busynessCV, 0, reason)
    }
  }

  /// Who answers, and how long that takes.
  private mutating func reviewAnswers() {
    let (patients, standard) = (scenario.patients, PatientModel())
    func isAnswered(by answerer: Answerer) -> Bool {
      periods.contains { period in
        if case .staffed(let answerers, answerer) = period.state { answerers > 0 } else { false }
      }
    }
    if !isAnswered(by: .doctor) {
      note(
        "patients.talk_with_doctor", patients.talkWithDoctor, standard.talkWithDoctor,
        .noDoctor)
    }
    if !isAnswered(by: .staff) {
      note(
        "patients.talk_with_staff", patients.talkWithStaff, standard.talkWithStaff,
        .noStaff)
    }
    if !hasAcuteLine {
      if patients.urgentShare > 0 {
        note(
          "patients.urgent_share", patients.urgentShare, standard.urgentShare, .noAcuteLine
        )
      }
      note(
        "patients.acute_line_answer", patients.acuteLineAnswer, standard.acuteLineAnswer,
        .noAcuteLine)
    }
    if patients.urgentShare == 0 {
      note(
        "telephone.acute_line_share", scenario.population.acuteLineShare, 0,
        .noUrgentCalls)
    }
  }

  private mutating func reviewRedials() {
    let (patients, standard) = (scenario.patients, PatientModel())
    let rules = [
      ("patients.redial_after_busy", patients.redialAfterBusy, standard.redialAfterBusy),
      ("patients.redial_after_abandonment", patients.redialAfterAbandonment, standard.redialAfterAbandonment),
      ("patients.redial_after_no_answer", patients.redialAfterNoAnswer, standard.redialAfterNoAnswer),
    ]
    if rules.allSatisfy({ $0.1.share == 0 }) {
      note("patients.most_redials", patients.mostRedials, standard.mostRedials, .noRedials)
    }
    for (path, rule, standard) in rules {
      if patients.mostRedials == 0 {
        note(path, rule, standard, .noRedialsAllowed)
      } else if rule.share == 0 {
        note("\(path).delay", rule.delay, standard.delay, .noShare)
      }
    }
  }

  // MARK: Professionals

  mutating func reviewProfessionals() {
    let access = telephones.map(\.professionals)
    let survey = scenario.survey.fieldwork
    if !access.contains(where: { $0.hasOwnNumber || $0.hasPriority }) {
      note(
        "survey.caller", survey.caller, .patient,
        .noAccessForProfessionals)
    }
    if survey.caller == .professional {
      note(
        "survey.accepts_callbacks", survey.acceptsCallbacks, false,
        .noCallbacksForProfessionals)
    }
    guard let professionals = scenario.population.professionals else { return }
    let standard = Professionals()
    if !access.contains(where: \.hasOwnNumber) {
      note(
        "professionals.own_number_answer", professionals.ownNumberAnswer, standard.ownNumberAnswer,
        .noOwnNumber)
    }
    if professionals.callsPer1000Listed == 0 {
      note(
        "professionals.call_shares", professionals.callShares, standard.callShares,
        .noCallsToSpread)
    }
    if professionals.mostRedials == 0 {
      for (path, rule, standard) in [
        ("busy", professionals.redialAfterBusy, standard.redialAfterBusy),
        ("abandonment", professionals.redialAfterAbandonment, standard.redialAfterAbandonment),
        ("no_answer", professionals.redialAfterNoAnswer, standard.redialAfterNoAnswer),
      ] {
        note("professionals.redial_after_\(path)", rule, standard, .noRedialsAllowed)
      }
    }
  }

  // MARK: Survey

  mutating func reviewSurvey() {
    let (survey, standard) = (scenario.survey, FieldworkProtocol())
    let fieldwork = survey.fieldwork
    if survey.rounds.allSatisfy({ $0.attempts == 1 }) {
      note(
        "survey.attempt_gap_seconds", fieldwork.attemptGap, standard.attemptGap, .oneAttempt)
    }
    if scenario.population.invalidShare == 0 {
      note("survey.reserves", survey.reserves, nil, .noInvalidPractices)
    }
    if !hasQueue {
      note(
        "survey.hold_limit_seconds", fieldwork.holdLimit, standard.holdLimit,
        .onlyRingLimit)
    }
    if fieldwork.followsReferrals, !isOff(in: .referralMessage) {
      note("survey.follow_referrals", true, false, .noReferrals)
    }
  }
}
