import Files
import Surveys
import Tables
import Terminal

/// The files of one survey's calls, read as one.
struct CallFiles: Sendable {
  /// The files as the user named them, at least one.
  let paths: [String]

  /// What they are called in messages.
  var name: String {
    paths.count == 1 ? paths[0] : "\(paths[0]) and \(paths.count - 1) more"
  }

  /// The same in a title.
  var title: String {
    let more = paths.count - 1
    return more == 0 ? paths[0] : said("\(paths[0]) and \(more) more", "\(paths[0]) og \(more) til")
  }

  /// The calls: of one file as it is read piece by piece, of several after they were put together by their headers.
  func calls(_ options: SurveyCallReader.Options) throws -> SurveyCalls {
    guard paths.count > 1 else { return try SurveyCalls(reading: paths[0], options) }
    var known = CallListJoin.Options()
    known.columns = options.columns
    known.frameColumns = options.frameColumns
    known.codes = options.codes
    known.frame = options.frame
    known.slots = options.slots ?? options.knownSlots
    let (joined, remarks) = try joined(known)
    var bytes: [UInt8] = []
    joined.append(to: &bytes)
    // Put together, they have our names for what we know.
    var reading = options
    reading.columns = SurveyColumnNames()
    reading.frameColumns = [:]
    reading.neededColumns = []
    var reader = SurveyCallReader(reading)
    let further = try CSVReader.read(bytes, file: name, to: &reader)
    var calls = reader.surveyCalls()
    calls.remarks = remarks + further.filter { own in !remarks.contains { $0.message == own.message } }
    return calls
  }

  /// The files put together by their headers, and what is odd about them.
  func joined(_ options: CallListJoin.Options, plan: String? = nil) throws -> (JoinedCalls, [TableRemark]) {
    var join = CallListJoin(options)
    if let plan { join.readPlan(try InputFile.contents(of: plan), file: plan) }
    for path in paths { join.read(try InputFile.contents(of: path), file: path) }
    do {
      let joined = try join.joined()
      let remarks = join.remarks.map { file, remark in
        var remark = remark
        remark.message = remark.message.after("\(file): ")
        return remark
      }
      return (joined, remarks)
    } catch let faults as CallListFaults {
      let own = faults.tables.flatMap { CommandError($0).faults }
      throw CommandError.data(own + faults.conflicts.map { Fault($0) })
    }
  }

  /// Refuses one file twice, and standard input beside others.
  func validate(_ faults: inout [String]) {
    for (place, path) in paths.enumerated() where paths[..<place].contains(path) {
      faults.append("'\(path)' is named twice")
    }
    if paths.count > 1, paths.contains("-") {
      faults.append("standard input cannot be one of several files")
    }
  }
}
