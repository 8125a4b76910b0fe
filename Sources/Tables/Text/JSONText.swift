/// A JSON value whose text is fully determined: members keep their order and numbers are written one way only.
///
/// ```swift
/// let manifest: JSONText = [
///   "program": "telefontid",
///   "seed": .unsigned(seed),
///   "files": .array(files.map { ["path": .string($0)] }),
/// ]
/// let text = manifest.text()
/// ```
///
/// Values only go out: nothing here reads JSON.
package enum JSONText: Equatable, Sendable {
  /// One name and its value.
  package struct Member: Equatable, Sendable {
    /// The member's name.
    package var name: String
    /// The member's value.
    package var value: JSONText

    /// Puts a member together.
    package init(_ name: String, _ value: JSONText) {
      self.name = name
      self.value = value
    }
  }

  /// Members in the order in which they are written; names should differ.
  case object([Member])
  /// Values in order.
  case array([JSONText])
  /// A text, escaped when it is written.
  case string(String)
  /// A whole number.
  case integer(Int)
  /// A whole number that may exceed the range of `Int`, such as a seed.
  case unsigned(UInt64)
  /// A number, written as ``NumberText/shortest(_:)`` writes it; what is not finite becomes `null`.
  case number(Double)
  /// True or false.
  case bool(Bool)
  /// No value.
  case null

  /// The value as text: pretty with two spaces and a final line feed, or on one line without either.
  package func text(pretty: Bool = true) -> String {
    var bytes: [UInt8] = []
    append(to: &bytes, pretty: pretty)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the value in UTF-8: pretty with two spaces and a final line feed, or on one line without either.
  package func append(to bytes: inout [UInt8], pretty: Bool = true) {
    appendValue(to: &bytes, indentation: pretty ? 0 : nil)
    if pretty { bytes.append(Byte.lineFeed) }
  }

  private func appendValue(to bytes: inout [UInt8], indentation: Int?) {
    switch self {
    case .object(let members):
      Self.appendList(members, between: "{", and: "}", to: &bytes, indentation: indentation) {
        member, bytes, inner in
        Self.appendString(member.name, to: &bytes)
        bytes += indentation == nil ? Array(":".utf8) : Array(": ".utf8)
        member.value.appendValue(to: &bytes, indentation: inner)
      }
    case .array(let values):
      Self.appendList(values, between: "[", and: "]", to: &bytes, indentation: indentation) {
        value, bytes, inner in
        value.appendValue(to: &bytes, indentation: inner)
      }
    case .string(let text): Self.appendString(text, to: &bytes)
    case .integer(let number): bytes.append(decimal: number)
    case .unsigned(let number): bytes.append(decimal: UInt128(number), minimumDigits: 1)
    case .number(let number) where number.isFinite: NumberText.appendShortest(number, to: &bytes)
    case .bool(let truth): bytes += Array((truth ? "true" : "false").utf8)
    case .number, .null: bytes += Array("null".utf8)
    }
  }
}
