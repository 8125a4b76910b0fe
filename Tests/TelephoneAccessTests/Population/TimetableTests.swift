import SurveyDesign
import TelephoneAccess
import Testing

/// What opening, closing, lunch and shifts do to callers, worked out by hand with talks of ten minutes.
@Suite("The timetable rules who is answered when")
struct TimetableTests {
  @Test("closing serves those waiting; a newcomer meets the message")
  func closing() throws {
    var lab = SurveyLab([
      .lab((8, 9, .staffed(answerers: 1, by: .staff)), (9, 10, .off(.messageWithoutReferral)))
    ])
    try lab.patients(of: 0, at: "8:55", "8:56", "8:57", "9:01")
    #expect(
      lab.answers == [
        "08:55:00 by staff after 0 s", "09:05:00 by staff after 540 s", "09:15:00 by staff after 1080 s",
      ])
    #expect(lab.traffic.off == 1)
  }

  @Test("after closing, those waiting are served by as many answerers as there were last")
  func lastAnswerers() throws {
    var lab = SurveyLab([
      .lab(
        (8, 9, .staffed(answerers: 1, by: .doctor)), (9, 10, .staffed(answerers: 2, by: .staff)),
        (10, 11, .off(.ringsOut)), lines: .max)
    ])
    try lab.patients(of: 0, at: "9:55", "9:55", "9:56", "9:56", "9:56")
    #expect(
      lab.answers == [
        "09:55:00 by staff after 0 s", "09:55:00 by staff after 0 s", "10:05:00 by staff after 540 s",
        "10:05:00 by staff after 540 s", "10:15:00 by staff after 1140 s",
      ])
  }

  @Test("fewer answerers never cut a call short, and take no new one until enough are free")
  func fewerAnswerers() throws {
    var lab = SurveyLab([
      .lab(
        (8, 9, .staffed(answerers: 3, by: .doctor)), (9, 10, .staffed(answerers: 1, by: .staff)), lines: .max)
    ])
    // Three calls go on beyond nine; the fourth caller waits until two have left and the third call ends.
    try lab.patients(of: 0, at: "8:51", "8:53", "8:58", "8:59")
    #expect(
      lab.answers == [
        "08:51:00 by doctor after 0 s", "08:53:00 by doctor after 0 s", "08:58:00 by doctor after 0 s",
        "09:08:00 by staff after 540 s",
      ])
  }

  @Test("more answerers begin at once with those waiting")
  func moreAnswerers() throws {
    var lab = SurveyLab([
      .lab((8, 9, .staffed(answerers: 1, by: .staff)), (9, 10, .staffed(answerers: 2, by: .staff)))
    ])
    try lab.patients(of: 0, at: "8:55", "8:56")
    #expect(lab.answers == ["08:55:00 by staff after 0 s", "09:00:00 by staff after 240 s"])
  }

  @Test(
    "lunch: those waiting are served into it, newcomers meet the message, and afterwards all is as before")
  func lunch() throws {
    var lab = SurveyLab([
      .lab(
        (8, 12, .staffed(answerers: 1, by: .staff)), (12, 13, .off(.messageWithoutReferral)),
        (13, 16, .staffed(answerers: 1, by: .doctor)))
    ])
    try lab.patients(of: 0, at: "11:55", "11:59", "12:00", "12:59:59", "13:00")
    #expect(
      lab.answers == [
        "11:55:00 by staff after 0 s", "12:05:00 by staff after 360 s", "13:00:00 by doctor after 0 s",
      ])
    #expect(lab.traffic.off == 2)
  }

  @Test("without an answerer the queue only grows, until one comes")
  func noAnswerer() throws {
    var lab = SurveyLab([
      .lab((8, 9, .staffed(answerers: 0, by: .staff)), (9, 10, .staffed(answerers: 1, by: .staff)))
    ])
    try lab.patients(of: 0, at: "8:10", "8:20", "8:30", "8:40")
    // Three lines: the fourth caller hears the busy tone.
    #expect(
      lab.answers == [
        "09:00:00 by staff after 3000 s", "09:10:00 by staff after 3000 s", "09:20:00 by staff after 3000 s",
      ])
    #expect(lab.traffic.blocked == 1)
  }

  @Test("an answerer who leaves as a call ends takes no other; with none left, those waiting stay")
  func leaving() throws {
    var lab = SurveyLab([
      .lab((8, 9, .staffed(answerers: 1, by: .staff)), (9, 10, .staffed(answerers: 0, by: .staff)))
    ])
    try lab.patients(of: 0, at: "8:50", "8:55")
    #expect(lab.answers == ["08:50:00 by staff after 0 s"])
    #expect(lab.traffic.stillWaiting == 1)
  }

  @Test("a call that comes as the timetable moves on meets the new state, forwarding included")
  func onTheStroke() throws {
    for first in [0, 1] {
      // The one forwards from nine on, the other begins to answer at nine; whichever stands first.
      let other = 1 - first
      var telephones = [Telephone](repeating: .lab((9, 10, .staffed(answerers: 1, by: .staff))), count: 2)
      telephones[first] = .lab(
        (8, 9, .staffed(answerers: 1, by: .doctor)), (9, 10, .off(.forwarding)), partner: other)
      var lab = SurveyLab(telephones)
      try lab.patients(of: first, at: "9:00")
      #expect(lab.answers == ["09:00:00 by staff after 0 s"])
      #expect(lab.traffic.forwarded == 1)
    }
  }

  @Test("a forwarded call that comes as the partner's call ends does not make those waiting wait on")
  func forwardedAsACallEnds() throws {
    for first in [0, 1] {
      let other = 1 - first
      var telephones = [Telephone](repeating: .lab(), count: 2)
      telephones[first] = .off(.forwarding, partner: other)
      var lab = SurveyLab(telephones)
      try lab.patients(of: other, at: "9:00", "9:05")
      try lab.patients(of: first, at: "9:10")
      #expect(
        lab.answers == [
          "09:00:00 by staff after 0 s", "09:10:00 by staff after 300 s", "09:20:00 by staff after 600 s",
        ])
    }
  }

  @Test(
    "a timetable knows its state at any time",
    arguments: [
      ("0:00", Timetable.closed), ("7:59:59", Timetable.closed),
      ("8:00", TelephoneState.staffed(answerers: 2, by: .doctor)),
      ("8:59:59", .staffed(answerers: 2, by: .doctor)), ("9:00", Timetable.closed),
      ("9:59:59", Timetable.closed), ("10:00", .off(.acuteLine)), ("11:00", Timetable.closed),
      ("48:00", Timetable.closed),
    ])
  func states(time: String, expected: TelephoneState) throws {
    let telephone = Telephone.lab(
      (10, 11, .off(.acuteLine)), (8, 9, .staffed(answerers: 2, by: .doctor)))
    #expect(telephone.timetable.state(at: try TimeOfDay(parsing: time)) == expected)
  }

  @Test("gaps become closed time, order does not matter, and empty periods fall away")
  func gaps() {
    let timetable = Telephone.lab(
      (10, 11, .off(.acuteLine)), (9, 9, .off(.forwarding)), (8, 9, .staffed(answerers: 2, by: .doctor))
    ).timetable
    #expect(timetable.periods.map(\.from) == [.hour(8), .hour(9), .hour(10)])
    #expect(timetable.periods.map(\.to) == [.hour(9), .hour(10), .hour(11)])
    #expect(timetable.periods[1].state == Timetable.closed)
    #expect(timetable.mostAnswerers == 2)
    #expect(!timetable.forwards)
    #expect(Timetable([]).periods.isEmpty && Timetable([]).mostAnswerers == 0)
    #expect(Timetable([]).state(at: .hour(12)) == Timetable.closed)
  }

  @Test("periods that overlap stop the program")
  func overlap() async {
    await #expect(processExitsWith: .failure) {
      _ = Timetable([
        TimetablePeriod(from: .midnight, to: TimeOfDay(milliseconds: 2), state: .off(.ringsOut)),
        TimetablePeriod(
          from: TimeOfDay(milliseconds: 1), to: TimeOfDay(milliseconds: 3), state: .off(.ringsOut)),
      ])
    }
  }
}

extension SurveyLab {
  /// The first day of every practice, with patients alone.
  private var patientsAlone: (fieldwork: Fieldwork, events: [DatedEvent]) {
    Simulation.trace(
      practices: nil, region: region, slots: slots, fieldwork: fieldwork,
      plan: .patientsOnly(practices: region.practices.count), seed: 1, replication: 0)
  }

  /// Who answered which patient when.
  fileprivate var answers: [String] {
    patientsAlone.events.map(\.event).compactMap { event in
      guard case .answered(let answerer, let wait, _) = event.kind else { return nil }
      return "\(TimeOfDay(milliseconds: event.time)) by \(answerer.rawValue) after \(wait / 1000) s"
    }
  }

  /// What became of the patients' calls.
  fileprivate var traffic: TrafficCounts { patientsAlone.fieldwork.traffic.total }
}
