package import Tables

/// What worlds say that were looked at before: the rows of `outcomes.csv` files.
package struct KnownWorlds: Sendable {
  private struct Key: Hashable {
    var row: String
    var part: String
    var exchanged: String
  }

  private var outcomes: [Key: WorldOutcome] = [:]

  /// Knows no world.
  package init() {}

  /// How many worlds are known.
  package var count: Int { outcomes.count }

  /// Adds the worlds of a file.
  ///
  /// - Throws: ``SensitivityTableFault`` for the first thing in it that a run with so many conclusions would not have written.
  package mutating func add(_ table: Table, conclusions: Int) throws {
    guard table.header.names == SensitivityTables.outcomes.schema.columnNames else {
      throw SensitivityTableFault(message: "has other columns than a run writes")
    }
    var found: [Key: WorldOutcome] = [:]
    for fields in table.rows {
      let key = Key(row: fields[0], part: fields[1], exchanged: fields[2])
      let place = found[key]?.values.count ?? 0
      guard fields[3] == "\(place)", place < conclusions else {
        throw SensitivityTableFault(message: "has other conclusions than this run")
      }
      found[key, default: WorldOutcome(values: [], errors: [])].values.append(Self.number(fields[4]))
      found[key]?.errors.append(Self.number(fields[5]))
    }
    guard found.values.allSatisfy({ $0.values.count == conclusions }) else {
      throw SensitivityTableFault(message: "breaks off within a world")
    }
    outcomes.merge(found) { _, new in new }
  }

  private static func number(_ text: String) -> Double? { parsedNumber(Array(text.utf8).span) }

  /// What a world says; `nil` if it is not known.
  subscript(world: WorldPlan.World, study: SensitivityStudy) -> WorldOutcome? {
    let (part, exchanged) = SensitivityTables.names(of: world, in: study)
    return outcomes[Key(row: "\(world.row)", part: part, exchanged: exchanged ?? "")]
  }
}

/// An `outcomes.csv` that no run of this study wrote.
package struct SensitivityTableFault: Error, Equatable, Sendable {
  /// What is wrong, without a final full stop.
  package var message: String
}
