internal import SurveyDesign
internal import TelephoneAccess

extension ScenarioFields {
  /// The survey.
  static let survey: [Key<SurveyPlan>] = [
    Key(
      "slots", \.slots, .slots,
      "The slots in which calls are made, within opening hours: a list, or the day cut into equal parts."),
    Key(
      "pooled_slots", \.pooledStretches, .list(of: .window, count: 0...100, rules: [.noRepeats]),
      "Longer stretches whose slots are also reported together, such as \"13:00-15:00\"."),
    .absentOr(
      "days", \.statedDays, .days,
      "The days of the survey, or of its first round: the working days (no weekends, no Danish public holidays) from one day to another, or a list."
    ),
    Key("sampling", \.sampling, .sampling, "Which practices are rung."),
    .absentOr(
      "reserves", \.reserves, .reserves,
      "Practices held in reserve, which a later round rings in place of those whose number turns out to be wrong: a share of the sample, or a number for each stratum. None when it is absent."
    ),
    Key(
      "slots_per_practice", \.slotDesign, .slotsPerPractice,
      "In how many slots each practice is rung: 1, a number by balanced rotation, or \"all\"."),
    Key(
      "slots_balanced_by", \.slotsBalancedBy, Form.text(.line).orNull,
      "The column of the frame within whose groups every slot gets equally many practices, such as gps; null for none."
    ),
    .quiet(
      "caller", \.fieldwork.caller, .word,
      "As whom the interviewers ring: as a patient, on the ordinary number, or as a professional, on their own number and with priority where a practice gives that; patient when it is absent."
    ),
    Key(
      "interviewers", \.interviewers, .whole(1...CallPlanner.mostInterviewers), "The number of interviewers."),
    Key(
      "ring_limit_seconds", \.fieldwork.ringLimit, .wholeSeconds,
      "How long it rings before the interviewer hangs up, in seconds."),
    Key(
      "hold_limit_seconds", \.fieldwork.holdLimit, .wholeSeconds,
      "How long the interviewer stays in a queue, in seconds."),
    Key(
      "attempts", \.fieldwork.attempts, .whole(1...100),
      "The most attempts at one call; 6 is one call and five redials."),
    Key(
      "attempt_gap_seconds", \.fieldwork.attemptGap, .wholeSeconds,
      "The pause from the end of one attempt to the next, in seconds."),
    .absentOr(
      "rounds", \.statedRounds, .list(of: .round, count: 1...SurveyRound.most),
      "The rounds of a survey that rings again on other days, in order; without this key there is one, which days, attempts and attempt_gap_seconds describe."
    ),
    .absentOr(
      "attempts_in_all", \.attemptsInAll, .whole(1...100),
      "The most attempts at one call in all rounds together, of one attempt each; no limit when it is absent. Practices released from the reserve have as many."
    ),
    Key(
      "late_calls", \.fieldwork.lateRule, .word,
      "What becomes of a call for which no interviewer is free in its slot."),
    Key(
      "follow_referrals", \.fieldwork.followsReferrals, .flag,
      "Whether the substitute whom a message names is rung too."),
    Key(
      "accepts_callbacks", \.fieldwork.acceptsCallbacks, .flag,
      "Whether an interviewer who is offered to be rung back accepts: the call is callback-promised, its wait the time until then."
    ),
    Key("talk", \.fieldwork.talk, .duration, "How long the interviewer talks to whoever answers."),
    Key("message", \.fieldwork.message, .duration, "How long an answering machine's message lasts."),
    Key("wrap_up", \.fieldwork.wrapUp, .duration, "How long the interviewer writes afterwards."),
    Key(
      "refusal_share", \.fieldwork.refusalShare, .share,
      "The share of those answering who refuse to take part, 0 to 1."),
    .quiet(
      "cut_off_share", \.fieldwork.cutOffShare, .share,
      "The share of those waiting in a queue, or while it rings, whose connection breaks at a random moment before the limit, 0 to 1; 0 when it is absent."
    ),
    Key(
      "definitions", \.ownDefinitions, .definitions,
      "Definitions of reached beyond agreement and person, and these with -within=SECONDS."),
    Key(
      "definition", \.definitionName, .text(.line),
      "The definition of reached that is used first: agreement or person, with -within=SECONDS or without, or one of your own."
    ),
    Key(
      "target", \.target, Form.target.orNull,
      "The share not reached that must not be exceeded, one for each slot or pooled stretch, or what is to be reached, such as 90 % within 3 minutes; null for none."
    ),
    Key("interval", \.interval, .word, "The method by which intervals are computed."),
    Key(
      "confidence", \.confidence, .number(NumberRange(lower: 0.5, upper: 1, excludesUpper: true)),
      "The confidence of intervals."),
  ]
}

extension Form<SlotDesign> {
  /// 1, a number by balanced rotation, or `"all"`.
  fileprivate static var slotsPerPractice: Form {
    let counted = Form<Int>.whole(1...1_440).map {
      $0 == 1 ? SlotDesign.onePerPractice : .rotation(slotsPerPractice: $0)
    } parts: { design in
      switch design {
      case .onePerPractice: 1
      case .rotation(let count): count
      case .allSlots: nil
      }
    }
    return .either(
      counted,
      or: Form<String>.choice(["all"]).map { _ in
        .allSlots
      } parts: { _ in
        "all"
      })
  }
}

extension Form<Reserves> {
  /// A share of the sample, or a number for each stratum.
  fileprivate static var reserves: Form {
    let byStratum = Form<[(String, Int)]>.map(
      .label, of: .whole(1...ScenarioFields.mostPractices), rules: [.notEmpty]
    ) { ($0, $1) }
    return .either(
      Form<Double>.number(NumberRange(lower: 0, upper: 10, excludesLower: true)).map {
        .share($0)
      } parts: { _ in
        nil
      },
      or: byStratum.map {
        .byStratum(Dictionary($0) { $1 })
      } parts: { _ in
        nil
      })
  }
}

extension Form<[ReachedDefinition]> {
  /// Definitions of the user's own; those that are faulty are left out.
  fileprivate static var definitions: Form {
    Form<[OwnDefinition]>.list(of: .definition, count: 0...100)
      .map {
        $0.compactMap { try? $0.definition() }
      } parts: {
        $0.isEmpty ? [] : nil
      }
  }
}

extension Form<OwnDefinition> {
  static var definition: Form {
    .object(
      OwnDefinition(),
      [
        .required("name", \.name, .text(.name), "Its name: small letters, digits and hyphens."),
        .required(
          "dispositions", \.dispositions,
          .list(of: .word(of: Disposition.allCases.filter(\.isValidCall)), count: 1...16),
          "The outcomes that count as reached."),
        .optional(
          "within_seconds", \.waitLimit, Form<Double>.number(0, to: ScenarioFields.secondsPerDay).orNull,
          or: nil, "The longest wait that still counts, in seconds; null for any wait."),
      ])
  }
}

/// What an element of `survey.definitions` says.
struct OwnDefinition {
  var name = ""
  var dispositions: [Disposition] = []
  /// In seconds; `nil` for any wait.
  var waitLimit: Double?

  /// The definition.
  ///
  /// - Throws: `DesignFaults` when it cannot be.
  func definition() throws -> ReachedDefinition {
    try ReachedDefinition(name: name, dispositions: dispositions, waitLimitSeconds: waitLimit)
  }
}

extension Form<SurveyTarget> {
  /// One rate, one for each slot or pooled stretch, or a text that names a wait; one that is faulty is left out.
  fileprivate static var target: Form {
    let rate = Form<Double>.number(
      NumberRange(lower: 0, upper: 1, excludesLower: true, excludesUpper: true))
    let bySlot = Form<[SurveyTarget.SlotTarget]>.map(.window, of: rate) { window, rate in
      (try? Slot(parsing: window)).map { SurveyTarget.SlotTarget(slot: $0, rate: rate) }
    }
    let worded = Form<String>.text(.line).map {
      (try? AccessTarget(parsing: $0)).flatMap { $0.withinSeconds == nil ? nil : SurveyTarget.within($0) }
    } parts: { _ in
      nil
    }
    return .either(
      rate.map {
        .everywhere($0)
      } parts: { _ in
        nil
      },
      or: .either(
        worded,
        or: bySlot.map {
          .bySlot($0)
        } parts: { _ in
          nil
        }))
  }
}
