internal import SurveyDesign
internal import Tables
internal import TelephoneAccess

/// What a survey's parts must be together.
extension ConsistencyChecker {
  /// The slots, when they are in order.
  var grid: SlotGrid? { document.value("survey.slots").flatMap(Form<SlotGrid>.slots.read) }

  mutating func checkSlots() {
    guard let node = document.value("survey.slots") else { return }
    // Without one of its parts, which was faulty, nothing can be said of the rest.
    if node.isObject, ["from", "to", "minutes"].contains(where: { node[$0] == nil }) { return }
    guard let grid else {
      let (from, to) = (node["from"]?.text ?? "", node["to"]?.text ?? "")
      return note("ends (\(to)) before it begins (\(from)), or is empty", at: "survey", "slots")
    }
    if node.isObject {
      for key in ["from", "to"] {
        if let time = node[key]?.time, time.milliseconds % TimeOfDay.millisecondsPerMinute != 0 {
          note("\(time) is not a whole minute", at: "survey", "slots", key)
        }
      }
    }
    checkSlots(grid, of: node)
    for (index, element) in document.elements("survey.pooled_slots").enumerated() {
      guard let stretch = element.window else { continue }
      let path = DocumentPath([.key("survey"), .key("pooled_slots"), .index(index)])
      if grid.index(of: stretch) != nil {
        note("\(stretch) is a slot already; a pooled stretch holds several", at: path)
      }
      do {
        _ = try grid.group(stretch)
      } catch let fault as DesignFault {
        note(fault.message, at: path)
      } catch {
        note("\(error)", at: path)
      }
    }
    let most = grid.slots.count
    if let count = document.value("survey.slots_per_practice")?.integer, count > most {
      return note(
        "\(count) slots per practice are more than the \(most) slots there are", at: "survey",
        "slots_per_practice")
    }
    checkCalls(slots: most)
  }

  /// A plan is held whole: of many practices and many slots it would take all memory there is.
  ///
  /// No file holds so many practices that their product with the slots of a day overflows.
  private mutating func checkCalls(slots: Int) {
    guard let practices = document.value("survey.sampling")?["practices"]?.integer ?? practiceCount,
      let perPractice = document.value("survey.slots_per_practice")
    else { return }
    let each = perPractice.integer ?? slots
    // Of one call each, the number of practices is limited already.
    guard each > 1, practices * each > ScenarioFields.mostCalls else { return }
    note(
      "\(practices) practices, \(each) calls each, are \(practices * each) calls; at most "
        + "\(ScenarioFields.mostCalls)", at: "survey", "slots_per_practice")
  }

  private mutating func checkSlots(_ grid: SlotGrid, of node: DocumentNode) {
    guard let opens = document.value("telephone.opens")?.time,
      let closes = document.value("telephone.closes")?.time,
      let hours = Slot(from: opens, to: closes)
    else { return }
    if node.isObject {
      if let first = grid.slots.first, let last = grid.slots.last, first.from < opens || last.to > closes {
        note(
          "\(first.from.label)-\(last.to.label) is outside opening hours (\(hours))", at: "survey", "slots")
      }
      return
    }
    for (index, element) in node.elements.enumerated() {
      guard let slot = element.window, !hours.contains(slot) else { continue }
      note(
        "slot \(slot) is outside opening hours (\(hours))",
        at: DocumentPath([.key("survey"), .key("slots"), .index(index)]))
    }
  }

  mutating func checkSampling() {
    guard let sampling = document.value("survey.sampling") else { return }
    if let count = sampling["practices"]?.integer, let most = practiceCount, count > most {
      note(
        "a sample of \(count) is more than the \(most) practices there are", at: "survey", "sampling",
        "practices")
    }
    guard let division = sampling["division"]?.text, let deviations = sampling["standard_deviations"] else {
      return
    }
    let path = DocumentPath([.key("survey"), .key("sampling"), .key("standard_deviations")])
    if division == "neyman", !deviations.members.contains(where: { $0.value.number ?? 0 > 0 }) {
      note("is missing; Neyman's division needs one above 0 for some stratum", at: path)
    } else if division != "neyman", !deviations.members.isEmpty {
      note("belongs to the division \"neyman\" alone", at: path)
    }
  }

  /// The columns by which practices are grouped, ordered or weighed must be in the frame, once it is complete.
  mutating func checkColumns() {
    var model = PopulationModel()
    model.callsCVBetweenPractices = document.value("patients.calls_cv_between_practices")?.number ?? 0
    let columns =
      FrameColumn.allCases.map(\.rawValue) + TraitColumn.all(in: model).map(\.rawValue) + extraColumns
    let paths = [
      ["slots_balanced_by"], ["sampling", "strata"], ["sampling", "ordered_by"], ["sampling", "size"],
    ]
    for path in paths {
      let node = path.dropFirst().reduce(document.value("survey.\(path[0])")) { $0?[$1] }
      guard let column = node?.text, !columns.contains(column) else { continue }
      let known = DocumentChecker.suggestion(for: column, among: columns)
      note(
        "the frame has no column \"\(column)\""
          + (known.isEmpty ? "; it has " + columns.joined(separator: ", ") : known),
        at: DocumentPath((["survey"] + path).map { .key($0) }))
    }
  }

  mutating func checkDefinitions() {
    var names = [ReachedDefinition.agreement.name, ReachedDefinition.person.name]
    for (index, element) in document.elements("survey.definitions").enumerated() {
      let path = DocumentPath([.key("survey"), .key("definitions"), .index(index)])
      guard let own = Form<OwnDefinition>.definition.read(element) else { continue }
      do {
        names.append(try own.definition().name)
        if names.dropLast().contains(names[names.count - 1]) {
          note("\"\(names[names.count - 1])\" is defined twice", at: path.key("name"))
        }
      } catch let faults as DesignFaults {
        for fault in faults.faults { note(fault.message, at: path) }
      } catch {
        note("\(error)", at: path)
      }
    }
    guard let name = document.value("survey.definition")?.text, !names.contains(name) else { return }
    do {
      let definition = try ReachedDefinition(parsing: name)
      if definition.name == name { return }
    } catch {
      // What it could have been is said below.
    }
    let allowed = names + ["agreement-within=SECONDS", "person-within=SECONDS"]
    note(
      "\"\(name)\" is not one of " + allowed.joined(separator: ", ")
        + DocumentChecker.suggestion(for: name, among: names),
      at: "survey", "definition")
  }

  mutating func checkTarget() {
    if let text = document.value("survey.target")?.text { checkTarget(text) }
    guard let grid, let pooled = document.value("survey.pooled_slots")?.elements.compactMap(\.window) else {
      return
    }
    for window in document.value("survey.target")?.windows ?? [] {
      guard grid.index(of: window) == nil, !pooled.contains(window) else { continue }
      note("\(window) is neither a slot nor a pooled stretch", at: "survey", "target", window.label)
    }
  }
}

extension ConsistencyChecker {
  /// A target in words names a wait, and then the definition has none of its own.
  private mutating func checkTarget(_ text: String) {
    do {
      let target = try AccessTarget(parsing: text)
      guard target.withinSeconds != nil else {
        return note("\"\(text)\" is a share: write it as a number, without quotes", at: "survey", "target")
      }
      guard let name = document.value("survey.definition")?.text,
        let definition = try? ReachedDefinition(parsing: name), definition.waitLimitSeconds != nil
      else { return }
      note("names a wait, and the definition \"\(name)\" has one of its own", at: "survey", "target")
    } catch let fault as DesignFault {
      note(fault.message, at: "survey", "target")
    } catch {
      note("\(error)", at: "survey", "target")
    }
  }
}

extension DocumentNode {
  /// The stretches of the day that are the keys of a completed map.
  fileprivate var windows: [Slot] { members.compactMap { try? Slot(parsing: $0.key) } }
}
