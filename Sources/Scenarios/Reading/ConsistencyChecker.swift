internal import SurveyDesign
internal import Tables
internal import TelephoneAccess

/// Notes what does not fit together between the parts of a completed document.
///
/// Parts that are faulty themselves are left out of the document and checked no further.
struct ConsistencyChecker {
  let document: DocumentNode
  /// The document as it was written: what stands there and is faulty is missing from the completed one.
  let stated: DocumentNode
  /// The number of practices in a frame that was read.
  private let frameCount: Int?
  /// Its columns besides the standard ones.
  let extraColumns: [String]
  private(set) var faults: [ScenarioFault] = []

  init(_ document: DocumentNode, stated: DocumentNode, frame: Frame?) {
    self.document = document
    self.stated = stated
    frameCount = frame?.count
    extraColumns = frame?.extraColumns ?? []
  }

  mutating func check() {
    checkPractices()
    checkHours()
    checkPartners()
    checkDemand()
    checkSlots()
    checkDays()
    checkSampling()
    checkColumns()
    checkDefinitions()
    checkTarget()
    checkProvenance()
  }

  /// Notes a fault at a path; its place is that of the deepest part of the path that a file or the command line holds.
  mutating func note(_ message: String, at text: String...) {
    let path = DocumentPath(text.map { .key($0) })
    note(message, at: path)
  }

  mutating func note(_ message: String, at path: DocumentPath) {
    assert(ScenarioFields.problem(with: path) == nil, "a fault at \(path), which is no key")
    guard faults.count < ScenarioFaults.limit else { return }
    var (node, place) = (document, document.place)
    for step in path.steps {
      guard let next = node[step] else { break }
      node = next
      if !node.place.isStandard { place = node.place }
    }
    faults.append(ScenarioFault(message, at: path, place))
  }

  /// Notes a fault at a place of its own.
  mutating func note(_ message: String, at path: DocumentPath, _ place: DocumentNode.Place) {
    add(ScenarioFault(message, at: path, place))
  }

  /// Adds a fault; beyond the limit none is kept.
  mutating func add(_ fault: ScenarioFault) {
    if faults.count < ScenarioFaults.limit { faults.append(fault) }
  }

  /// The total number of practices, when it is known.
  var practiceCount: Int? {
    if let frameCount { return frameCount }
    guard document.value("practices.frame")?.isNull ?? false,
      let municipalities = document.value("practices.municipalities")
    else { return nil }
    // At most 100,000 in each, and no file large enough for an overflow.
    let count = municipalities.members.reduce(0) { $0 + ($1.value.integer ?? 0) }
    return count > 0 ? count : nil
  }

  private mutating func checkPractices() {
    guard document.value("practices.frame")?.isNull ?? false,
      let municipalities = document.value("practices.municipalities")
    else { return }
    let count = municipalities.members.reduce(0) { $0 + ($1.value.integer ?? 0) }
    guard count > 0 else {
      return note(
        "there are no practices; give their number in each municipality, or a frame", at: "practices",
        "municipalities")
    }
    guard count <= ScenarioFields.mostPractices else {
      return note(
        "\(count) practices are too many; at most \(ScenarioFields.mostPractices)", at: "practices",
        "municipalities")
    }
    guard let sizes = document.value("practices.gps") else { return }
    let bySize = sizes.members.reduce(0) { $0 + ($1.value.integer ?? 0) }
    if bySize != count {
      note(
        "the counts add up to \(bySize) practices; the municipalities have \(count)", at: "practices", "gps")
    }
  }

  private mutating func checkHours() {
    guard let opens = document.value("telephone.opens")?.time,
      let closes = document.value("telephone.closes")?.time
    else { return }
    guard let hours = Slot(from: opens, to: closes) else {
      return note("closes (\(closes.label)) is not after opens (\(opens.label))", at: "telephone", "closes")
    }
    for key in ["staffing", "lunch"] {
      for (index, element) in document.elements("telephone.\(key)").enumerated() {
        guard let window = element.window, !hours.contains(window) else { continue }
        note(
          "\(window) is outside opening hours (\(hours))",
          at: DocumentPath([.key("telephone"), .key(key), .index(index)]))
      }
    }
    for (time, _) in document.value("telephone.last_answer")?.timeShares ?? []
    where time <= opens || time > closes {
      note("\(time.label) is outside opening hours (\(hours))", at: "telephone", "last_answer", time.label)
    }
  }

  private mutating func checkPartners() {
    guard practiceCount == 1 else { return }
    for (index, element) in document.elements("telephone.when_off").enumerated() {
      guard let share = element["shares"]?["forwarding"]?.number, share > 0 else { continue }
      note(
        "calls cannot be forwarded: there is only one practice",
        at: DocumentPath([
          .key("telephone"), .key("when_off"), .index(index), .key("shares"), .key("forwarding"),
        ]))
    }
    if document.value("survey.follow_referrals")?.flag ?? false {
      note("referrals cannot be followed: there is only one practice", at: "survey", "follow_referrals")
    }
  }

  private mutating func checkDemand() {
    if let shares = document.value("patients.call_shares"), shares.members.isEmpty {
      if let calls = document.value("patients.calls_per_day_per_1000_listed")?.number, calls > 0 {
        note(
          "is missing; calls_per_day_per_1000_listed needs to know how calls spread over the day",
          at: "patients", "call_shares")
      }
      if let burst = document.value("patients.opening_burst.share")?.number, burst > 0 {
        note("is a share of calls that call_shares does not give", at: "patients", "opening_burst", "share")
      }
    }
    if let professionals = document.value("professionals"),
      professionals["call_shares"]?.members.isEmpty ?? false,
      let calls = professionals["calls_per_day_per_1000_listed"]?.number, calls > 0
    {
      note(
        "is missing; calls_per_day_per_1000_listed needs to know how calls spread over the day",
        at: "professionals", "call_shares")
    }
    if let fixed = document.value("patients.fixed_calls"),
      Form<[TimeOfDay]>.fixedTimes.read(fixed) == nil
    {
      note("the last call would come after 48:00", at: "patients", "fixed_calls")
    }
  }

}

extension DocumentNode {
  /// What a completed document holds at a key of the table, such as `telephone.opens`; `nil` where something faulty was left
  /// out.
  ///
  /// - Precondition: the table has the key, so that a slip of the pen is found by whatever runs first.
  func value(_ key: String) -> DocumentNode? {
    precondition(ScenarioFields.paths.contains(key), "there is no key \(key)")
    return key.split(separator: ".").reduce(self) { $0?[String($1)] }
  }

  /// The elements of an array at a key of the table; none where something faulty was left out.
  func elements(_ key: String) -> [DocumentNode] { value(key)?.elements ?? [] }

  /// The value one step inwards.
  subscript(step: DocumentPath.Step) -> DocumentNode? {
    switch step {
    case .key(let key): self[key]
    case .index(let index): elements.indices.contains(index) ? elements[index] : nil
    }
  }

  /// A completed map of shares by time of day.
  fileprivate var timeShares: [(at: TimeOfDay, share: Double)] {
    members.compactMap { member in
      guard let time = try? TimeOfDay(parsing: member.key), let share = member.value.number else {
        return nil
      }
      return (time, share)
    }
  }
}
