internal import Tables

extension Frame {
  /// The fault that says a column is not there, and which are.
  func missingColumn(_ column: String) -> DesignFault {
    var message = "the frame has no column \(quoted(column))"
    if let nearest = nearestMatch(to: column, among: columnNames) {
      message += "; did you mean '\(nearest)'?"
    }
    return DesignFault(message + " It has \(columnNames.map { excerpt($0) }.joined(separator: ", "))")
  }

  /// The places of the practices in the order of a column, then of their numbers.
  func order(by column: String?) throws -> [Int] {
    guard let column else { return Array(practices.indices) }
    guard let groups = groups(by: column) else { throw missingColumn(column) }
    if let fault = Self.thousands(in: groups.map(\.label), of: column) { throw fault }
    return groups.flatMap(\.members)
  }

  /// A column as sizes, in frame order, with every value that is no size told.
  func sizes(in column: String) throws -> [Double] {
    guard let texts = values(of: column) else { throw missingColumn(column) }
    // Far above any size, and far below what could overflow in a sum.
    let largest = 1e15
    var faults: [DesignFault] = []
    faults += [Self.thousands(in: texts, of: column)].compactMap(\.self)
    let sizes = zip(practices, texts).map { practice, text in
      let size = parsedNumber(text.utf8.span) ?? 0
      if !(size > 0 && size <= largest) {
        faults.append(
          DesignFault(
            "practice \(quoted(practice.id)) has \(quoted(text)) in \(quoted(column)): "
              + "a size is a number above 0, or the practice could never be sampled"))
      }
      return size
    }
    guard faults.isEmpty else { throw DesignFaults(faults) }
    return sizes
  }

  /// The fault of a column with numbers that say fifteen hundred to one and one and a half to another, where the difference matters.
  private static func thousands(in texts: [String], of column: String) -> DesignFault? {
    var marks = NumberMarks()
    for text in texts { marks.take(text, line: 1) }
    switch marks.meaning {
    case .decimals, .doubtful(_, _, besideWholeNumbers: false): return nil
    case .thousands(let example, _), .doubtful(let example, _, besideWholeNumbers: true):
      return DesignFault(
        "\(quoted(example)) in \(quoted(column)) may set thousands apart or be a decimal, and other numbers stand beside it: "
          + "write the numbers of the column without separators of thousands")
    }
  }
}

extension StratifiedDesign {
  /// The strata of a frame with the number that each gives.
  func strata(of frame: Frame) throws -> [(members: [Int], count: Int)] {
    guard let groups = frame.groups(by: column) else { throw frame.missingColumn(column) }
    let sizes = groups.map(\.members.count)
    let counts = try Allocation.counts(total: count, sizes: sizes, measures: measures(of: groups))
    return zip(groups, counts).map { ($0.members, $1) }
  }

  private func measures(of groups: [FrameGroup]) throws -> [Double] {
    let sizes = groups.map { Double($0.members.count) }
    switch division {
    case .proportional:
      return sizes
    case .equal:
      return sizes.map { _ in 1 }
    case .neyman(let deviations):
      var faults: [DesignFault] = []
      for group in groups where !(deviations[group.label].map { $0 >= 0 && $0.isFinite } ?? false) {
        faults.append(
          DesignFault("stratum \(quoted(group.label)) needs a standard deviation of zero or more"))
      }
      let labels = Set(groups.map(\.label))
      for label in NaturalOrder.sorted(deviations.keys) where !labels.contains(label) {
        faults.append(DesignFault("there is a standard deviation for \(quoted(label)), which is no stratum"))
      }
      guard faults.isEmpty else { throw DesignFaults(faults) }
      return zip(groups, sizes).map { deviations[$0.label, default: 0] * $1 }
    }
  }
}
