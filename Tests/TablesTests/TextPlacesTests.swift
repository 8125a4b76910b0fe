import Testing

@testable import Tables

/// Asks for the number of the text in each row, given that of the row before, and adds what is new.
private struct Numbering: TableConsumer {
  var places = TextPlaces()
  var last: Int?
  var numbers: [Int] = []

  mutating func begin(_ header: TableHeader, faults: inout TableFaults) {}

  mutating func take(_ row: TableRow, faults: inout TableFaults) {
    last = places.place(of: 0, in: row, after: last) ?? places.add(0, in: row)
    numbers.append(last ?? -1)
  }
}

@Suite("Texts of a column by number")
struct TextPlacesTests {
  /// The numbers by a dictionary.
  private func expected(_ texts: [String]) -> [Int] {
    var known: [String: Int] = [:]
    return texts.map { text in
      let number = known[text] ?? known.count
      known[text] = number
      return number
    }
  }

  @Test(
    "Texts of any length are told apart by every byte, in whatever order they come",
    arguments: [1, 7, 8, 9, 15, 16, 17, 23, 24, 25, 33, 100])
  func everyByte(length: Int) throws {
    let plain = String(repeating: "a", count: length)
    var texts = [plain]
    // The same but for one byte, wherever it stands; a byte more, and one less.
    for place in 0..<length {
      var bytes = Array(plain.utf8)
      bytes[place] = UInt8(ascii: "b")
      texts.append(String(decoding: bytes, as: UTF8.self))
    }
    texts += [plain + "a", plain + "aaaaaaaa", String(plain.dropLast()) + "z"]
    // In turns, backwards, each twice, and with leaps: what is likely to come next does, or does not.
    let all =
      texts + texts + texts.reversed() + texts.flatMap { [$0, $0] }
      + texts.indices.map { texts[$0 * 7 % texts.count] }
    var numbering = Numbering()
    try CSVReader.read(
      Array(("text,x\n" + all.map { $0 + ",1\n" }.joined()).utf8), file: "t.csv", to: &numbering)
    #expect(numbering.numbers == expected(all))
  }
}
