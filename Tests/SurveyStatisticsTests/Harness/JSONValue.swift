import Foundation

/// Any JSON value, as the reference files hold them.
enum JSONValue: Sendable, Decodable {
  case null
  case number(Double)
  case text(String)
  case flag(Bool)
  case list([JSONValue])
  case object([String: JSONValue])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let list = try? container.decode([JSONValue].self) {
      self = .list(list)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  init(parsing text: String) throws {
    self = try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
  }

  /// A number, also one written as a fraction in a string ("1/6").
  var number: Double? {
    switch self {
    case .number(let value): return value
    case .text(let text):
      let parts = text.split(separator: "/").compactMap { Double($0) }
      return parts.count == 2 ? parts[0] / parts[1] : nil
    case .null, .flag, .list, .object: return nil
    }
  }

  var text: String? {
    if case .text(let value) = self { value } else { nil }
  }

  var flag: Bool? {
    if case .flag(let value) = self { value } else { nil }
  }

  /// A list of numbers.
  var numbers: [Double]? {
    guard case .list(let values) = self else { return nil }
    let numbers = values.compactMap(\.number)
    return numbers.count == values.count ? numbers : nil
  }

  /// A list of lists of numbers.
  var table: [[Double]]? {
    guard case .list(let rows) = self else { return nil }
    let table = rows.compactMap(\.numbers)
    return table.count == rows.count ? table : nil
  }

  subscript(key: String) -> JSONValue? {
    if case .object(let members) = self { members[key] } else { nil }
  }
}
