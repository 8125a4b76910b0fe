internal import SurveyDesign
internal import Tables

/// What the entries of an object or an array must be together.
extension DocumentChecker {
  mutating func check(
    _ node: DocumentNode, _ rules: [ContentRule], _ path: DocumentPath, near: DocumentNode.Place
  ) {
    let place = node.place.isStandard ? near : node.place
    for rule in rules {
      switch rule {
      case .sharesAddUpToOne:
        let sum = node.shareSum
        if !node.isEmpty, abs(sum - 1) > Self.tolerance {
          note("the shares add up to \(Self.shown(sum)); they must add up to 1", at: path, place)
        }
      case .sharesAtMostOne:
        let sum = node.shareSum
        if sum > 1 + Self.tolerance {
          note("the shares add up to \(Self.shown(sum)); they must add up to 1 or less", at: path, place)
        }
      case .windowsInOrder: _ = windowsInOrder(node, path)
      case .windowsApart: windowsApart(node, path)
      case .wholeMinutes: wholeMinutes(node, path)
      case .boundsInOrder:
        if let from = node["from_seconds"]?.number, let to = node["to_seconds"]?.number, from > to {
          note("from_seconds (\(Self.shown(from))) is above to_seconds (\(Self.shown(to)))", at: path, place)
        }
      case .meanWithinLimits:
        if let mean = node["mean"]?.number, let smallest = node["smallest"]?.number,
          let largest = node["largest"]?.number, !(smallest <= mean && mean <= largest)
        {
          note(
            "the mean (\(Self.shown(mean))) must lie between smallest (\(Self.shown(smallest))) "
              + "and largest (\(Self.shown(largest)))", at: path, place)
        }
      case .notEmpty:
        if node.isEmpty { note("has no entry; at least one is needed", at: path, place) }
      case .noRepeats:
        var seen: Set<String> = []
        for (index, element) in node.elements.enumerated()
        where !seen.insert(element.json.text(pretty: false)).inserted {
          note("\(element.shown) stands here twice", at: path.index(index), element.place)
        }
      }
    }
  }

  /// Shares written with a few decimals add up to 1 only up to rounding.
  private static let tolerance = 1e-9

  private static func shown(_ number: Double) -> String {
    // Twelve decimals hide the rounding of a sum and nothing that the author wrote.
    NumberText.shortest((number * 1e12).rounded() / 1e12)
  }

  /// The stretches of the day in an object or an array, with their paths, less those that end before they begin.
  private mutating func windowsInOrder(_ node: DocumentNode, _ path: DocumentPath) -> [PlacedWindow] {
    var windows: [PlacedWindow] = []
    for member in node.members {
      if let slot = try? Slot(parsing: member.key) {
        windows.append(.init(slot: slot, path: path.key(member.key), place: member.keyPlace))
      }
    }
    for (index, element) in node.elements.enumerated() {
      let path = path.index(index)
      if let slot = element.window {
        windows.append(.init(slot: slot, path: path, place: element.place))
      } else if let from = element["from"]?.text, let to = element["to"]?.text {
        note("ends (\(to)) before it begins (\(from)), or is empty", at: path, element.place)
      }
    }
    return windows
  }

  private mutating func windowsApart(_ node: DocumentNode, _ path: DocumentPath) {
    let windows = windowsInOrder(node, path)
    let ordered = windows.indices.sorted { (windows[$0].slot, $0) < (windows[$1].slot, $1) }
    guard var last = ordered.first else { return }
    for index in ordered.dropFirst() {
      let (window, earlier) = (windows[index], windows[last])
      if window.slot.from < earlier.slot.to {
        note("\(window.slot) overlaps \(earlier.slot) (\(earlier.path))", at: window.path, window.place)
      }
      if window.slot.to > earlier.slot.to { last = index }
    }
  }

  private mutating func wholeMinutes(_ node: DocumentNode, _ path: DocumentPath) {
    for window in windowsInOrder(node, path) where !window.slot.hasWholeMinutes {
      note("\(window.slot) does not begin and end at whole minutes", at: window.path, window.place)
    }
  }

  private struct PlacedWindow {
    var slot: Slot
    var path: DocumentPath
    var place: DocumentNode.Place
  }
}

extension Slot {
  var hasWholeMinutes: Bool {
    from.milliseconds % TimeOfDay.millisecondsPerMinute == 0
      && to.milliseconds % TimeOfDay.millisecondsPerMinute == 0
  }
}

extension DocumentNode {
  fileprivate var isEmpty: Bool { members.isEmpty && elements.isEmpty }

  /// The sum of a map's values or of an array's shares.
  fileprivate var shareSum: Double {
    members.reduce(0) { $0 + ($1.value.number ?? 0) }
      + elements.reduce(0) { $0 + ($1["share"]?.number ?? 0) }
  }

  /// A completed stretch of the day: a text, or an object with `from` and `to`.
  var window: Slot? {
    if let text { return try? Slot(parsing: text) }
    guard let from = self["from"]?.time, let to = self["to"]?.time else { return nil }
    return Slot(from: from, to: to)
  }

  /// A completed time of day.
  var time: TimeOfDay? { text.flatMap { try? TimeOfDay(parsing: $0) } }

  /// A completed date.
  var date: CalendarDate? { text.flatMap { try? CalendarDate(parsing: $0) } }
}
