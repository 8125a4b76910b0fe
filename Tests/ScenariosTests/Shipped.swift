import Foundation
import Scenarios

/// The scenarios that come with the program, found from this file.
enum Shipped {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("scenarios").path

  static let names = [
    "midtjylland-2015", "hovedstaden-2017", "one-practice", "arithmetic", "england-2025",
    "psychiatrists-2023", "hovedstaden-2012", "norway-2017", "secret-shopper", "professionals-2015",
    "professionals-own-number",
  ]

  /// The remedies and the other designs of Midtjylland 2015.
  static let whatIfs = [
    "acute-line-everywhere", "all-slots", "one-more-answerer-8-9", "queue-system-everywhere",
    "staffed-until-16",
    "staggered-lunch", "two-of-eight-rotation", "valid-referral-everywhere",
  ].map { "what-if-\($0)" }

  static func path(_ name: String) -> String { "\(folder)/\(name).json" }

  static func text(_ name: String) throws -> String {
    try String(contentsOfFile: path(name), encoding: .utf8)
  }

  static func scenario(_ name: String, setting settings: [String] = []) throws -> Scenario {
    var document = try ScenarioDocument(reading: path(name))
    for setting in settings { try document.set(setting) }
    return try document.scenario()
  }
}

/// The faults of a text, with `--set` applied; none when it is a scenario.
func faults(in text: String, setting settings: [String] = []) -> [ScenarioFault] {
  do {
    var document = try ScenarioDocument(parsing: text, file: "test.json")
    for setting in settings { try document.set(setting) }
    _ = try document.scenario()
    return []
  } catch let faults as ScenarioFaults {
    return faults.faults
  } catch {
    return [ScenarioFault(file: "test.json", message: "another error: \(error)")]
  }
}

/// A small scenario without faults; tests break it.
let smallScenario = """
  {
    name: "small",
    practices: {
      municipalities: { Aarhus: 6, Odder: 4 },
      gps: { "1": 7, "3": 3 },
      listed_patients_per_gp: { mean: 1500, cv: 0.2, smallest: 900, largest: 2300 },
    },
    telephone: {
      opens: "08:00", closes: "16:00",
      staffing: [
        { from: "08:00", to: "09:00", answered_by: "doctor", answerers: 1 },
        { from: "09:00", to: "16:00", answered_by: "staff", answerers: { "1": 1, "3": 2 } },
      ],
      lunch: [{ from: "12:00", to: "13:00", share: 0.6 }],
      last_answer: { "15:00": 0.5, "16:00": 0.5 },
      when_off: [{ from: "08:00", to: "16:00", shares: { "referral-message": 0.9, "forwarding": 0.1 } }],
    },
    patients: {
      calls_per_day_per_1000_listed: 25,
      call_shares: { "08:00-12:00": 0.8, "12:00-16:00": 0.2 },
      weekday_index: [1.2, 1, 1, 1, 0.8],
      patience: { distribution: "exponential", mean_seconds: 1200 },
    },
    survey: {
      slots: { from: "08:00", to: "16:00", minutes: 60 },
      days: { from: "2015-04-07", to: "2015-04-20" },
      interviewers: 4,
      attempts: 1,
      definition: "agreement",
    },
  }
  """
