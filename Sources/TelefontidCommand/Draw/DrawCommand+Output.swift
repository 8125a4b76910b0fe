import Files
import Foundation
import Reports
import SurveyDesign
import Surveys
import Tables
import Terminal

/// Writes a call list to one file or to one for each interviewer, all of them or none.
struct CallListFiles {
  let list: CallList
  let layout: CallList.Layout
  let format: TableFormat

  /// Writes the list beside its place, or its places.
  func write(to path: String, perInterviewer: Bool, into files: inout ReplacedFiles) throws {
    let names = perInterviewer ? names(for: path) : [path]
    for (interviewer, name) in names.enumerated() {
      var output = try ReplacedFile(name)
      list.append(
        of: perInterviewer ? interviewer : nil, layout: layout, format: format, to: &output.file.pending)
      try files.add(output)
    }
  }

  /// A file's name for each interviewer: `lists/calls-07.csv`, `lists/calls-Anne.csv`.
  func names(for path: String) -> [String] {
    let (stem, end) = Self.parts(of: path)
    let digits = list.interviewers.map(\.count).max() ?? 1
    return list.interviewers.map { name in
      let zeros = Int(name) == nil ? 0 : digits - name.count
      return stem + "-" + String(repeating: "0", count: zeros) + name + end
    }
  }

  /// What stands before an interviewer's name in a file's name, and what after it.
  private static func parts(of path: String) -> (stem: String, end: String) {
    let fileStart = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    let file = path[fileStart...]
    let dot = file.lastIndex(of: ".").flatMap { $0 == file.startIndex ? nil : $0 } ?? file.endIndex
    return (String(path[..<dot]), String(path[dot...]))
  }

  /// Other numbered files of that name, which an earlier draw with more interviewers has left.
  func strays(beside path: String) -> [String] {
    let names = Set(names(for: path))
    let (whole, end) = Self.parts(of: path)
    let folder = whole.lastIndex(of: "/").map { String(whole[...$0]) } ?? ""
    let stem = whole.dropFirst(folder.count) + "-"
    let all = (try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)) ?? []
    return all.sorted().filter { name in
      let number = name.dropFirst(stem.count).dropLast(end.count)
      return name.hasPrefix(stem) && name.hasSuffix(end)
        && (1...CallPlanner.mostInterviewers).contains(Int(number) ?? 0)
        && !names.contains(folder + name)
    }.map { folder + $0 }
  }

  /// Refuses to replace anything but an empty file, a list without a row, or the very list that would be written.
  ///
  /// Nothing that an interviewer typed is lost so, whichever the column: a list of another draw cannot be told from one that was changed.
  /// - Throws: `FileFault` of kind `cannotCreate`.
  func refuseToLoseEntries(in paths: [String]) throws {
    if CommandFiles.mayReplaceForeign { return }
    for (place, path) in paths.enumerated() where path != "-" {
      try refuseToLoseEntries(path, of: paths.count > 1 ? place : nil)
    }
  }

  private static func anotherList(_ path: String) -> FileFault {
    FileFault(
      .cannotCreate, path,
      "is another list, in which people may have written: name another file, or replace it with --force")
  }

  private func refuseToLoseEntries(_ path: String, of interviewer: Int?) throws {
    let attributes = try? FileManager.default.attributesOfItem(
      atPath: URL(fileURLWithPath: path).resolvingSymlinksInPath().path)
    guard attributes?[.type] as? FileAttributeType == .typeRegular, attributes?[.size] as? Int ?? 0 > 0
    else { return }
    var options = CSVReadingOptions()
    options.requiresRows = false
    var bytes: [UInt8] = []
    list.append(of: interviewer, layout: layout, format: format, to: &bytes)
    guard
      let there = try? Table(
        try CommandFiles.looking { try InputFile.contents(of: path) }, file: path, options: options),
      let new = try? Table(bytes, file: path, options: options), CallsFileCheck.isCalls(there.header)
    else {
      throw FileFault(
        .cannotCreate, path,
        "is there and is no call list of ours: name another file, or replace it with --force")
    }
    if there.rows.isEmpty || (there.header.names == new.header.names && there.rows == new.rows) { return }
    guard there.header.names == new.header.names, there.rows.count == new.rows.count else {
      throw Self.anotherList(path)
    }
    let columns = new.header.names.indices.filter { column in
      zip(there.rows, new.rows).contains { $0[column] != $1[column] }
    }
    // Another draw has other days, times and practices; a planner who moves a call changes one or two of these.
    let drawn: Set<KnownColumn> = [.practice, .slot, .date, .due]
    let meanings = columns.compactMap { KnownColumn.columns(named: new.header.names[$0]).first }
    guard drawn.intersection(meanings).count < drawn.count else { throw Self.anotherList(path) }
    let count = zip(there.rows, new.rows).reduce(0) { sum, rows in
      sum + columns.count { rows.0[$0] != rows.1[$0] }
    }
    let names = columns.map { new.header.names[$0] }.joined(separator: ", ")
    throw FileFault(
      .cannotCreate, path,
      "holds \(count) \(count == 1 ? "entry" : "entries") in \(names) that would be lost: name another file, or replace it with --force"
    )
  }
}

/// What `draw` prints: how evenly the calls fall.
struct DrawTables {
  let list: CallList
  /// Where the list comes from, in a sentence.
  let design: String

  private var planner: CallPlanner { list.planner }
  private var calls: [PlannedCall] { list.plan.calls }

  /// The practices that the list rings.
  private var rung: Set<Int> { Set(calls.map(\.practiceIndex)) }

  /// The tables, in the order in which they are read.
  var tables: [TextTable] { [slots, strata, interviewers].compactMap { $0 } }

  private var slots: TextTable {
    let days = planner.days
    let (first, last) = (days[0], days[days.count - 1])
    let (count, length) = (PlanText.count(calls.count, .call), PlanText.count(days.count, .day))
    var table = TextTable(
      [
        .text("Slot", "Tidsrum"), .number("Calls", "Opkald"), .number("Each day", "Hver dag"),
        .number("Each interviewer", "Hver interviewer"),
      ],
      title: (list.round > 1 ? said("Round \(list.round): ", "Runde \(list.round): ") : "")
        + said(
          "\(count) to \(rung.count) of \(planner.frame.count) practices, \(first) to \(last), \(length)",
          "\(count) til \(rung.count) af \(planner.frame.count) praksisser, \(first) til \(last), \(length)"),
      notes: notes)
    for (place, slot) in planner.slots.slots.enumerated() {
      let calls = calls.filter { $0.slotIndex == place }
      table.append([slot.label, "\(calls.count)", perDay(calls), perInterviewer(calls)])
    }
    table.appendFooter([Phrase.all, "\(calls.count)", perDay(calls), perInterviewer(calls)])
    return table
  }

  private var notes: [String] {
    let weights = rung.map { list.frame.practices[$0].weight }
    var notes = [design]
    if let least = weights.min(), let most = weights.max() {
      let range = Self.range(least, most)
      notes.append(
        said(
          "Weight, the number of practices that one stands for: \(range). Days: from Monday to Friday, no Danish public holidays.",
          "Vægt, det antal praksisser, som én står for: \(range). Dage: mandag til fredag, ingen danske helligdage."
        ))
    }
    notes.append(
      said(
        "A row whose disposition is left empty counts as not-attempted.",
        "En række uden udfald regnes som ikke foretaget."))
    return notes
  }

  /// How strata share the slots, unless there is one stratum, or too many to look at.
  private var strata: TextTable? {
    let groups = planner.frame.strata
    guard (2...Self.mostRows).contains(groups.count) else { return nil }
    var stratum = [Int](repeating: 0, count: planner.frame.count)
    for (number, group) in groups.enumerated() { for member in group.members { stratum[member] = number } }
    var table = TextTable([
      .text("Stratum", "Stratum"), .number("Practices", "Praksisser"), .number("Sampled", "Udtrukket"),
      .number("Calls", "Opkald"), .number("Each slot", "Hvert tidsrum"),
    ])
    for (number, group) in groups.enumerated() {
      let calls = calls.filter { stratum[$0.practiceIndex] == number }
      let sampled = rung.count { stratum[$0] == number }
      table.append([
        Phrase.group(group.label), "\(group.members.count)", "\(sampled)",
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
      [
        .text("Interviewer", "Interviewer"), .number("Calls", "Opkald"), .number("Each day", "Hver dag"),
        .number("Most in a slot of a day", "Flest i ét tidsrum på en dag"),
      ],
      notes: [
        said(
          "Whether so many can be rung on time: telefontid plan fieldwork.",
          "Om så mange kan ringes op i tide: telefontid plan fieldwork.")
      ])
    for interviewer in 0..<planner.interviewers {
      let calls = calls.filter { $0.interviewer == interviewer }
      table.append([
        list.interviewers[interviewer], "\(calls.count)", perDay(calls), "\(busiest[interviewer])",
      ])
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
      weight.rounded() == weight ? NumberText.shortest(weight) : spoken(weight, decimals: 2)
    }
    let (from, to) = (text(least), text(most))
    return least == most ? from : said("\(from) to \(to)", "\(from) til \(to)")
  }
}
