import Dispatch
import Files
import Foundation
package import Surveys
import Synchronization
import Tables

extension SurveyCalls {
  /// Reads a calls file piece by piece, a long one on all cores; what comes of it is the same on one.
  package init(reading file: String, _ options: SurveyCallReader.Options = .init()) throws {
    let cores = ProcessInfo.processInfo.activeProcessorCount
    if cores > 1, let calls = try PartedFile.calls(of: file, options, partsAtATime: 8 * cores) {
      self = calls
      return
    }
    var consumer = SurveyCallReader(options)
    var input = try InputFile(file)
    var reader = CSVReader(file: input.name)
    while !reader.isStopped, try input.read() { reader.feed(input.bytes.span, to: &consumer) }
    try reader.finish(to: &consumer)
    self = consumer.surveyCalls()
    remarks = reader.faults.remarks
  }
}

/// A long calls file that is read in parts at the same time.
///
/// Parts end at line feeds. A part that begins inside a quoted field is found out, because the part before it does not end between two
/// records. Whatever else is not plain (a fault, a remark, a row that contradicts an earlier one) gives no calls at all, and the file
/// is read from its beginning in one: so there is one way in which faults are found and worded.
struct PartedFile: ~Copyable {
  private let input: InputFile
  /// The file's length, in bytes.
  private let length: Int
  private let options: SurveyCallReader.Options

  /// In bytes: long enough for starting a part to cost nothing, short enough for all parts at work to need little memory.
  private let partLength: Int

  /// `nil` for a file that is short, and for what is no plain file and can be read only once.
  private init?(_ file: String, _ options: SurveyCallReader.Options, partLength: Int) throws {
    // Shorter files are read faster than cores are woken.
    guard let length = InputFile.length(of: file), length >= 4 * partLength else { return nil }
    self.partLength = partLength
    self.length = length
    input = try InputFile(file)
    self.options = options
  }

  /// The calls of a file, or `nil` if it must be read in one.
  ///
  /// - Parameter partLength: In bytes, at least; a file that is not some times as long is read in one.
  static func calls(
    of file: String, _ options: SurveyCallReader.Options, partsAtATime: Int, partLength: Int = 1 << 20
  ) throws -> SurveyCalls? {
    guard let parted = try PartedFile(file, options, partLength: partLength) else { return nil }
    return try parted.calls(partsAtATime: partsAtATime)
  }

  private func calls(partsAtATime: Int) throws -> SurveyCalls? {
    var begun = SurveyCallReader(options)
    var reader = CSVReader(file: input.name)
    let parts = (length + partLength - 1) / partLength
    var (next, bytes) = (0, 0)
    // In one, as long as a part brings fewer new practices than the one before: what a part meets first, it has to make out by itself.
    var (newPractices, newBefore) = (0, Int.max)
    repeat {
      newBefore = next == 0 ? Int.max : newPractices
      let known = begun.practiceCount
      let (lines, start) = try lines(ofPart: next)
      reader.feed(lines, from: start, to: &begun)
      (newPractices, bytes, next) = (begun.practiceCount - known, bytes + lines.count, next + 1)
      guard reader.isBetweenRecords, begun.canReadApart else { return nil }
    } while next < min(parts, Self.mostInOne) && newPractices > Self.fewPractices
      && newPractices <= newBefore / 2

    guard let middle = try read(parts / 2, reader, begun) else { return nil }
    begun.openLedger(judgingBy: middle)
    // Where each row has a practice of its own, parts at work have long lists of them.
    let partsAtATime = begun.keepsEachCall ? max(1, partsAtATime / 4) : partsAtATime
    // As many calls as if all rows were as long as those of the first part: storage that grew would be held twice.
    begun.reserve(rows: Double(reader.rowCount) * Double(length) / Double(bytes))
    // The copy for parts holds no calls, so that those of the whole are never copied.
    let (origin, template) = (begun.apart(), reader)
    let whole = Mutex<SurveyCallReader?>(begun)
    begun = origin
    var read: [SurveyCallReader] = []
    while next < parts || !read.isEmpty {
      let (numbers, unadded) = (next..<min(parts, next + partsAtATime), read)
      let found = Mutex([SurveyCallReader?](repeating: nil, count: numbers.count))
      // Some add what the others have read in the round before. What they change is held here and nowhere else, so as not to be copied.
      let works = Mutex<[LedgerWork?]>([])
      guard whole.withLock({ Self.deal(unadded, to: &$0, origin, into: works) }) else { return nil }
      let adding = max(1, works.withLock(\.count))
      DispatchQueue.concurrentPerform(iterations: adding + numbers.count) { number in
        if number >= adding {
          let part = try? self.read(numbers.lowerBound + number - adding, template, origin)
          found.withLock { $0[number - adding] = part }
        } else if origin.keepsEachCall {
          whole.withLock { Self.add(unadded, to: &$0, origin) }
        } else {
          Self.run(number, of: works)
        }
      }
      read = found.withLock { $0.compactMap(\.self) }
      guard read.count == numbers.count, whole.withLock({ Self.take(works, into: &$0) }) else { return nil }
      next = numbers.upperBound
    }
    let last = Mutex<[LedgerWork?]>(whole.withLock { $0?.dealLast() } ?? [])
    DispatchQueue.concurrentPerform(iterations: last.withLock(\.count)) { Self.run($0, of: last) }
    guard whole.withLock({ Self.take(last, into: &$0) }),
      var consumer = whole.withLock({ $0.take() }), consumer.endReplication()
    else { return nil }
    try reader.finish(to: &consumer)
    var calls = consumer.surveyCalls()
    calls.remarks = reader.faults.remarks
    return calls
  }

  /// So many parts are read in one at most, and no further one if the last has brought fewer new practices.
  private static let (mostInOne, fewPractices) = (8, 500)

  /// Reads a part; `nil` if it is not plain.
  private func read(_ number: Int, _ template: CSVReader, _ origin: SurveyCallReader) throws
    -> SurveyCallReader?
  {
    let (lines, start) = try lines(ofPart: number)
    var (reader, consumer) = (template, origin.apart())
    reader.feed(lines, from: start, to: &consumer)
    return reader.isBetweenRecords ? consumer : nil
  }

  /// Says what there is to do to add parts in their order, where calls are counted; false if one is not plain.
  private static func deal(
    _ parts: [SurveyCallReader], to whole: inout SurveyCallReader?, _ origin: SurveyCallReader,
    into works: borrowing Mutex<[LedgerWork?]>
  ) -> Bool {
    if origin.keepsEachCall { return true }
    guard let dealt = whole?.deal(parts, readSince: origin) else { return false }
    works.withLock { $0 = dealt }
    return true
  }

  /// Does some of it, on whatever core.
  private static func run(_ number: Int, of works: borrowing Mutex<[LedgerWork?]>) {
    var work = works.withLock { $0.indices.contains(number) ? $0[number].take() : nil }
    work?.run()
    if let work { works.withLock { $0[number] = work } }
  }

  /// Takes back what was done.
  ///
  /// - Returns: Whether all could be added.
  private static func take(_ works: borrowing Mutex<[LedgerWork?]>, into whole: inout SurveyCallReader?)
    -> Bool
  {
    let done = works.withLock { $0.compactMap(\.self) }
    works.withLock { $0 = [] }
    guard !done.isEmpty else { return whole != nil }
    return whole?.take(done) ?? false
  }

  /// Adds parts in their order; what they are added to is gone if one is not plain.
  private static func add(
    _ parts: [SurveyCallReader], to whole: inout SurveyCallReader?, _ origin: SurveyCallReader
  ) {
    guard var reader = whole.take() else { return }
    for part in parts where !reader.add(part, readSince: origin) { return }
    whole = reader
  }

  /// The lines that begin in a part, whole, and where the first of them begins; the last one of the file has a line feed whether it is
  /// there or not.
  private func lines(ofPart number: Int) throws -> (bytes: [UInt8], start: Int) {
    let (lower, upper) = (number * partLength, min(length, (number + 1) * partLength))
    // A line begins behind a line feed, which may be the last byte of the part before.
    let first = max(0, lower - 1)
    var bytes = try input.bytes(from: first, count: min(length, upper + Self.usualLine) - first)
    var isWhole = bytes[min(upper - 1 - first, bytes.count)...].contains(Self.lineFeed)
    while first + bytes.count < length, !isWhole, bytes.count < Self.longestLine * partLength {
      let further = try input.bytes(from: first + bytes.count, count: partLength)
      if further.isEmpty { break }
      isWhole = further.contains(Self.lineFeed)
      bytes += further
    }
    if first + bytes.count >= length, bytes.last != Self.lineFeed { bytes.append(Self.lineFeed) }
    let start = lower == 0 ? 0 : bytes.firstIndex(of: Self.lineFeed).map { $0 + 1 } ?? bytes.count
    let end =
      bytes[min(upper - 1 - first, bytes.count)...].firstIndex(of: Self.lineFeed).map { $0 + 1 }
      ?? bytes.count
    bytes.removeLast(bytes.count - end)
    return (bytes, min(start, end))
  }

  private static let lineFeed = UInt8(ascii: "\n")

  /// In parts: a file with a longer line is read in one, which knows what to say of it.
  private static let longestLine = 4

  /// A line is seldom longer.
  private static let usualLine = 1 << 10
}
