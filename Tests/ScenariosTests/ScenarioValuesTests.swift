import Foundation
import Scenarios
import SurveyDesign
import SurveyStatistics
import TelephoneAccess
import Testing

@Suite("Values of scenarios")
struct ScenarioValuesTests {
  @Test("standard values are those of the models")
  func standards() throws {
    let text = """
      { practices: { municipalities: { A: 1 }, gps: { "1": 1 } }, survey: { days: ["2015-04-07"] },
        telephone: { staffing: [{ from: "08:00", to: "16:00", answered_by: "staff", answerers: 1 }] } }
      """
    let scenario = try ScenarioDocument(parsing: text, file: "folder/plain.json").scenario()
    let (model, standard) = (scenario.population, PopulationModel())
    #expect(scenario.name == "plain" && scenario.title == "plain")
    #expect(scenario.patients == PatientModel())
    #expect(scenario.survey.fieldwork == FieldworkProtocol())
    #expect(model.opens == standard.opens && model.closes == standard.closes)
    #expect(model.listSize == standard.listSize && model.clusterSize == standard.clusterSize)
    #expect(model.queueLines == standard.queueLines && model.busyToneLines == standard.busyToneLines)
    #expect(model.queueShare == standard.queueShare && model.acuteLineShare == standard.acuteLineShare)
    #expect(model.burstShare == standard.burstShare && model.burstMeanDelay == standard.burstMeanDelay)
    #expect(scenario.survey.definitions == [.agreement, .person])
    #expect(scenario.survey.target == nil)
    #expect(scenario.survey.slotDesign == .onePerPractice && scenario.survey.sampling == .census)
  }

  @Test("the order of keys and the way times are written do not matter")
  func canonical() throws {
    let other = smallScenario.replacingOccurrences(of: "Aarhus: 6, Odder: 4", with: "Odder: 4, Aarhus: 6")
      .replacingOccurrences(of: "\"1\": 7, \"3\": 3", with: "\"3\": 3, \"1\": 7")
      .replacingOccurrences(
        of: "opens: \"08:00\", closes: \"16:00\",", with: "closes: \"kl. 16\", opens: \"8.00\","
      )
      .replacingOccurrences(
        of: "{ \"08:00-12:00\": 0.8, \"12:00-16:00\": 0.2 }", with: "{ \"12-16\": 0.20, \"8-12\": 8e-1 }"
      )
      .replacingOccurrences(of: "2015-04-07", with: "7-4-2015")
    let (first, second) = (
      try ScenarioDocument(parsing: smallScenario, file: "a.json").scenario(),
      try ScenarioDocument(parsing: other, file: "a.json").scenario()
    )
    #expect(other != smallScenario)
    #expect(first.canonicalText == second.canonicalText)
    #expect(first == second)
  }

  @Test("every part of the survey arrives in the plan")
  func plan() throws {
    let scenario = try ScenarioDocument(
      parsing: smallScenario.replacingOccurrences(
        of: "attempts: 1,",
        with: """
          attempts: 3, attempt_gap_seconds: 120, ring_limit_seconds: 30, hold_limit_seconds: 600, late_calls: "record-actual-slot",
          follow_referrals: true, slots_per_practice: 2, slots_balanced_by: "gps", refusal_share: 0.1, confidence: 0.9,
          sampling: { design: "stratified", practices: 5, strata: "municipality", division: "neyman", standard_deviations: { Odder: 0.3 } },
          pooled_slots: ["13:00-15:00"], target: { "08:00-09:00": 0.1, "13:00-15:00": 0.05 }, interval: "jeffreys",
          definitions: [{ name: "soon", dispositions: ["answered-by-staff"], within_seconds: 30 }],
          """
      ).replacingOccurrences(of: "definition: \"agreement\"", with: "definition: \"soon\""), file: "a.json"
    ).scenario()
    let survey = scenario.survey
    #expect(survey.fieldwork.attempts == 3 && survey.fieldwork.attemptGap == 120_000)
    #expect(survey.fieldwork.ringLimit == 30_000 && survey.fieldwork.holdLimit == 600_000)
    #expect(survey.fieldwork.lateRule == .recordActualSlot && survey.fieldwork.followsReferrals)
    #expect(survey.fieldwork.refusalShare == 0.1)
    #expect(survey.slotDesign == .rotation(slotsPerPractice: 2) && survey.slotsBalancedBy == "gps")
    #expect(
      survey.sampling
        == .stratified(
          StratifiedDesign(
            column: "municipality", count: 5, division: .neyman(standardDeviations: ["Odder": 0.3]))))
    #expect(survey.definitions.map(\.name) == ["soon", "agreement", "person"])
    #expect(survey.definition.waitLimitSeconds == 30)
    #expect(try survey.target?.rate(for: Slot(parsing: "13-15")) == 0.05)
    #expect(try survey.target?.rate(for: Slot(parsing: "9-10")) == nil)
    #expect(survey.interval == .jeffreys && survey.confidence == 0.9)
  }

  @Test("fixed calls can be counted off, and lines can be without limit")
  func demand() throws {
    let scenario = try ScenarioDocument(
      parsing: smallScenario.replacingOccurrences(
        of: "weekday_index",
        with: """
          fixed_calls: { from: "08:01", every_seconds: 90, count: 3 }, calls_per_hour: { "08-16": 20 },
          balks_at_calls_in_system: 7, displaced_share: { "14": 0.5, "8": 0.1 }, weekday_index
          """
      ).replacingOccurrences(of: "opens:", with: "queue_lines: { beyond_answerers: null }, opens:"),
      file: "a.json"
    ).scenario()
    #expect(scenario.population.fixedCalls.map(\.description) == ["08:01:00", "08:02:30", "08:04:00"])
    #expect(scenario.population.callsPerHour.map(\.callsPerHour) == [20])
    #expect(scenario.population.queueLines == LineRule(atLeast: 2, beyondAnswerers: nil))
    #expect(scenario.patients.balksAtCallsInSystem == 7)
    #expect(scenario.patients.displacement.map(\.share) == [0.1, 0.5])
  }
}
