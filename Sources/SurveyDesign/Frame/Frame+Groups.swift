internal import Tables

/// The practices that share a value of a column.
package struct FrameGroup: Equatable, Sendable {
  /// The value that the practices share, as text; it may be empty.
  package let label: String

  /// The places of the practices in the frame, ascending, at least one.
  package let members: [Int]
}

extension Frame {
  /// The names of all columns that the frame really has, standard ones first, then the others.
  package var columnNames: [String] {
    FrameColumn.allCases.filter { !absentColumns.contains($0) }.map(\.rawValue) + extraColumns
  }

  /// Every practice's value in a column, as text and in frame order, or `nil` when there is no such column.
  ///
  /// A standard column that the file did not have counts as not there.
  package func values(of column: String) -> [String]? {
    if let standard = FrameColumn(rawValue: column) {
      return absentColumns.contains(standard) ? nil : practices.map { $0.text(in: standard) }
    }
    return extraColumns.firstIndex(of: column).map { place in practices.map { $0.extra[place] } }
  }

  /// The practices grouped by their value in a column, groups in ``NaturalOrder``, or `nil` without such a column.
  ///
  /// Beside the code of a municipality stands its name.
  /// - Complexity: O(n log n) for n practices.
  package func groups(by column: String) -> [FrameGroup]? {
    guard let values = values(of: column) else { return nil }
    guard KnownColumn.isMunicipalityCode(column) else { return Self.groups(values) }
    return Self.groups(values.map { code in Municipality(code).map { "\($0.code) \($0.name)" } ?? code })
  }

  /// The name of the column that the user means: the exact one, or else one in another spelling or language, if just one will do.
  package func column(named name: String) -> String? {
    if columnNames.contains(name) { return name }
    if let place = TableHeader(columnNames).index(of: name) { return columnNames[place] }
    return KnownColumn.columns(named: name).map(\.rawValue).first(where: columnNames.contains)
  }

  /// The practices grouped by stratum, in ``NaturalOrder``; one group when the frame has no strata.
  package var strata: [FrameGroup] {
    Self.groups(practices.map(\.stratum))
  }

  private static func groups(_ labels: [String]) -> [FrameGroup] {
    var members: [String: [Int]] = [:]
    for (place, label) in labels.enumerated() { members[label, default: []].append(place) }
    return NaturalOrder.sorted(labels).map { FrameGroup(label: $0, members: members[$0, default: []]) }
  }
}

extension FramePractice {
  /// The value of a standard column as a file shows it.
  func text(in column: FrameColumn) -> String {
    switch column {
    case .practice: id
    case .municipality: municipality
    case .gps: "\(gps)"
    case .listedPatients: "\(listedPatients)"
    case .stratum: stratum
    case .weight: NumberText.shortest(weight)
    }
  }
}
