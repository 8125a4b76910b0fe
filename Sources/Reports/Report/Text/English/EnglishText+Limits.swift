internal import Files
internal import SurveyDesign
internal import Surveys

extension EnglishText {
  var oneCall: String {
    "Anything about a single practice. One call is one moment: a good practice can be missed, a bad one reached."
  }

  func smallGroups(_ least: Int) -> String {
    "Much about small groups. In a group of seven practices, one missed call moves the share by 14 points; below "
      + "\(least) calls no share is shown."
  }

  var equalWeights: String {
    "What a patient meets on average. Every call counts the same here, whatever the hour, while patients ring mostly "
      + "in the morning."
  }

  var reachedIsARule: String {
    "Whether the caller was helped. A message that names a substitute can count as reached, without anybody having "
      + "been spoken to."
  }

  var callerIsNoPatient: String {
    "How long a patient would have waited. An interviewer hangs up, and tries again, by the rules above; patients by "
      + "their own."
  }

  func silentPractices(_ count: Int, of all: Int) -> String {
    count == 1
      ? "Anything about the one practice of \(self.count(all)) that has no call."
      : "Anything about the \(self.count(count)) of \(self.count(all)) practices that have no call."
  }

  func vagueWord(_ word: SurveyCalls.VagueWord) -> String {
    "What “\(word.word)” meant in \(number(word.rows, "row", "rows")): it was read as “\(word.disposition.englishName)”."
  }

  func assumptions(assumed: Int, of all: Int) -> String {
    "More than its assumptions: \(count(assumed)) of \(number(all, "parameter", "parameters")) are assumed, because "
      + "no source was found. They are marked below."
  }

  var calibrated: String {
    "That the model is right because it gives a published share: where it was fitted to that share, the share comes "
      + "out because it was put in."
  }

  var noCause: String { "Why anything is as it is, or what would change it." }

  var modelIsNoRegion: String {
    "How many calls a region would see. Differences inside a model tell which way a change pulls, and how hard "
      + "compared to another."
  }

  var faultsHeading: String { "What is missing from this report" }

  func sentence(_ fault: ReadingFault) -> String {
    switch fault {
    case .noManifest(let hasCalls):
      "The folder has no manifest.json, so nobody can say whether its files are as they were written. "
        + (hasCalls ? "Only the calls were used." : "None was used, and there is no calls.csv.")
    case .damagedManifest(let hasCalls):
      hasCalls
        ? "manifest.json is damaged. Only the calls were used, unchecked."
        : "manifest.json is damaged, so no file could be checked or used, and there is no calls.csv."
    case .missingFile(let name): "\(name) is missing. What it would have told is left out."
    case .changedFile(let name):
      "\(name) is not the file that was written: its digest is another one. It was not used."
    case .unreadableFile(let name, let reason): "\(name) could not be read (\(reason)). It was not used."
    case .incompleteRun(let done, let asked):
      "The run was stopped: \(count(done)) of \(count(asked)) simulated surveys are here."
    case .missingScenario(let path):
      "The scenario \(path) was not found, so design and parameters are left out. --scenario FILE names it."
    case .changedScenario(let path):
      "The scenario \(path) is not the one that was run, or no longer, so design and parameters are left out. "
        + "--scenario FILE names another."
    case .unreadableScenario(let path, let reason): "The scenario \(path) could not be read (\(reason))."
    case .otherEstimates:
      "Worked out anew, the calls give other estimates than the folder holds; those of the folder are shown, without "
        + "verdicts."
    }
  }

  func madeBy(_ program: String, version: String) -> String {
    "Made by \(program) \(version), an open program. Report and figures come from the files alone, without a clock: "
      + "the same files give the same report."
  }

  func repeatWith(_ command: String) -> String { "This repeats the run: \(command)" }
  var fileCaption: String { "The files of the folder, held against their digests" }
  var intact: String { "as written" }
  var notUsed: String { "missing or changed, not used" }
  func bytes(_ count: Int) -> String { number(count, "byte", "bytes") }
  func folderSentence(_ name: String) -> String { "The report was made from \(name)." }
}
