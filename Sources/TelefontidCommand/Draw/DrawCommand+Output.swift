import Files
import Foundation
import SurveyDesign
import Surveys
import Tables
import Terminal

/// Writes a call list to one file or to one for each interviewer, all of them or none.
struct CallListFiles {
  let list: CallList
  let format: TableFormat

  /// Writes the list; every file is complete beside its place before the first takes it.
  ///
  /// - Throws: `FileFault` of kind `cannotCreate` where a list stands that somebody has begun to fill in.
  func write(to path: String, perInterviewer: Bool) throws {
    guard perInterviewer else { return try write([(path, nil)]) }
    let names = Self.names(for: path, interviewers: list.planner.interviewers)
    try write(names.enumerated().map { ($1, $0) }[...])
  }

  /// A file's name for each interviewer: `lists/calls-07.csv`.
  static func names(for path: String, interviewers: Int) -> [String] {
    let fileStart = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    let file = path[fileStart...]
    let dot = file.lastIndex(of: ".").flatMap { $0 == file.startIndex ? nil : $0 } ?? file.endIndex
    let digits = "\(interviewers)".count
    return (1...max(interviewers, 1)).map { number in
      let text = "\(number)"
      return path[..<dot] + "-" + String(repeating: "0", count: digits - text.count) + text + path[dot...]
    }
  }

  /// Writes the first file beside its place, then the others, then puts the first in its place.
  private func write(_ files: ArraySlice<(path: String, interviewer: Int?)>) throws {
    guard let file = files.first else { return }
    try refuseToLoseEntries(file.path)
    var output = try ReplacedFile(file.path)
    list.append(of: file.interviewer, format: format, to: &output.file.pending)
    try output.prepare()
    try write(files.dropFirst())
    try output.commit()
  }

  /// Whether it is the list of an interviewer without a call: nothing but a header.
  private static func isEmptyList(_ bytes: [UInt8]) -> Bool {
    let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
    return lines.count == 1 && lines[0].contains(CallColumn.disposition.rawValue)
  }

  /// Other numbered files of that name, which an earlier draw with more interviewers has left.
  static func strays(beside path: String, interviewers: Int) -> [String] {
    let names = Set(names(for: path, interviewers: interviewers))
    guard let first = Self.names(for: path, interviewers: 1).first else { return [] }
    let folder = first.lastIndex(of: "/").map { String(first[...$0]) } ?? ""
    let parts = first.dropFirst(folder.count).split(separator: "-", omittingEmptySubsequences: false)
    let stem = parts.dropLast().joined(separator: "-") + "-"
    let end = (parts.last ?? "").drop { $0.isNumber }
    let all = (try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)) ?? []
    return all.sorted().filter { name in
      let number = name.dropFirst(stem.count).dropLast(end.count)
      return name.hasPrefix(stem) && name.hasSuffix(end)
        && (1...CallPlanner.mostInterviewers).contains(Int(number) ?? 0)
        && !names.contains(folder + name)
    }.map { folder + $0 }
  }

  /// Refuses to replace anything but an empty file or a call list in which nobody has filled anything in.
  private func refuseToLoseEntries(_ path: String) throws {
    let attributes = try? FileManager.default.attributesOfItem(
      atPath: URL(fileURLWithPath: path).resolvingSymlinksInPath().path)
    guard path != "-", attributes?[.type] as? FileAttributeType == .typeRegular,
      attributes?[.size] as? Int ?? 0 > 0
    else { return }
    var reader = SurveyCallReader()
    var filled = FilledCells(replacedBy: list)
    do {
      let bytes = try InputFile.contents(of: path)
      if Self.isEmptyList(bytes) { return }
      try CSVReader.read(bytes, file: path, to: &reader)
      try CSVReader.read(bytes, file: path, to: &filled)
    } catch {
      throw FileFault(.cannotCreate, path, "is there and is no call list of ours: name another file")
    }
    let calls = reader.surveyCalls()
    let outcomes = calls.rows - calls.unmadeRows
    guard outcomes > 0 || filled.count > 0 else { return }
    let entries =
      outcomes > 0
      ? "\(outcomes) \(outcomes == 1 ? "outcome" : "outcomes")"
      : "\(filled.count) \(filled.count == 1 ? "entry" : "entries") in \(filled.columns.joined(separator: ", "))"
    throw FileFault(.cannotCreate, path, "holds \(entries) that would be lost: name another file")
  }
}

/// What `draw` prints: how evenly the calls fall.
struct DrawTables {
  let list: CallList
  /// Where the list comes from, in a sentence.
  let design: String

  private var planner: CallPlanner { list.planner }
  private var calls: [PlannedCall] { list.plan.calls }

  /// The tables, in the order in which they are read.
  var tables: [TextTable] { [slots, strata, interviewers].compactMap { $0 } }

  private var slots: TextTable {
    let days = planner.days
    var table = TextTable(
      [.text("Slot"), .number("Calls"), .number("Each day"), .number("Each interviewer")],
      title:
        "\(Self.count(calls.count, "call")) to \(list.plan.sample.practices.count) of \(planner.frame.count) practices, "
        + "\(days[0]) to \(days[days.count - 1]), \(Self.count(days.count, "day"))",
      notes: notes)
    for (place, slot) in planner.slots.slots.enumerated() {
      let calls = calls.filter { $0.slotIndex == place }
      table.append([slot.label, "\(calls.count)", perDay(calls), perInterviewer(calls)])
    }
    table.appendFooter(["all", "\(calls.count)", perDay(calls), perInterviewer(calls)])
    return table
  }

  private var notes: [String] {
    let weights = list.plan.sample.practices.map { list.frame.practices[$0.practiceIndex].weight }
    var notes = [design]
    if let least = weights.min(), let most = weights.max() {
      notes.append(
        "Weight, the number of practices that one stands for: \(Self.range(least, most)). Days: from Monday to Friday, no Danish public holidays."
      )
    }
    notes.append("A row whose disposition is left empty counts as not-attempted.")
    return notes
  }

  /// How strata share the slots, unless there is one stratum, or too many to look at.
  private var strata: TextTable? {
    let groups = planner.frame.strata
    guard (2...Self.mostRows).contains(groups.count) else { return nil }
    var stratum = [Int](repeating: 0, count: planner.frame.count)
    for (number, group) in groups.enumerated() { for member in group.members { stratum[member] = number } }
    var table = TextTable([
      .text("Stratum"), .number("Practices"), .number("Sampled"), .number("Calls"), .number("Each slot"),
    ])
    for (number, group) in groups.enumerated() {
      let calls = calls.filter { stratum[$0.practiceIndex] == number }
      let sampled = list.plan.sample.practices.count { stratum[$0.practiceIndex] == number }
      table.append([
        group.label.isEmpty ? "(empty)" : group.label, "\(group.members.count)", "\(sampled)",
        "\(calls.count)",
        Self.spread(calls.map(\.slotIndex), over: planner.slots.slots.count),
      ])
    }
    return table
  }

  private var interviewers: TextTable? {
    guard planner.interviewers <= Self.mostRows else { return nil }
    let busiest = (0..<planner.interviewers).map { busiestHour(of: $0) }
    var table = TextTable(
      [.text("Interviewer"), .number("Calls"), .number("Each day"), .number("Most in a slot of a day")],
      notes: [
        "Whether so many can be rung on time: telefontid plan fieldwork."
      ])
    for interviewer in 0..<planner.interviewers {
      let calls = calls.filter { $0.interviewer == interviewer }
      table.append(["\(interviewer + 1)", "\(calls.count)", perDay(calls), "\(busiest[interviewer])"])
    }
    return table
  }

  /// More rows than this are no picture any more.
  private static let mostRows = 20

  /// The most calls that an interviewer has in one slot of one day.
  private func busiestHour(of interviewer: Int) -> Int {
    var counts: [Int: Int] = [:]
    var most = 0
    for call in calls where call.interviewer == interviewer {
      let hour = call.date.dayNumber * planner.slots.slots.count + call.slotIndex
      counts[hour, default: 0] += 1
      most = max(most, counts[hour, default: 0])
    }
    return most
  }

  private func perDay(_ calls: [PlannedCall]) -> String {
    let places = Dictionary(uniqueKeysWithValues: planner.days.enumerated().map { ($1, $0) })
    return Self.spread(calls.map { places[$0.date] ?? 0 }, over: planner.days.count)
  }

  private func perInterviewer(_ calls: [PlannedCall]) -> String {
    Self.spread(calls.map(\.interviewer), over: planner.interviewers)
  }

  /// How often the least and the most frequent of so many numbers comes up: `5–6`.
  private static func spread(_ numbers: [Int], over count: Int) -> String {
    var counts = [Int](repeating: 0, count: count)
    for number in numbers { counts[number] += 1 }
    guard let least = counts.min(), let most = counts.max() else { return "–" }
    return least == most ? "\(least)" : "\(least)–\(most)"
  }

  private static func range(_ least: Double, _ most: Double) -> String {
    func text(_ weight: Double) -> String {
      weight.rounded() == weight ? NumberText.shortest(weight) : NumberText.format(weight, decimals: 2)
    }
    return least == most ? text(least) : "\(text(least)) to \(text(most))"
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
