internal import SurveyDesign
internal import TelephoneAccess

/// The days of a survey and its rounds: when it rings, and whether everything it asks for can happen.
extension ConsistencyChecker {
  mutating func checkDays() {
    let days = DocumentPath([.key("survey"), .key("days")])
    if let node = document.value("survey.days") { check(days: node, at: days) }
    let first = stated.elements("survey.rounds").first
    // What is no object is a fault of its own.
    let isMeant = stated["survey"]?.isObject ?? true
    if isMeant, stated.value("survey.days") == nil, first?["days"] == nil {
      note("is missing; give \(Form<[CalendarDate]>.days.shape.allowed)", at: days)
    }
    checkAttempts(
      document.value("survey.attempts"), gap: document.value("survey.attempt_gap_seconds"),
      at: DocumentPath([.key("survey")]))
    checkRounds()
  }

  private mutating func checkRounds() {
    let rounds = document.elements("survey.rounds")
    var before = document.value("survey.days").flatMap(Form<[CalendarDate]>.days.read)
    for (place, round) in rounds.enumerated() {
      let path = DocumentPath([.key("survey"), .key("rounds"), .index(place)])
      if let days = round["days"] { check(days: days, at: path.key("days")) }
      if round["attempts"] != nil || round["attempt_gap_seconds"] != nil {
        checkAttempts(
          round["attempts"] ?? document.value("survey.attempts"),
          gap: round["attempt_gap_seconds"] ?? document.value("survey.attempt_gap_seconds"), at: path)
      }
      let days = round["days"].flatMap(Form<[CalendarDate]>.days.read)
      if place == 0 {
        checkFirst(round, at: path)
      } else {
        checkLater(round, days, after: before, number: place, at: path)
      }
      before = days ?? before
    }
    checkMinutes(rounds)
    checkReserves(rounds: rounds.count)
    checkAttemptsInAll(rounds)
  }

  /// The first round rings the sample in the slots that the design deals out.
  private mutating func checkFirst(_ round: DocumentNode, at path: DocumentPath) {
    if round["days"] != nil, document.value("survey.days") != nil {
      note("survey.days says already when the first round is: leave one of the two out", at: path.key("days"))
    }
    if let whom = round["rings"]?.text, whom != SurveyRound.Whom.all.rawValue {
      note("the first round rings all: no call was made before it", at: path.key("rings"))
    }
    if let slot = round["slot"], !slot.place.isStandard, slot.text != SurveyRound.SlotRule.same.rawValue {
      note(
        "no slot was tried before the first round; survey.slots_per_practice deals its slots out",
        at: path.key("slot"))
    }
  }

  private mutating func checkLater(
    _ round: DocumentNode, _ days: [CalendarDate]?, after before: [CalendarDate]?, number: Int,
    at path: DocumentPath
  ) {
    if round["days"] == nil {
      note(
        "is missing; a later round has days of its own, after those of round \(number)", at: path.key("days"))
    }
    if let first = days?.first, let last = before?.last, first <= last {
      note(
        "begins on \(first), and round \(number) ends on \(last); rounds follow one another: begin on "
          + "\(DanishCalendar.workingDays(1, from: last.adding(days: 1)).first ?? last) or later",
        at: path.key("days"))
    }
    let perPractice = document.value("survey.slots_per_practice")
    if let rule = round["slot"]?.text, rule != SurveyRound.SlotRule.same.rawValue, perPractice?.integer != 1,
      perPractice != nil
    {
      note(
        "each practice has several calls, and in \(rule) slots their attempts could not be told apart: give \"same\", or "
          + "slots_per_practice 1", at: path.key("slot"))
    }
  }

  /// Reserves are rung by a later round, and only some designs leave any.
  private mutating func checkReserves(rounds: Int) {
    guard let reserves = document.value("survey.reserves") else { return }
    checkStrata(of: reserves)
    if rounds < 2 {
      note("a later round rings them, and there is none: give survey.rounds", at: "survey", "reserves")
    }
    let designs = ["simple-random", "stratified"]
    if let design = document.value("survey.sampling")?["design"]?.text, !designs.contains(design) {
      note(
        "a \(design == "census" ? "census leaves no practice" : "\(design) sample leaves no practices") in reserve; "
          + "survey.sampling can be \(designs.joined(separator: " or "))", at: "survey", "reserves")
    }
  }

  /// Reserves by stratum are of strata that there are, as far as the file says which: those of a frame show when it is drawn from.
  private mutating func checkStrata(of reserves: DocumentNode) {
    guard reserves.isObject, let sampling = document.value("survey.sampling") else { return }
    if sampling["design"]?.text == "simple-random" {
      return note(
        "a simple random sample has no strata: give a share, such as 0.2, or a stratified sample",
        at: "survey",
        "reserves")
    }
    guard sampling["strata"]?.text == "municipality", document.value("practices.frame")?.text == nil else {
      return
    }
    let known = document.value("practices.municipalities")?.members.map(\.key) ?? []
    for member in reserves.members where !known.contains(member.key) {
      note(
        "there is no such stratum; the strata are \(known.joined(separator: ", "))", at: "survey", "reserves",
        member.key)
    }
  }

  /// A gap that no slot has room for would leave every call at one attempt.
  private mutating func checkAttempts(_ attempts: DocumentNode?, gap: DocumentNode?, at path: DocumentPath) {
    guard let attempts = attempts?.integer, attempts > 1, let gap = gap?.integer, let grid,
      let longest = grid.slots.map(\.milliseconds).max()
    else { return }
    let room = longest / TimeOfDay.millisecondsPerSecond
    guard gap >= room else { return }
    note(
      "no slot has room for a gap of \(gap) seconds: the longest has \(room), so that no call would be tried again; "
        + "give a gap below \(room), longer slots, or ring again on other days with survey.rounds",
      at: path.key("attempt_gap_seconds"))
  }

  /// No round rings a call at a minute at which it was rung before.
  private mutating func checkMinutes(_ rounds: [DocumentNode]) {
    guard rounds.count > 1, let grid else { return }
    for slot in grid.slots {
      let minutes = slot.milliseconds / TimeOfDay.millisecondsPerMinute
      let before = rounds.dropLast().reduce(0) { sum, round in
        let attempts = (round["attempts"] ?? document.value("survey.attempts"))?.integer ?? 1
        let gap = (round["attempt_gap_seconds"] ?? document.value("survey.attempt_gap_seconds"))?.integer ?? 0
        let room = slot.milliseconds / TimeOfDay.millisecondsPerSecond
        return sum + min(attempts, gap > 0 ? (room + gap - 1) / gap : attempts, minutes)
      }
      guard minutes <= before else { continue }
      note(
        "slot \(slot) has \(minutes) \(minutes == 1 ? "minute" : "minutes"), and the rounds before round \(rounds.count) may ring at "
          + "\(before) of them: each rings at another minute, so give longer slots, fewer rounds or fewer attempts",
        at: "survey", "slots")
    }
  }

  /// A limit over all rounds counts rounds, so that each has one attempt; with none it would limit nothing.
  private mutating func checkAttemptsInAll(_ rounds: [DocumentNode]) {
    guard let most = document.value("survey.attempts_in_all")?.integer else { return }
    if rounds.count < 2 {
      return note(
        "there is one round, whose attempts survey.attempts limits: give survey.rounds, or leave this out",
        at: "survey", "attempts_in_all")
    }
    for (place, round) in rounds.enumerated() {
      let attempts = (round["attempts"] ?? document.value("survey.attempts"))?.integer ?? 1
      guard attempts > 1 else { continue }
      note(
        "round \(place + 1) makes up to \(attempts) attempts at a call: rounds make one each where all together may make \(most)",
        at: "survey", "attempts_in_all")
    }
  }

  private mutating func check(days node: DocumentNode, at path: DocumentPath) {
    for (index, element) in node.elements.enumerated() {
      guard let date = element.date, !DanishCalendar.isWorkingDay(date) else { continue }
      let reason =
        DanishCalendar.holiday(on: date) == nil ? "a weekend day" : "a Danish public holiday"
      note("\(date) is \(reason); practices are open on working days", at: path.index(index))
    }
    guard node.isObject, let from = node["from"]?.date, let to = node["to"]?.date else { return }
    if from > to {
      note("ends (\(to)) before it begins (\(from))", at: path)
    } else if to.dayNumber - from.dayNumber > Self.longestSurvey {
      note("\(from) to \(to) is too long; at most \(Self.longestSurvey) days", at: path)
    } else if let days = Form<[CalendarDate]>.days.read(node), days.isEmpty {
      note("there is no working day from \(from) to \(to) that is not excepted", at: path)
    } else if let days = Form<[CalendarDate]>.days.read(node), days.count > CallPlanner.mostDays {
      note("\(days.count) working days are too many; at most \(CallPlanner.mostDays)", at: path)
    }
  }

  /// Ten years: longer surveys are a mistake of typing.
  private static let longestSurvey = 3_653
}
