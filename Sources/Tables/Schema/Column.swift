/// What a table's column holds, in words and in the types of a Frictionless Table Schema.
package struct Column: Equatable, Sendable {
  /// The type of a column's values.
  package enum Kind: String, CaseIterable, Sendable {
    /// Any text.
    case string
    /// A whole number.
    case integer
    /// A number with a decimal point.
    case number
    /// `true` or `false`.
    case boolean
    /// A day, as in 2015-04-27.
    case date
    /// A time of day below 24 hours, as in 15:04:05.
    case time
  }

  /// The column's name, as the header has it.
  package var name: String

  /// The type of its values.
  package var type: Kind

  /// What a value means, with its unit, in a sentence or two.
  package var description: String

  /// What a value must fulfil.
  package var constraints: Constraints

  /// Describes a column.
  package init(
    _ name: String, _ type: Kind, _ description: String, _ constraints: Constraints = Constraints()
  ) {
    self.name = name
    self.type = type
    self.description = description
    self.constraints = constraints
  }

  /// Rules that the values of a column must fulfil; what is nil or empty asks for nothing.
  package struct Constraints: Equatable, Sendable {
    /// Whether no value may be empty.
    package var required: Bool
    /// Whether no value may stand there twice.
    package var unique: Bool
    /// The smallest value allowed: a number, or a text for dates and times.
    package var minimum: JSONText?
    /// The largest value allowed: a number, or a text for dates and times.
    package var maximum: JSONText?
    /// A regular expression that the whole value must match.
    package var pattern: String?
    /// The only values allowed.
    package var enumeration: [String]

    /// Puts rules together.
    package init(
      required: Bool = false, unique: Bool = false, minimum: JSONText? = nil, maximum: JSONText? = nil,
      pattern: String? = nil, enumeration: [String] = []
    ) {
      self.required = required
      self.unique = unique
      self.minimum = minimum
      self.maximum = maximum
      self.pattern = pattern
      self.enumeration = enumeration
    }

    /// A value in every row.
    package static let required = Constraints(required: true)
  }
}
