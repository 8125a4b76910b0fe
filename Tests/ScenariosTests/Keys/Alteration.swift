import SurveyDesign
import TelephoneAccess
import Testing

@testable import Scenarios

/// One place of a scenario and another value that may stand there, made from the table of keys.
struct Alteration: Sendable, CustomTestStringConvertible {
  /// Where: `telephone.lunch[0].share`.
  let path: String
  /// The other value, as `--set` takes it.
  let text: String
  /// What is set before, so that the place is there.
  var before: [String] = []

  var assignment: String { "\(path)=\(text)" }
  var testDescription: String { assignment }
  /// The number that is set, if it is one.
  var number: Double? { Double(text) }

  /// A scenario that has something at every place, with room for every value to change.
  static func scenario(setting assignments: [String] = []) throws -> Scenario {
    var document = try ScenarioDocument(parsing: fullScenario, file: "full.json")
    for assignment in assignments { try document.set(assignment) }
    return try document.scenario()
  }

  /// The property that bears the key's name, or the part of its path that does.
  var property: String {
    let steps = path.replacing("[", with: ".").replacing("]", with: "").split(separator: ".").map(String.init)
    for length in (1...steps.count).reversed() {
      let start = steps.prefix(length).joined(separator: ".")
      guard let other = Self.otherNames[start] else { continue }
      return other
    }
    return steps.drop { Self.sections.contains($0) }.filter { $0 != "values_seconds" }.map(Self.propertyName)
      .joined(separator: ".")
  }

  /// `ring_limit_seconds` sets `ringLimit`.
  private static func propertyName(_ key: String) -> String {
    let words = key.split(separator: "_").filter { $0 != "seconds" || key == "seconds" }
    return words.enumerated().map {
      $0 == 0 ? String($1) : $1 == "cv" ? "CV" : $1.prefix(1).uppercased() + $1.dropFirst()
    }.joined()
  }

  private static let sections: Set = ["practices", "telephone", "patients", "survey"]

  /// Properties that are named otherwise than their keys, and values that are made of all keys inside them.
  private static let otherNames = [
    "practices.gps": "practiceSizes", "practices.seed": "practicesSeed",
    "practices.listed_patients_per_gp.mean": "listSize.mean",
    "practices.listed_patients_per_gp.cv": "listSize.cv",
    "practices.listed_patients_per_gp.smallest": "listSize.smallest",
    "practices.listed_patients_per_gp.largest": "listSize.largest",
    "practices.practices_per_cluster": "clusterSize",
    "practices.municipalities": "municipalities",
    "telephone.lunch.0.from": "lunches.0.from", "telephone.lunch.0.to": "lunches.0.to",
    "telephone.lunch.0.share": "lunches.0.share",
    "telephone.last_answer": "lastAnswers",
    "telephone.queue_share": "queueShare",
    "telephone.staffing.0.answerers": "staffing.0.answerers",
    "telephone.staffing.1.answerers": "staffing.1.answerers",
    "telephone.staffing.0.answerers_per_1000_listed": "staffing.0.answerersPer1000Listed",
    "telephone.menu_share": "menuShare",
    "telephone.callback.share": "callbackShare",
    "telephone.callback.from_waiting": "callbackFromWaiting",
    "telephone.callback.accepted_share": "callbackAcceptedShare",
    "patients.calls_per_day_per_1000_listed": "callsPer1000Listed",
    "patients.call_shares": "callShares",
    "professionals.calls_per_day_per_1000_listed": "professionals.callsPer1000Listed",
    "professionals.calls_per_hour": "professionals.callsPerHour",
    "patients.calls_per_hour": "callsPerHour",
    "patients.opening_burst.share": "burstShare",
    "patients.opening_burst.mean_seconds": "burstMeanDelay",
    "patients.fixed_calls": "fixedCalls",
    "patients.displaced_share": "displacement",
    "survey.days": "days", "survey.slots": "slots", "survey.sampling": "sampling", "survey.target": "target",
    "survey.pooled_slots": "pooledSlots",
    "survey.rounds.1.rings": "rounds.1.whom", "survey.rounds.1.slot": "rounds.1.slotRule",
    "survey.slots_per_practice": "slotDesign",
    "survey.late_calls": "lateRule",
    "survey.follow_referrals": "followsReferrals",
    "survey.definition": "definitions",
    "survey.definitions.0.name": "definitions.2.name",
    "survey.definitions.0.dispositions": "definitions.2.mask",
    "survey.definitions.0.within_seconds": "definitions.2.waitLimitSeconds",
    "provenance": "provenance.entries",
  ]

  /// Keys that need a file, and have tests of their own.
  static let shownElsewhere: Set = ["extends", "practices.frame"]
}

extension Alteration {
  static let all = parts(of: .object(ScenarioFields.root), at: "", in: node(fullScenario)) + special

  /// Changes that must keep step with another part of the scenario.
  private static let special = [
    Alteration(path: "practices.municipalities", text: "{Aarhus: 5, Odder: 5}"),
    Alteration(path: "practices.municipalities", text: "{Aarhus: 6, Viborg: 4}"),
    Alteration(path: "practices.gps", text: #"{"1": 6, "3": 4}"#),
    Alteration(path: "practices.gps", text: #"{"1": 7, "4": 3}"#),
    Alteration(path: "survey.slots", text: #"["08:00-09:00", "09:00-12:30"]"#),
    Alteration(path: "survey.days", text: #"["2015-04-08", "2015-04-16"]"#),
    round("days", #"["2015-05-05"]"#), round("rings", "all"), round("slot", "any"), round("attempts", "3"),
    round("attempt_gap_seconds", "500"),
    Alteration(path: "practices.invalid_share", text: "0.1"),
    Alteration(path: "survey.cut_off_share", text: "0.1"),
    Alteration(path: "survey.caller", text: "professional"),
    Alteration(
      path: "survey.reserves", text: "0.5",
      before: [
        #"survey.rounds=[{}, {days: ["2015-05-04"]}]"#,
        #"survey.sampling={design: "simple-random", practices: 5}"#,
      ]),
    Alteration(
      path: "survey.attempts_in_all", text: "2",
      before: [#"survey.rounds=[{attempts: 1}, {days: ["2015-05-04"], attempts: 1}]"#]),
    Alteration(path: "survey.pooled_slots", text: #"["13:00-15:00"]"#),
    Alteration(path: "survey.slots_per_practice", text: "all"),
    Alteration(path: "survey.slots_balanced_by", text: "gps"),
    Alteration(path: "survey.definition", text: "person"),
    Alteration(path: "survey.target", text: "0.06"),
    Alteration(path: "survey.target", text: #"{"08:00-09:00": 0.06}"#),
    Alteration(path: "patients.fixed_calls", text: #"["08:05"]"#),
    Alteration(path: "telephone.staffing[0].answerers", text: #"{"1": 1, "3": 2}"#),
    Alteration(path: #"provenance["survey.days"].basis"#, text: "observed"),
    Alteration(path: #"provenance["survey.days"].source"#, text: "another"),
    Alteration(path: #"provenance["patients.busyness_cv"].range"#, text: "[0.1, 0.4]"),
    Alteration(path: #"provenance["patients.busyness_cv"].law"#, text: "triangular"),
    Alteration(
      path: #"provenance["patients.weekday_index"].values"#, text: "[[1, 1, 1, 1, 1], [1.1, 1, 1, 1, 0.9]]"),
  ]

  /// A change of the second round.
  private static func round(_ key: String, _ text: String) -> Alteration {
    Alteration(
      path: "survey.rounds[1].\(key)", text: text,
      before: [#"survey.rounds=[{}, {days: ["2015-05-04"], attempts: 2, attempt_gap_seconds: 400}]"#])
  }

  /// The paths that the special changes stand for.
  private static let keptInStep: Set = [
    "extends", "practices.frame", "practices.municipalities", "practices.gps", "survey.slots_balanced_by",
    "survey.definition", "survey.target", "provenance", "survey.pooled_slots", "survey.caller",
  ]

  /// Every parameter of every kind of duration or of sampling design.
  private static func kinds(of shape: Shape, at path: String) -> [Alteration] {
    guard case .kinds(let key, let kinds) = shape else { return [] }
    return kinds.flatMap { kind -> [Alteration] in
      let fields = kind.fields.map { "\($0.key): \(first($0.shape))" }.joined(separator: ", ")
      let whole = "{\(key): \"\(kind.name)\"\(fields.isEmpty ? "" : ", \(fields)")}"
      let parts = kind.fields.compactMap { field -> Alteration? in
        second(field).map { Alteration(path: "\(path).\(field.key)", text: $0, before: ["\(path)=\(whole)"]) }
      }
      return parts.isEmpty ? [Alteration(path: path, text: whole, before: [other(path)])] : parts
    }
  }

  /// A duration or a design that is neither constant nor a census.
  private static func other(_ path: String) -> String {
    path == "survey.sampling"
      ? #"survey.sampling={design: "simple-random", practices: 3}"#
      : "\(path)={distribution: \"constant\", seconds: 7}"
  }

  /// A value of a parameter of a kind, and another.
  private static func first(_ shape: Shape) -> String {
    switch shape {
    case .number: "3"
    case .whole: "4"
    case .list: "[5, 6]"
    case .choice(let words): "\"\(words[0])\""
    case .map: "{}"
    case .text, .nullable: "\"municipality\""
    case .flag, .seed, .time, .date, .window, .object, .kinds, .either, .anything: "0"
    }
  }

  private static func second(_ field: Field) -> String? {
    switch field.shape {
    case .number: field.key.hasPrefix("from") ? "2.5" : "3.5"
    case .whole: "5"
    case .list: "[5, 7]"
    case .choice(let words): words[1]
    case .text, .nullable: "gps"
    case .map, .flag, .seed, .time, .date, .window, .object, .kinds, .either, .anything: nil
    }
  }

  private static func node(_ text: String) -> DocumentNode? {
    var parser = JSON5Parser(text, file: "")
    return try? parser.document()
  }

  /// A change at every place inside a value; of a value left out, its standard.
  private static func parts(of shape: Shape, at path: String, in node: DocumentNode?) -> [Alteration] {
    guard !keptInStep.contains(path) else { return [] }
    func change(_ text: String?) -> [Alteration] { text.map { [Alteration(path: path, text: $0)] } ?? [] }
    switch shape {
    case .object(let fields, _):
      return fields.flatMap { field in
        parts(
          of: field.shape, at: path.isEmpty ? field.key : "\(path).\(field.key)",
          in: node?[field.key] ?? field.standardValue)
      }
    case .list(let element, _, _):
      return node?.elements.first.map { parts(of: element, at: "\(path)[0]", in: $0) } ?? []
    case .map(let keys, let value, let rules):
      let members = node?.members ?? []
      let inside =
        rules.contains { if case .sharesAddUpToOne = $0 { true } else { false } }
        ? change(members.moved) : members.flatMap { parts(of: value, at: "\(path).\($0.key)", in: $0.value) }
      return inside + (keys.isClock ? change(members.shifted) : [])
    case .either(let shapes):
      guard let node else { return [] }
      return shapes.filter { $0.hasType(of: node) }.flatMap { parts(of: $0, at: path, in: node) }
    case .nullable(let shape):
      return parts(of: shape, at: path, in: node) + (node?.isNull == false ? change("null") : [])
    case .flag: return change(node?.flag == true ? "false" : "true")
    case .whole(let range):
      return change(node?.integer.map { "\($0 / 2 >= range.lowerBound && $0 > 1 ? $0 / 2 : $0 + 1)" })
    case .seed: return change("77")
    case .number: return change(node?.number.map { "\($0 == 0 ? 0.05 : $0 * 0.95)" })
    case .time: return change(node?.time.map { TimeOfDay(milliseconds: $0.milliseconds + 60_000).label })
    case .date: return change(node?.date?.adding(days: 1).description)
    case .choice(let words): return change(words.first { $0 != node?.text })
    case .text: return change("other")
    case .kinds: return kinds(of: shape, at: path)
    case .window, .anything: return []
    }
  }
}

extension MapKey {
  fileprivate var isClock: Bool {
    switch self {
    case .time, .window: true
    case .size, .label, .path, .choice: false
    }
  }
}

extension [DocumentNode.Member] {
  /// The map with a twentieth more in its last share and less in its first.
  fileprivate var moved: String {
    text {
      $0 == 0 ? -0.05 : $0 == count - 1 ? 0.05 : 0
    } key: {
      $0.key
    }
  }

  /// The map with its first key, a time or a stretch, beginning a minute later.
  fileprivate var shifted: String {
    text { _ in
      0
    } key: {
      $0.key == first?.key ? $0.key.replacing(":00", with: ":01", maxReplacements: 1) : $0.key
    }
  }

  private func text(adding change: (Int) -> Double, key: (Element) -> String) -> String {
    let entries = enumerated().map { "\"\(key($1))\": \(($1.value.number ?? 0) + change($0))" }
    return "{\(entries.joined(separator: ", "))}"
  }
}

/// A scenario that has something at every place.
private let fullScenario = """
  {
    name: "full", title: "Full", description: "Every key.", seed: 5, replications: 3,
    practices: {
      municipalities: { Aarhus: 6, Odder: 4 }, gps: { "1": 7, "3": 3 },
      listed_patients_per_gp: { mean: 1500, cv: 0.2, smallest: 900, largest: 2300 }, practices_per_cluster: 4,
    },
    telephone: {
      opens: "07:00", closes: "17:00",
      staffing: [
        { from: "08:00", to: "09:00", answered_by: "doctor", answerers: 1, answerers_per_1000_listed: 0.5 },
        { from: "09:30", to: "15:00", answered_by: "staff", answerers: { "1": 1, "3": 2 } },
      ],
      lunch: [{ from: "12:00", to: "13:00", share: 0.6 }],
      last_answer: { "15:00": 0.5, "16:00": 0.5 },
      queue_share: { "1": 0.4, "3": 0.8 }, menu_share: { "1": 0.1, "3": 0.2 },
      queue_lines: { at_least: 4, beyond_answerers: 6 }, busy_tone_lines: { at_least: 3, beyond_answerers: 2 },
      acute_line_share: 0.5,
      when_off: [{ from: "08:00", to: "16:00", shares: { "referral-message": 0.5, "forwarding": 0.5 } }],
    },
    patients: {
      calls_per_day_per_1000_listed: 25,
      call_shares: { "08:00-12:00": 0.8, "12:00-16:00": 0.2 },
      opening_burst: { share: 0.25, mean_seconds: 100 },
      calls_per_hour: { "08:00-16:00": 2 },
      fixed_calls: { from: "08:01", every_seconds: 90, count: 3 },
      weekday_index: [1.2, 1, 1, 1, 0.8], busyness_cv: 0.3,
      balks_at_calls_in_system: 12,
      displaced_share: { "08:00": 0.04, "14:00": 0.12 },
    },
    professionals: {
      calls_per_day_per_1000_listed: 2, call_shares: { "08:00-12:00": 0.4, "12:00-16:00": 0.6 },
      calls_per_hour: { "08:00-16:00": 1 }, own_number_share: 0.5, priority_share: 0.4,
    },
    survey: {
      slots: { from: "08:00", to: "16:00", minutes: 60 },
      days: { from: "2015-04-07", to: "2015-04-20", except: ["2015-04-09"] },
      definitions: [{ name: "soon", dispositions: ["answered-by-staff", "busy"], within_seconds: 30 }],
    },
    provenance: {
      "survey.days": { basis: "derived", source: "page 4" },
      "patients.busyness_cv": { basis: "assumed", source: "page 5", range: [0.2, 0.4], law: "uniform" },
      "patients.weekday_index": { basis: "assumed", source: "page 6", values: [[1, 1, 1, 1, 1], [2, 1, 1, 1, 1]] },
    },
  }
  """
