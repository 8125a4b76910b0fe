import SurveyDesign
import SurveyStatistics
import Surveys
import Tables
import Terminal

extension RealSurvey {
  /// The values that a column of a frame has, for the columns to which weights are raked: calls may have no other.
  ///
  /// - Throws: `CommandError` for a column that the frame lacks, and for a practice without a value in one.
  static func marginValues(_ columns: [String], _ realFrame: RealFrame?) throws -> [String: Set<String>] {
    guard !columns.isEmpty else { return [:] }
    guard let realFrame else {
      throw CommandError.usage("'--rake' needs '--frame': its columns say how many practices there are")
    }
    let (frame, header) = (realFrame.frame, realFrame.header)
    var faults: [Fault] = []
    var values: [String: Set<String>] = [:]
    var named: [String] = []
    for column in columns {
      guard let name = frame.column(named: column), let own = frame.values(of: name) else {
        faults.append(
          Fault(
            "'--rake \(column)': \(header.missingColumnMessage(column))", file: realFrame.file,
            line: header.line))
        continue
      }
      if named.contains(name) {
        faults.append(
          Fault("'--rake' names the column '\(name)' twice; leave one out", file: realFrame.file))
      }
      named.append(name)
      let field = header.index(of: column) ?? header.index(of: name)
      for (practice, value) in zip(frame.practices, own) where value.isEmpty {
        faults.append(
          Fault(
            "'--rake \(column)': the practice has no value there; fill it in, or leave the column out",
            file: realFrame.file, line: realFrame.lines[practice.id], column: field.map { $0 + 1 }))
      }
      values[column] = Set(own)
    }
    guard faults.isEmpty else { throw CommandError.data(faults) }
    return values
  }

  /// Refuses weights that cannot be raked, with what stands in the way.
  func checkRaking(_ realFrame: RealFrame?, total: SurveyTotal = .calls) throws {
    guard !rake.isEmpty, let realFrame else { return }
    let analysis = analysis(total: total)
    guard let margins = analysis.margins else { return }
    var faults: [Fault] = []
    for replication in replications {
      let place = replications.count > 1 ? "replication \(replication.number): " : ""
      for rule in rules {
        let found = analysis.rakingFaults(margins, rule.definition, in: replication)
        for fault in found {
          let column = realFrame.header.index(of: fault.column).map { $0 + 1 }
          switch fault.reason {
          case .noPatients:
            faults.append(
              Fault(
                "'--rake': no practice of \(fault.column) '\(fault.label)' has listed patients",
                file: realFrame.file,
                line: fault.practice.flatMap { realFrame.lines[$0] }, column: column))
          case .noValidCall:
            faults.append(
              Fault(
                "\(place)'--rake': \(fault.column) '\(fault.label)' has \(fault.units(total)) here, and no call in '\(self.file)' that is valid under "
                  + "'\(rule.label)'; put it together with another value in a column of its own, or leave \(fault.column) out",
                file: realFrame.file, line: fault.practice.flatMap { realFrame.lines[$0] }, column: column))
          case .noConvergence(let fitted):
            faults.append(
              Fault(
                "\(place)'--rake': no weights of the calls in '\(self.file)' that are valid under '\(rule.label)' have the totals of all columns: "
                  + "\(fault.column) '\(fault.label)' has \(fault.units(total)), and weights come to \(NumberText.format(fitted, decimals: 1)); "
                  + "put values together in a column of their own, or rake to fewer columns",
                file: realFrame.file, line: fault.practice.flatMap { realFrame.lines[$0] }, column: column))
          }
        }
      }
    }
    guard faults.isEmpty else { throw CommandError.data(faults) }
  }
}

extension RakingFault {
  /// How many practices, or patients, the value has in the frame, in words.
  fileprivate func units(_ total: SurveyTotal) -> String {
    let count = NumberText.shortest(self.total)
    return switch total {
    case .calls, .hours: "\(count) \(self.total == 1 ? "practice" : "practices")"
    case .patients: "\(count) listed patients"
    }
  }
}
