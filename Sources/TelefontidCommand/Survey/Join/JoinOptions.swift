import SurveyDesign
import Surveys
import Terminal

/// How call lists are read that are put together: the options that `join` and `progress` share.
struct JoinOptions: Sendable {
  let frameFile: String?
  let columns: [NamedColumn]
  let dispositionsFile: String?

  /// The options in the order in which help lists them.
  static let specs = [
    RealSurveyOptions.frame.spec, RealSurveyOptions.columns.spec, RealSurveyOptions.dispositions.spec,
  ]

  init(_ arguments: inout Arguments) {
    frameFile = arguments.take(RealSurveyOptions.frame)
    columns = RealSurveyOptions.takeColumns(&arguments)
    dispositionsFile = arguments.take(RealSurveyOptions.dispositions)
  }

  /// The files that are read besides the lists.
  var files: [FileUse] {
    [
      frameFile.map { FileUse(RealSurveyOptions.frame.spec, $0) },
      dispositionsFile.map { FileUse(RealSurveyOptions.dispositions.spec, $0) },
    ].compactMap(\.self)
  }

  /// Reads the files, and gives what is known of the lists.
  func read() throws -> CallListJoin.Options {
    var options = CallListJoin.Options()
    options.columns = RealSurveyOptions.callColumnNames(columns)
    options.frameColumns = RealSurveyOptions.frameColumnNames(columns)
    options.codes = try RealSurveyOptions.codes(dispositionsFile)
    options.frame = try frameFile.map { try RealSurveyOptions.frame($0, columns: columns).frame }
    return options
  }
}
