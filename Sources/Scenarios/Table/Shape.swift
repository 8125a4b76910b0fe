/// What may stand at a place in a scenario document.
///
/// The reader, the printed JSON Schema and the key reference all come from the same shapes, so they cannot disagree.
indirect enum Shape: Sendable {
  /// A text.
  case text(TextRule)
  /// True or false.
  case flag
  /// A whole number.
  case whole(ClosedRange<Int>)
  /// A whole number from 0 to 2⁶⁴ − 1.
  case seed
  /// A number.
  case number(NumberRange)
  /// A clock time, `08:00`.
  case time
  /// A day, `2015-04-07`.
  case date
  /// A stretch of the day, `08:00-09:00`.
  case window
  /// One of some words.
  case choice([String])
  /// An object with fixed keys; a scenario that extends another may give some of them.
  case object([Field], rules: [ContentRule] = [])
  /// An object whose keys depend on one of its values, such as a distribution.
  case kinds(key: String, [Kind])
  /// An object whose keys are data; one that extends another replaces it whole.
  case map(MapKey, of: Shape, rules: [ContentRule] = [])
  /// An array; one that extends another replaces it whole.
  case list(of: Shape, count: ClosedRange<Int>, rules: [ContentRule] = [])
  /// One of several shapes of different JSON types.
  case either([Shape])
  /// The shape, or `null`.
  case nullable(Shape)
  /// Anything: what it may be depends on something else in the document.
  case anything
}

/// Numbers from a lower to an upper limit.
struct NumberRange: Sendable {
  var lower: Double
  var upper: Double
  /// Whether the lower limit itself is out of range.
  var excludesLower = false
  /// Whether the upper limit itself is out of range.
  var excludesUpper = false

  func contains(_ number: Double) -> Bool {
    (excludesLower ? number > lower : number >= lower) && (excludesUpper ? number < upper : number <= upper)
  }
}

/// What the keys of a map are.
enum MapKey: Sendable {
  case time
  case window
  /// A whole number from 1: of GPs.
  case size
  /// Any name.
  case label
  /// The path of a parameter.
  case path
  /// Some words.
  case choice([String])
}

/// What a text may be.
enum TextRule: Sendable {
  /// A name that can name a folder.
  case name
  /// One line.
  case line
  /// Any text.
  case prose
  /// A file's path.
  case file
}

/// What the entries of an object or an array must be together.
enum ContentRule: Sendable {
  /// The values, or the elements' `share`, add up to 1, unless there are none.
  case sharesAddUpToOne
  /// The elements' `share` add up to 1 or less.
  case sharesAtMostOne
  /// Each stretch of the day ends after it begins.
  case windowsInOrder
  /// No two stretches of the day share an instant.
  case windowsApart
  /// Stretches of the day begin and end at whole minutes.
  case wholeMinutes
  /// `from_seconds` is not above `to_seconds`.
  case boundsInOrder
  /// `smallest` ≤ `mean` ≤ `largest`.
  case meanWithinLimits
  /// No element stands there twice.
  case noRepeats
  /// There is at least one entry.
  case notEmpty
}
