import SurveyDesign
import TelephoneAccess
import Testing

/// From a model of practices to one practice's timetable and demand, worked out by hand.
@Suite("Traits make a practice's day")
struct PracticeDayTests {
  private func timetable(
    lunch: Slot?, lastAnswer: TimeOfDay?, whenOff: [OffState], gps: Int = 2,
    _ model: PopulationModel = .lab
  ) -> [TimetablePeriod] {
    model.timetable(
      for: PracticeTraits(
        system: .queue, lines: 5, hasAcuteLine: false, lunch: lunch, lastAnswer: lastAnswer, whenOff: whenOff),
      gps: gps
    ).periods
  }

  private func period(_ from: Int, _ to: Int, _ state: TelephoneState) -> TimetablePeriod {
    TimetablePeriod(from: .hour(from), to: .hour(to), state: state)
  }

  @Test("lunch and the last answer cut the staffed day, and the state when off follows the stretch")
  func fullDay() {
    let found = timetable(
      lunch: Slot(.hour(12), .hour(13)), lastAnswer: .hour(14), whenOff: [.referralMessage, .ringsOut])
    #expect(
      found == [
        period(8, 9, .staffed(answerers: 2, by: .doctor)), period(9, 12, .staffed(answerers: 1, by: .staff)),
        period(12, 13, .off(.referralMessage)), period(13, 14, .staffed(answerers: 1, by: .staff)),
        period(14, 15, .off(.referralMessage)), period(15, 16, .off(.ringsOut)),
      ])
  }

  @Test("without lunch or a last answer the practice stays on until it closes")
  func staysOn() {
    let found = timetable(lunch: nil, lastAnswer: nil, whenOff: [.ringsOut, .ringsOut], gps: 6)
    #expect(
      found == [
        period(8, 9, .staffed(answerers: 4, by: .doctor)), period(9, 16, .staffed(answerers: 1, by: .staff)),
      ])
  }

  @Test("a last answer at the beginning of lunch, or at opening, leaves no staffed time behind")
  func offFromLunchOn() {
    let both = timetable(
      lunch: Slot(.hour(12), .hour(13)), lastAnswer: .hour(12), whenOff: [.ringsOut, .ringsOut])
    #expect(both.last == period(12, 16, .off(.ringsOut)))
    #expect(
      timetable(lunch: nil, lastAnswer: .hour(8), whenOff: [.ringsOut, .ringsOut])
        == [period(8, 16, .off(.ringsOut))])
  }

  @Test("what lies outside opening hours is cut off; time that nothing is said about is closed")
  func outside() {
    var model = PopulationModel.lab
    model.opens = .hour(9)
    model.closes = .hour(15)
    model.staffing = [
      StaffingPeriod(from: .hour(7), to: .hour(10), answeredBy: .staff, answerers: BySize(1))
    ]
    model.whenOff = [
      OffShares(from: .hour(11), to: .hour(20), shares: [.init(state: .acuteLine, share: 1)])
    ]
    #expect(
      timetable(lunch: nil, lastAnswer: nil, whenOff: [.acuteLine], model) == [
        period(9, 10, .staffed(answerers: 1, by: .staff)), period(10, 11, Timetable.closed),
        period(11, 15, .off(.acuteLine)),
      ])
  }

  @Test("a practice's calls add up to those per 1,000 listed; the burst takes its share of the first window")
  func demand() {
    var model = PopulationModel.lab
    let demand = model.demand(listedPatients: 2000)
    // 25 per 1,000: 50 a day, half of them in the first hour, a quarter of those in the burst.
    #expect(abs(demand.callsPerDay - 50) < 1e-9)
    #expect(demand.burst == OpeningBurst(at: .hour(8), calls: 6.25, meanDelay: 120))
    #expect(
      demand.rates == [
        RatePeriod(from: .hour(8), to: .hour(9), callsPerHour: 18.75),
        RatePeriod(from: .hour(9), to: .hour(16), callsPerHour: 25.0 / 7),
      ])
    // Rates of every practice, and fixed calls, come on top.
    model.callsPerHour = [RatePeriod(from: .minute(510), to: .hour(10), callsPerHour: 4)]
    model.fixedCalls = [.hour(11), .hour(10)]
    let more = model.demand(listedPatients: 2000)
    #expect(abs(more.callsPerDay - (50 + 6 + 2)) < 1e-9)
    #expect(more.rates.map(\.from) == [.hour(8), .minute(510), .hour(9), .hour(10)])
    #expect(more.rates[1].callsPerHour == 22.75)
    #expect(more.fixedTimes == [.hour(10), .hour(11)])
    #expect(PopulationModel.lab.demand(listedPatients: 0).callsPerDay == 0)
  }

  @Test("a value by size holds from its step on; the first holds below it too")
  func bySize() {
    let values = BySize(steps: [.init(gps: 2, value: "two"), .init(gps: 4, value: "four")])
    #expect([1, 2, 3, 4, 9].map(values.value) == ["two", "two", "two", "four", "four"])
  }

  @Test("lines are so many more than answerers, at least the fewest, or without limit")
  func lines() {
    #expect([0, 1, 4].map(LineRule(atLeast: 4, beyondAnswerers: 2).lines) == [4, 4, 6])
    #expect(LineRule(atLeast: 4, beyondAnswerers: nil).lines(answerers: 1) == .max)
  }
}
