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
    if cores > 1, let calls = try PartedFile.calls(of: file, options, partsAtATime: 2 * cores) {
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
  private var input: InputFile
  /// The file's length, in bytes.
  private let length: Int
  private let options: SurveyCallReader.Options
  /// What stands behind the last line feed that was read.
  private var rest: [UInt8] = []
  private var isAtEnd = false

  /// In bytes, at least: long enough for starting a part to cost nothing, short enough for all parts at work to need little memory.
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
    of file: String, _ options: SurveyCallReader.Options, partsAtATime: Int, partLength: Int = 1 << 21
  ) throws -> SurveyCalls? {
    guard var parted = try PartedFile(file, options, partLength: partLength) else { return nil }
    return try parted.calls(partsAtATime: partsAtATime)
  }

  private mutating func calls(partsAtATime: Int) throws -> SurveyCalls? {
    var begun = SurveyCallReader(options)
    var reader = CSVReader(file: input.name)
    guard let first = try nextPart() else { return nil }
    reader.feed(first.span, to: &begun)
    guard reader.isBetweenRecords, begun.canReadApart else { return nil }

    // As many calls as if all rows were as long as those of the first part: storage that grew would be held twice.
    begun.reserve(rows: Double(reader.rowCount) * Double(length) / Double(first.count))
    // The copy for parts holds no calls, so that those of the whole are never copied.
    let (origin, template) = (begun.apart(), reader)
    let whole = Mutex<SurveyCallReader?>(begun)
    begun = origin
    var parts = try nextParts(partsAtATime)
    var read: [SurveyCallReader] = []
    while !parts.isEmpty || !read.isEmpty {
      let (unread, unadded) = (parts, read)
      let found = Mutex([SurveyCallReader?](repeating: nil, count: unread.count))
      // One adds what the others have read in the round before.
      DispatchQueue.concurrentPerform(iterations: unread.count + 1) { number in
        if number == 0 {
          whole.withLock { Self.add(unadded, to: &$0, origin) }
        } else {
          let part = Self.read(unread[number - 1], template, origin)
          found.withLock { $0[number - 1] = part }
        }
      }
      read = found.withLock { $0.compactMap(\.self) }
      guard read.count == parts.count, whole.withLock({ $0 != nil }) else { return nil }
      parts = try nextParts(partsAtATime)
    }
    guard var consumer = whole.withLock({ $0.take() }) else { return nil }
    try reader.finish(to: &consumer)
    var calls = consumer.surveyCalls()
    calls.remarks = reader.faults.remarks
    return calls
  }

  /// Reads a part; `nil` if it is not plain.
  private static func read(_ part: [UInt8], _ template: CSVReader, _ origin: SurveyCallReader)
    -> SurveyCallReader?
  {
    var (reader, consumer) = (template, origin.apart())
    reader.feed(part.span, to: &consumer)
    return reader.isBetweenRecords ? consumer : nil
  }

  /// Adds parts in their order; what they are added to is gone if one is not plain.
  private static func add(
    _ parts: [SurveyCallReader], to whole: inout SurveyCallReader?, _ origin: SurveyCallReader
  ) {
    guard var reader = whole.take() else { return }
    for part in parts where !reader.add(part, readSince: origin) { return }
    whole = reader
  }

  private mutating func nextParts(_ count: Int) throws -> [[UInt8]] {
    var parts: [[UInt8]] = []
    while parts.count < count, let part = try nextPart() { parts.append(part) }
    return parts
  }

  /// The next whole lines; the last one of the file has a line feed whether it is there or not.
  private mutating func nextPart() throws -> [UInt8]? {
    var part = rest
    rest = []
    part.reserveCapacity(partLength + (1 << 18))
    var end: Int?
    while part.count < partLength || end == nil, !isAtEnd {
      let before = part.count
      if try input.read() {
        part += input.bytes
        if let last = part[before...].lastIndex(of: UInt8(ascii: "\n")) { end = last + 1 }
      } else {
        isAtEnd = true
      }
    }
    if isAtEnd {
      guard !part.isEmpty else { return nil }
      if part.last != UInt8(ascii: "\n") { part.append(UInt8(ascii: "\n")) }
      return part
    }
    if let end, end < part.count {
      rest = Array(part[end...])
      part.removeLast(part.count - end)
    }
    return part
  }
}
