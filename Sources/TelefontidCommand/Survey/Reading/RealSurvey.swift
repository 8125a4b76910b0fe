internal import Files
import SurveyDesign
import Surveys
import Tables
internal import Terminal

/// A calls file and its frame, read and checked.
struct RealSurvey: Sendable {
  /// A definition of reached and what it is called in tables.
  struct Rule: Sendable {
    var label: String
    var definition: ReachedDefinition
  }

  /// What the file, or the files, are called in messages.
  let file: String
  /// The same in titles.
  let title: String
  let calls: SurveyCalls
  let frame: Frame?
  let rules: [Rule]
  /// The replications that were asked for.
  let replications: [SurveyCalls.Replication]
  /// What is odd about the calls and their frame.
  let remarks: [TableRemark]
  /// What becomes of calls that are not valid, if anything was said of it.
  let invalidCalls: InvalidCalls?
  /// The frame's columns to which weights are raked.
  let rake: [String]

  /// Reads a calls file with the options of the command line.
  ///
  /// - Parameters:
  ///   - files: The files of its calls.
  ///   - options: What the command line says.
  ///   - realFrame: Read beforehand, since two surveys may share one.
  ///   - codes: What words in the file mean.
  ///   - slots: The survey's slots where they are known, as some may have no call.
  ///   - needsWaits: Whether waits are asked for, whatever the definitions say.
  ///   - keepsEachCall: Whether each call is needed by itself, and not only how many ended alike.
  ///   - target: A target that may name the wait within which practices are to be reached.
  init(
    _ files: CallFiles, options: RealSurveyOptions, frame realFrame: RealFrame?, codes: SurveyCodes,
    slots: [Slot] = [], needsWaits: Bool = false, keepsEachCall: Bool = true,
    within target: AccessTarget? = nil
  ) throws {
    let frame = realFrame?.frame
    var reading = SurveyCallReader.Options()
    reading.columns = options.columnNames.ofCalls
    reading.frameColumns = options.columnNames.ofFrame
    reading.neededColumns = options.columns
      .filter { $0.isOfFrameOnly && realFrame?.header.index(of: $0.theirs) == nil }.map(\.theirs)
    reading.codes = codes
    reading.frame = frame
    reading.slots = options.slots
    reading.knownSlots = options.slots == nil ? slots : []
    reading.keepsEachCall = keepsEachCall
    reading.needsWaits =
      needsWaits || target?.withinSeconds != nil
      || options.definitions.contains { $0.waitLimitSeconds != nil }
    var names = Set<String>()
    reading.groupColumns = options.groupings.flatMap { $0 }.filter {
      $0 != SurveyColumn.slot.rawValue && frame?.column(named: $0) == nil && names.insert($0).inserted
    }
    let file = files.name
    self.file = file
    title = files.title
    self.frame = frame
    invalidCalls = options.invalidCalls
    rake = options.rake ?? []
    reading.allowedValues = try Self.marginValues(rake, realFrame)
    let calls = try files.calls(reading)
    self.calls = calls
    remarks = calls.remarks + (realFrame?.remarks ?? [])
    rules = try Self.rules(options.definitions, target, saysOnlyReached: calls.saysOnlyReached)
    replications = try Self.replications(of: calls, asked: options.replication, file: file)
    try checkClasses()
    try checkRaking(realFrame)
  }

  private static func rules(
    _ given: [ReachedDefinition], _ target: AccessTarget?, saysOnlyReached: Bool
  ) throws -> [Rule] {
    guard saysOnlyReached else {
      return try (given.isEmpty ? [.agreement, .person] : given).map {
        let definition = try target?.definition($0) ?? $0
        return Rule(label: definition.name, definition: definition)
      }
    }
    guard target?.withinSeconds == nil else {
      throw CommandError.usage(
        "'--target' with a wait needs dispositions; the file only says who was reached")
    }
    guard given.isEmpty else {
      throw CommandError.usage("'--reached' needs dispositions; the file only says who was reached")
    }
    return [Rule(label: SurveyColumn.reached.rawValue, definition: .agreement)]
  }

  private static func replications(
    of calls: SurveyCalls, asked: Int?, file: String
  ) throws -> [SurveyCalls.Replication] {
    guard let asked else { return calls.replications }
    let found = calls.replications.filter { $0.number == asked }
    guard !found.isEmpty else {
      throw CommandError.data([Fault("there is no replication \(asked)", file: file)])
    }
    return found
  }

  /// The survey put together with its frame.
  func analysis(
    _ estimator: RateEstimator = RateEstimator(),
    estimand: SurveyEstimand = .service(practices: nil, betweenShare: 0), total: SurveyTotal = .calls
  ) -> SurveyAnalysis {
    SurveyAnalysis(
      calls, frame: frame, estimator: estimator, estimand: estimand, total: total, invalidCalls: invalidCalls,
      rakedTo: rake)
  }

  /// Refuses to make calls good in a stratum that has no valid one, if that was asked for.
  private func checkClasses() throws {
    guard invalidCalls == .madeGood else { return }
    let analysis = analysis()
    var faults: [Fault] = []
    for replication in replications {
      for rule in rules {
        for (stratum, calls) in analysis.strataWithoutValidCall(rule.definition, in: replication) {
          let place = replications.count > 1 ? "replication \(replication.number): " : ""
          faults.append(
            Fault(
              "\(place)stratum '\(stratum)' has \(calls) \(calls == 1 ? "call" : "calls") and none that is valid under "
                + "'\(rule.label)': nothing can make it good; put it into another stratum, or leave '--invalid made-good' out",
              file: file))
        }
      }
    }
    guard faults.isEmpty else { throw CommandError.data(faults) }
  }

  /// The groupings that were asked for, pooled stretches after the slots, and all calls together last.
  func groupings(_ options: RealSurveyOptions) throws -> [SurveyGrouping] {
    do {
      var groupings = try options.groupings.map { try calls.grouped(by: $0, frame: frame) }
      let slot = groupings.firstIndex { $0.by == SurveyColumn.slot.rawValue }
      groupings.insert(
        contentsOf: try options.stretches.map { try calls.pooled($0) }, at: slot.map { $0 + 1 } ?? 0)
      return groupings + [calls.allTogether]
    } catch let fault as DesignFault {
      throw CommandError.data([Fault(fault.message, file: file)])
    }
  }
}

extension RealSurveyOptions {
  /// The frame that `--frame` names; its columns may have Danish names or those of `--columns`.
  func readFrame() throws -> RealFrame? {
    try frameFile.map { try Self.frame($0, columns: columnNames) }
  }

  /// Reads a frame of which only the practice numbers are needed.
  static func frame(_ file: String, columns: ColumnNames) throws -> RealFrame {
    var rows = FrameReader(requiring: .practiceOnly, named: columns.ofFrame)
    let remarks = try CSVReader.read(try InputFile.contents(of: file), file: file, to: &rows)
    do {
      return RealFrame(
        frame: try rows.frame(), file: file, header: rows.header, lines: rows.lines, remarks: remarks)
    } catch let faults as DesignFaults {
      throw CommandError.data(faults.faults.map { Fault($0.message, file: file) })
    }
  }

  /// Reads a frame that is used without calls, so that every column of a frame that is named must be in it.
  static func frameAlone(_ file: String, columns: ColumnNames) throws -> Frame {
    let read = try frame(file, columns: columns)
    let missing = columns.columns.filter {
      FrameColumn(rawValue: $0.ours) != nil && read.header.index(of: $0.theirs) == nil
    }
    guard missing.isEmpty else {
      throw CommandError.data(
        missing.map {
          Fault(read.header.missingColumnMessage($0.theirs), file: file, line: read.header.line)
        })
    }
    return read.frame
  }

  /// The codes that `--dispositions` adds to the built-in ones.
  func readCodes() throws -> SurveyCodes { try Self.codes(dispositionsFile) }

  /// The built-in codes and those of a file, if there is one.
  static func codes(_ file: String?) throws -> SurveyCodes {
    guard let file else { return .builtIn }
    var rows = SurveyCodesReader()
    try CSVReader.read(try InputFile.contents(of: file, limit: 1 << 20), file: file, to: &rows)
    return rows.codes
  }
}

/// A frame with the names that its file has for its columns.
struct RealFrame: Sendable {
  var frame: Frame
  var file: String
  var header: TableHeader
  /// The line of each practice.
  var lines: [String: Int]
  var remarks: [TableRemark]
}
