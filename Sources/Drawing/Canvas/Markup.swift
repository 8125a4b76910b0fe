internal import Tables

/// A piece of XML or HTML under construction, in which text from outside cannot become markup.
///
/// What it writes is well-formed XML and, with HTML's element names, valid HTML as well: elements are always closed, void ones as
/// `<br/>`. Attributes keep the order they are given in, so the same calls write the same bytes.
///
/// ```swift
/// var page = Markup()
/// page.element("p", ["class": "note"]) { $0.text("5 < 6") }
/// page.description  // <p class="note">5 &lt; 6</p>
/// ```
///
/// Element and attribute names come from our own source; they are not checked against a grammar.
package struct Markup: Equatable, Sendable {
  /// The attributes of an element in their order; those without a value are left out.
  package typealias Attributes = KeyValuePairs<String, String?>

  /// The text so far.
  package private(set) var description = ""

  /// Nothing yet.
  package init() {}

  /// Whether nothing has been written.
  package var isEmpty: Bool { description.isEmpty }

  /// Writes an element with what stands in it.
  package mutating func element(
    _ name: StaticString, _ attributes: Attributes = [:],
    content: (inout Markup) -> Void = { _ in }
  ) {
    open(name, attributes)
    description += ">"
    content(&self)
    description += "</\(name)>"
  }

  /// Writes an element that holds text only.
  package mutating func element(
    _ name: StaticString, _ attributes: Attributes = [:], text: String
  ) {
    element(name, attributes) { $0.text(text) }
  }

  /// Writes an element that can hold nothing: one of HTML's void elements or one of SVG's shapes.
  package mutating func empty(_ name: StaticString, _ attributes: Attributes = [:]) {
    open(name, attributes)
    description += "/>"
  }

  /// Writes text, escaped.
  package mutating func text(_ text: String) {
    description += Self.escaped(text, quotes: false)
  }

  /// Ends the line; only for the eyes of whoever reads the source.
  package mutating func newLine() {
    description += "\n"
  }

  /// Writes another piece as it stands.
  package mutating func append(_ other: Markup) {
    description += other.description
  }

  /// Writes a `style` element.
  ///
  /// HTML takes the text of a style sheet as it is and XML does not, so neither `<` nor `&` may stand in it: that is a bug of ours.
  package mutating func styleSheet(_ text: String) {
    precondition(!text.contains { $0 == "<" || $0 == "&" }, "a style sheet needs no escaping")
    description += "<style>\(text)</style>"
  }

  /// Writes the declaration that a page is HTML.
  package mutating func doctype() {
    description += "<!DOCTYPE html>\n"
  }

  private mutating func open(_ name: StaticString, _ attributes: Attributes) {
    description += "<\(name)"
    for case (let name, let value?) in attributes {
      description += " \(name)=\"\(Self.escaped(value, quotes: true))\""
    }
  }
}

extension Markup {
  /// A number as it stands in an attribute: at most two decimals, none that is a trailing zero, never an exponent.
  ///
  /// What is not finite is written as `0`, for a file that cannot be read is no help.
  package static func number(_ value: Double) -> String {
    guard value.isFinite else { return "0" }
    var text = NumberText.format(value, decimals: 2)[...]
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return String(text)
  }

  /// The text with everything escaped that could be taken for markup or that a document must not hold.
  private static func escaped(_ text: String, quotes: Bool) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;".unicodeScalars
      case "<": result += "&lt;".unicodeScalars
      case ">": result += "&gt;".unicodeScalars
      case "\"" where quotes: result += "&quot;".unicodeScalars
      // In an attribute, XML would turn these into spaces.
      case "\n" where quotes, "\r" where quotes: result += "&#10;".unicodeScalars
      case "\t" where quotes: result += "&#9;".unicodeScalars
      case "\r": result.append("\n")
      case "\n", "\t": result.append(scalar)
      default: result.append(isAllowed(scalar) ? scalar : "\u{FFFD}")
      }
    }
    return String(result)
  }

  /// Whether a scalar may stand in XML and in HTML and does not change the direction of the text around it.
  ///
  /// XML 1.0 forbids most control characters even escaped; HTML forbids non-characters too (U+FFFE and the like).
  /// Overrides of the direction (U+202A–202E, U+2066–2069) are allowed by both, but would turn what follows them.
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0xFDD0...0xFDEF: false
    default: scalar.value & 0xFFFE != 0xFFFE
    }
  }
}

extension Markup: CustomStringConvertible {}
