extension JSONText: ExpressibleByDictionaryLiteral {
  /// An object whose members stand in the order of the literal.
  package init(dictionaryLiteral elements: (String, JSONText)...) {
    self = .object(elements.map { Member($0.0, $0.1) })
  }
}

extension JSONText: ExpressibleByArrayLiteral {
  /// An array of the values in the literal.
  package init(arrayLiteral elements: JSONText...) {
    self = .array(elements)
  }
}

extension JSONText: ExpressibleByStringInterpolation {
  /// A text.
  package init(stringLiteral value: String) {
    self = .string(value)
  }
}

extension JSONText: ExpressibleByIntegerLiteral {
  /// A whole number.
  package init(integerLiteral value: Int) {
    self = .integer(value)
  }
}

extension JSONText: ExpressibleByFloatLiteral {
  /// A number.
  package init(floatLiteral value: Double) {
    self = .number(value)
  }
}

extension JSONText: ExpressibleByBooleanLiteral {
  /// True or false.
  package init(booleanLiteral value: Bool) {
    self = .bool(value)
  }
}
