import Tables

/// Everything that a reader said about a file, for comparison.
struct Recorder: TableConsumer, Equatable {
  var header: [String]?
  var rows: [[String]] = []
  var lines: [Int] = []
  var faults: [TableFault] = []
  var faultCount = 0

  mutating func begin(_ header: TableHeader, faults: inout TableFaults) {
    self.header = header.names
  }

  mutating func take(_ row: TableRow, faults: inout TableFaults) {
    rows.append((0..<row.count).map(row.text))
    lines.append(row.line)
  }

  /// Reads bytes in chunks of a size; 0 means all at once.
  ///
  /// - Parameter copies: Whether every line is copied, or only one that is not plain.
  static func reading(
    _ bytes: [UInt8], chunk: Int = 0, options: CSVReadingOptions = CSVReadingOptions(), copies: Bool = true
  ) -> Recorder {
    var recorder = Recorder()
    var reader = CSVReader(file: "t.csv", options: options)
    var start = 0
    while start < bytes.count, !reader.isStopped {
      let end = chunk == 0 ? bytes.count : min(start + chunk, bytes.count)
      if copies {
        reader.feed(bytes[start..<end].span, to: &recorder)
      } else {
        reader.feed(Array(bytes[..<end]), from: start, to: &recorder)
      }
      start = end
    }
    do {
      try reader.finish(to: &recorder)
    } catch let faults as TableFaults {
      recorder.faults = faults.faults
      recorder.faultCount = faults.count
    } catch {
      recorder.faultCount = -1
    }
    return recorder
  }

  static func reading(_ text: String, options: CSVReadingOptions = CSVReadingOptions()) -> Recorder {
    reading(Array(text.utf8), options: options)
  }

  /// The faults as a person sees them.
  var messages: [String] { faults.map(\.description) }
}

/// Options that keep every row, so that what is read can be compared field by field.
var everyRow: CSVReadingOptions {
  var options = CSVReadingOptions()
  options.requiresRows = false
  options.skipsBlankRows = false
  return options
}

/// A small generator for tests, so that this module's tests depend on nothing else.
///
/// The multiplier and increment are those of Knuth's MMIX; only the upper bits are used.
struct TestGenerator {
  var state: UInt64

  mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }

  mutating func bits() -> UInt64 {
    UInt64(below(1 << 31)) << 33 ^ UInt64(below(1 << 31)) << 15 ^ UInt64(below(1 << 31))
  }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[below(elements.count)]
  }
}
