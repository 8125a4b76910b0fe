import Foundation
import Tables
import Testing

@testable import Scenarios

@Suite("Reading JSON5")
struct JSON5ParserTests {
  /// A value of any JSON document, decoded by Foundation: the other opinion.
  enum Value: Decodable, Equatable {
    case null, flag(Bool), number(Double), text(String), list([Value]), object([String: Value])

    struct Key: CodingKey {
      var stringValue: String
      var intValue: Int? { nil }
      init?(stringValue: String) { self.stringValue = stringValue }
      init?(intValue: Int) { nil }
    }

    init(from decoder: any Decoder) throws {
      if let container = try? decoder.container(keyedBy: Key.self) {
        self = .object(
          try Dictionary(
            uniqueKeysWithValues: container.allKeys.map {
              ($0.stringValue, try container.decode(Value.self, forKey: $0))
            }))
      } else if var container = try? decoder.unkeyedContainer() {
        var list: [Value] = []
        while !container.isAtEnd { list.append(try container.decode(Value.self)) }
        self = .list(list)
      } else {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
          self = .null
        } else if let flag = try? container.decode(Bool.self) {
          self = .flag(flag)
        } else if let number = try? container.decode(Double.self) {
          self = .number(number)
        } else {
          self = .text(try container.decode(String.self))
        }
      }
    }

    init(_ node: DocumentNode) {
      switch node.content {
      case .null: self = .null
      case .flag(let flag): self = .flag(flag)
      case .whole(let whole): self = .number(Double(whole))
      case .number(let number): self = .number(number)
      case .text(let text): self = .text(text)
      case .list(let elements): self = .list(elements.map(Value.init))
      case .object(let members):
        self = .object(Dictionary(members.map { ($0.key, Value($0.value)) }) { _, last in last })
      }
    }
  }

  func parsed(_ text: String) throws -> Value {
    var parser = JSON5Parser(text, file: "test.json")
    return Value(try parser.document())
  }

  @Test(
    "values are those that Foundation reads",
    arguments: [
      "{}", "[]", "null", "true", "\"text\"",
      "[1, 2.5, -3, +4, .5, 5., 1e3, -2E-3, 0x1F, 18446744073709551615]",
      "{a: 1, $b_1: 2, 'c d': 3, \"e\": 4, ø: 5,}", "[1,]", "// c\n[1, /* two\n */ 2] // end",
      #"["\n\t\"\\\/\u00e6\u0041\x41", 'it\'s "it"', "😀"]"#,
      "\u{FEFF}{\"a\": [[[[]]]]}", "  \r\n\t[ 1 ]\r\n", "[Infinity, -Infinity]",
      "{\"a\": {\"b\": {\"c\": false}}}",
    ])
  func values(_ text: String) throws {
    let decoder = JSONDecoder()
    decoder.allowsJSON5 = true
    #expect(try parsed(text) == decoder.decode(Value.self, from: Data(text.utf8)))
  }

  @Test("shipped scenarios have the values that Foundation reads", arguments: Shipped.names)
  func shipped(_ name: String) throws {
    let decoder = JSONDecoder()
    decoder.allowsJSON5 = true
    let text = try Shipped.text(name)
    #expect(try parsed(text) == decoder.decode(Value.self, from: Data(text.utf8)))
  }

  @Test(
    "what is not JSON5 has a place and a reason",
    arguments: [
      ("", 1, 1, "the text ends where a value is expected"),
      ("{", 1, 2, "the text ends inside an object"),
      ("{\n  a: 1\n  b: 2\n}", 3, 3, "expected ',' or '}', found 'b'"),
      ("[1 2]", 1, 4, "expected ',' or ']', found '2'"),
      ("{\"a\" 1}", 1, 6, "expected ':' after the key \"a\", found '1'"),
      ("{a: }", 1, 5, "expected a value, found '}'"),
      ("{1a: 2}", 1, 4, "expected a key"),
      ("[,]", 1, 2, "expected a value, found ','"),
      ("[1] x", 1, 5, "'x' stands after the end"),
      ("{a: hello}", 1, 5, "'hello' is no value; texts stand in quotes"),
      ("[1.2.3]", 1, 2, "'1.2.3' is no value"),
      ("[0x]", 1, 2, "'0x' is no value"),
      ("[-]", 1, 2, "'-' is no value"),
      ("[.]", 1, 2, "'.' is no value"),
      ("[--1]", 1, 2, "'--1' is no value"),
      ("{\"æøå\": \"x", 1, 9, "a text begins here and does not end"),
      ("[\"x\n\"]", 1, 2, "its line ends before it does"),
      ("[\"\\u12\"]", 1, 4, "an escape needs 4 hexadecimal digits"),
      ("[\"\\ud800\"]", 1, 4, "half a surrogate pair"),
      ("/* no end", 1, 1, "a comment begins here and does not end"),
      ("[/ 1]", 1, 2, "'/' begins no comment"),
      (String(repeating: "[", count: 100_000), 1, 65, "nested more than 64 deep"),
    ])
  func failures(_ text: String, line: Int, column: Int, message: String) throws {
    var parser = JSON5Parser(text, file: "test.json")
    let failure = try #require(throws: JSON5Parser.Failure.self) { try parser.document() }
    #expect(failure.message.contains(message), "\(failure)")
    #expect([failure.place.line, failure.place.column] == [line, column], "\(failure)")
  }

  @Test("a key that stands twice is known with its path and place, however it is written")
  func repeatedKeys() throws {
    var parser = JSON5Parser("{a: [{b: 1,\n 'b': 2}], \"a\": 3}", file: "test.json")
    _ = try parser.document()
    #expect(parser.repeatedKeys.map(\.path.description) == ["a[0].b", "a"])
    #expect(parser.repeatedKeys.map { [$0.place.line, $0.place.column] } == [[2, 2], [2, 12]])
  }

  @Test("of a million repeated keys so many are kept as faults show, and a key of a megabyte is shortened")
  func cappedKeys() throws {
    let key = "'a':0,"
    var parser = JSON5Parser("{" + String(repeating: key, count: 1_000_000) + "}", file: "test.json")
    _ = try parser.document()
    // The first of each is none of those that repeat it, and the places are those of the second, third and so on.
    #expect(parser.repeatedKeys.count == ScenarioFaults.limit)
    let columns = (1...ScenarioFaults.limit).map { 2 + $0 * key.utf8.count }
    #expect(parser.repeatedKeys.map(\.place.column) == columns)

    let long = "\"" + String(repeating: "k", count: 1_000_000) + "\":1,"
    let faults = #expect(throws: ScenarioFaults.self) {
      try ScenarioDocument(parsing: "{" + long + long + "}", file: "test.json").scenario()
    }
    let description = faults.map { "\($0)" } ?? ""
    #expect(description.contains("this key stands here twice"))
    #expect(description.utf8.count < 1_000, "\(description.prefix(300))")
  }

  @Test("a line that goes on after a backslash leaves nothing of the break, as JSON5 says")
  func continuedLines() throws {
    // Foundation keeps the line feed; json5.org, specification 1.0.0, section 5.2, does not.
    #expect(try parsed("'a\\\nb\\\r\nc'") == .text("abc"))
  }

  @Test("seeds beyond 2⁵³ stay exact")
  func largeSeeds() throws {
    var parser = JSON5Parser("18446744073709551615", file: "test.json")
    #expect(try parser.document().json == .unsigned(.max))
  }
}
