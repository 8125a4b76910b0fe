/// The sampling frame: the list of all practices that the survey could ring.
///
/// Practices always stand in the natural order of their numbers, whatever the order of the file was, so that no
/// result can depend on how a spreadsheet was sorted.
package struct Frame: Equatable, Sendable {
  /// The practices, at least one, in ``NaturalOrder`` of their numbers, which all differ.
  package let practices: [FramePractice]

  /// The names of the columns besides the standard ones, in the order of the file.
  package let extraColumns: [String]

  /// The standard columns that the file did not have; their values are only stand-ins and group nothing.
  package let absentColumns: [FrameColumn]

  /// Where each practice stands; looked up only, never iterated.
  private let places: [String: Int]

  /// A frame of these practices, in whatever order they are given.
  ///
  /// - Throws: ``DesignFaults`` with everything that is wrong: no practice, a number twice, impossible values, rows
  ///   with too few or too many extra values, an extra column with a standard or repeated name.
  package init(
    _ practices: [FramePractice], extraColumns: [String] = [], absentColumns: [FrameColumn] = []
  ) throws {
    var faults: [DesignFault] = []
    if practices.isEmpty { faults.append(DesignFault("the frame has no practice: at least one is needed")) }
    var names = Set(FrameColumn.allCases.map(\.rawValue))
    for column in extraColumns where !names.insert(column).inserted {
      faults.append(DesignFault("the frame has two columns named \(quoted(column))"))
    }
    let sorted = practices.sorted { NaturalOrder.precedes($0.id, $1.id) }
    var places: [String: Int] = [:]
    for (place, practice) in sorted.enumerated() {
      for fault in practice.faults { faults.append(DesignFault("practice \(quoted(practice.id)): \(fault)")) }
      if practice.extra.count != extraColumns.count {
        let counts = "\(practice.extra.count) values for \(extraColumns.count) further columns"
        faults.append(DesignFault("practice \(quoted(practice.id)): \(counts)"))
      }
      if places.updateValue(place, forKey: practice.id) != nil {
        faults.append(DesignFault("practice \(quoted(practice.id)) stands in the frame twice"))
      }
    }
    guard faults.isEmpty else { throw DesignFaults(faults) }
    self.practices = sorted
    self.extraColumns = extraColumns
    self.absentColumns = absentColumns
    self.places = places
  }

  /// How many practices there are, at least 1.
  package var count: Int { practices.count }

  /// The place of a practice by its number, or `nil` when the frame does not have it.
  package func index(of id: String) -> Int? { places[id] }

  /// Whether two frames have the same practices, columns and values.
  package static func == (left: Frame, right: Frame) -> Bool {
    left.practices == right.practices && left.extraColumns == right.extraColumns
      && left.absentColumns == right.absentColumns
  }
}
