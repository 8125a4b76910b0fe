import Surveys
import Terminal

/// How call lists are read that are put together: the options that `join` and `progress` share.
struct JoinOptions: OptionGroup {
  @Option(.frame) var frameFile: String?
  @Options var columns: ColumnNames
  @Option(.dispositions) var dispositionsFile: String?

  /// The files that are read besides the lists.
  var files: [FileUse?] { [$frameFile.file, $dispositionsFile.file] }

  /// Reads the files, and gives what is known of the lists.
  func read() throws -> CallListJoin.Options {
    var options = CallListJoin.Options()
    options.columns = columns.ofCalls
    options.frameColumns = columns.ofFrame
    options.codes = try RealSurveyOptions.codes(dispositionsFile)
    options.frame = try frameFile.map { try RealSurveyOptions.frame($0, columns: columns).frame }
    return options
  }
}

extension Option where Value == String? {
  /// `--plan`: the list that was drawn.
  static var drawnList: Option {
    Option(
      "plan", "FILE", "The list that was drawn, so that what is missing can be told.", reading: .inputFile)
  }
}
