import Scenarios
import SurveyDesign
import TelephoneAccess
import Testing

@Suite("Shipped scenarios")
struct ShippedScenarioTests {
  @Test("are read without a fault and bear their file's name", arguments: Shipped.names)
  func clean(_ name: String) throws {
    let scenario = try Shipped.scenario(name)
    #expect(scenario.name == name)
    #expect(!scenario.title.isEmpty && !scenario.description.isEmpty)
  }

  @Test("printed and read again are the same", arguments: Shipped.names)
  func roundTrip(_ name: String) throws {
    let scenario = try Shipped.scenario(name)
    let again = try ScenarioDocument(parsing: scenario.canonicalText, file: Shipped.path("printed"))
      .scenario()
    #expect(again == scenario)
  }

  @Test("Midtjylland has 420 practices, about 850 GPs, ten days and eight slots")
  func midtjylland() throws {
    let scenario = try Shipped.scenario("midtjylland-2015")
    #expect(scenario.population.municipalities.reduce(0) { $0 + $1.practices } == 420)
    #expect(scenario.population.practiceSizes.reduce(0) { $0 + $1.practices } == 420)
    // 190·1 + 118·2 + 63·3 + 29·4 + (9·5 + 6·6 + 3·7 + 8 + 9) = 850
    #expect(scenario.population.practiceSizes.reduce(0) { $0 + $1.practices * $1.gps } == 850)
    #expect(scenario.survey.days.count == 10)
    #expect(scenario.survey.slots.slots.map(\.label).first == "08:00-09:00")
    #expect(scenario.survey.slots.slots.count == 8)
    #expect(scenario.survey.pooledSlots.map(\.members) == [[5, 6]])
    #expect(scenario.survey.definition == .agreement)
    #expect(scenario.population.queueShare.value(gps: 3) == 0.70)
    #expect(scenario.patients.displacement.map(\.share) == [0.04, 0.12])
    #expect(scenario.population.staffing.map { $0.answerers.value(gps: 4) } == [3, 2, 1])
  }

  /// As many practices of each size as among those counted: 156, 888, 1,455, 1,148 and 719 of 4,366, by largest remainders; their lists
  /// have the mean of their size, 383,047 patients by 156 practices and so on.
  @Test("England has 400 practices, with the sizes and the lists that were counted")
  func england() throws {
    let scenario = try Shipped.scenario("england-2025")
    let frame = try #require(scenario.frame)
    #expect(frame.count == 400 && scenario.survey.days.count == 23)
    let counted = [
      ("1000-2999", 14, 383_047.0 / 156), ("3000-5999", 82, 4_172_258.0 / 888),
      ("6000-9999", 133, 11_553_935.0 / 1455), ("10000-14999", 105, 13_970_637.0 / 1148),
      ("15000+", 66, 15_533_065.0 / 719),
    ]
    for (stratum, practices, mean) in counted {
      let lists = frame.practices.filter { $0.stratum == stratum }.map(\.listedPatients)
      #expect(lists.count == practices)
      #expect(abs(Double(lists.reduce(0, +)) / Double(lists.count) / mean - 1) < 0.001)
    }
    #expect(frame.practices.allSatisfy { $0.gps == $0.listedPatients / 1000 })
  }

  @Test("Hovedstaden extends Midtjylland: 700 practices, four slots, six attempts")
  func hovedstaden() throws {
    let scenario = try Shipped.scenario("hovedstaden-2017")
    let base = try Shipped.scenario("midtjylland-2015")
    #expect(scenario.population.municipalities.count == 29)
    #expect(scenario.population.municipalities.reduce(0) { $0 + $1.practices } == 700)
    #expect(
      scenario.survey.slots.slots.map(\.label) == [
        "08:00-09:00", "09:00-12:00", "12:00-13:00", "13:00-16:00",
      ])
    #expect(scenario.survey.fieldwork.attempts == 6)
    #expect(scenario.survey.fieldwork.attemptGap == 600_000)
    #expect(scenario.population.lunches.map(\.share) == [0.73])
    #expect(scenario.population.listSize.cv == base.population.listSize.cv)
    #expect(scenario.weekdayIndex == base.weekdayIndex)
    // England's patience is not taken over where three calls in ten wait six minutes in a queue.
    #expect(scenario.patients.patience == .exponential(mean: 1200))
  }

  @Test("say where every parameter comes from", arguments: Shipped.names)
  func provenance(_ name: String) throws {
    let scenario = try Shipped.scenario(name)
    #expect(scenario.parametersWithoutProvenance == [])
  }
}
