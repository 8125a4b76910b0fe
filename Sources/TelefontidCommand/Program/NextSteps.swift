import Files
import Scenarios
import SurveyDesign
import Terminal

/// The commands that people run next, with the names of their own files.
enum NextSteps {
  /// After `simulate`: show the folder, look into it, hold it against the target.
  static func afterSimulation(in folder: String, target: SurveyTarget?) -> [String] {
    let calls = "\(folder)/calls.csv".asWord
    let frame = "\(folder)/practices.csv".asWord
    var steps = [
      "\(Program.name) report \(folder.asWord)",
      "\(Program.name) estimate \(calls) --frame \(frame) --by municipality",
    ]
    if case .everywhere(let rate) = target {
      steps.append("\(Program.name) evaluate \(calls) --target \(rate.shortest)")
    }
    return steps
  }

  /// After `draw`: see how far the ringing is, put lists together, estimate.
  static func afterDraw(_ lists: [String], frame: String?) -> [String] {
    guard let first = lists.first else { return [] }
    let words = lists.map(\.asWord).joined(separator: " ")
    var steps = ["\(Program.name) progress \(words)"]
    if lists.count > 1 { steps.append("\(Program.name) join \(words) -o joined.csv") }
    let calls = lists.count > 1 ? "joined.csv" : first.asWord
    return steps + ["\(Program.name) estimate \(calls)" + (frame.map { " --frame \($0.asWord)" } ?? "")]
  }

  /// Another command on the same calls, read in the same way; none for calls from standard input.
  static func line(
    _ command: String, _ calls: [String], _ options: RealSurveyOptions, _ further: String = ""
  ) -> [String] {
    guard !calls.contains("-") else { return [] }
    var words = [Program.name, command] + calls.map(\.asWord)
    if let frame = options.frameFile { words += ["--frame", frame.asWord] }
    if let codes = options.dispositionsFile { words += ["--dispositions", codes.asWord] }
    words += options.columnNames.words
    if !further.isEmpty { words.append(further) }
    return [words.joined(separator: " ")]
  }
}
