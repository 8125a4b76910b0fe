package import SurveyDesign
package import Tables

/// What the words in a disposition column mean: our own, their English and Danish names, and common Danish codes.
///
/// Letter case, spaces, hyphens and `ae oe aa` for `æ ø å` make no difference.
package struct SurveyCodes: Equatable, Sendable {
  /// What a code means.
  package struct Meaning: Equatable, Sendable {
    /// How the call ended.
    package var disposition: Disposition
    /// Whether the word leaves open what matters, so that the user should be told how it was read.
    package var isVague: Bool
  }

  private var meanings: [String: Meaning] = [:]

  /// The codes that are understood without being told.
  package static let builtIn = SurveyCodes()

  private init() {
    for disposition in Disposition.allCases {
      for name in [disposition.rawValue, disposition.englishName, disposition.danishName] {
        meanings[foldedText(name)] = Meaning(disposition: disposition, isVague: false)
      }
      for name in Self.danishCodes(of: disposition) where meanings[foldedText(name)] == nil {
        meanings[foldedText(name)] = Meaning(disposition: disposition, isVague: false)
      }
    }
    for (name, disposition) in Self.vagueCodes {
      meanings[foldedText(name)] = Meaning(disposition: disposition, isVague: true)
    }
  }

  /// Says what a code of the user's own means; it wins over a built-in one.
  package mutating func set(_ code: String, to disposition: Disposition) {
    meanings[foldedText(code)] = Meaning(disposition: disposition, isVague: false)
  }

  /// What a code means, or `nil` for an unknown one.
  package func meaning(of code: String) -> Meaning? { meanings[foldedText(code)] }

  /// The sentence that says a code is not known, with the nearest known one.
  ///
  /// - Parameter isKept: Whether the sentence will be read; if not, no known one is looked for.
  func unknownMessage(_ code: String, isKept: Bool = true) -> String {
    guard isKept else { return "'\(excerpt(code))' is no disposition that is known" }
    let known = Disposition.allCases.flatMap { [$0.rawValue, $0.danishName] + Self.danishCodes(of: $0) }
    let nearest = nearestMatch(to: code, among: known + Self.vagueCodes.map(\.0))
    let suggestion = nearest.map { "did you mean '\($0)'?" } ?? "say what it means with --dispositions FILE"
    return "'\(excerpt(code))' is no disposition that is known; \(suggestion)"
  }

  /// Danish words for a disposition besides its name.
  package static func danishCodes(of disposition: Disposition) -> [String] {
    switch disposition {
    case .answeredByDoctor: ["læge", "lægen svarede"]
    case .answeredByStaff:
      ["personale", "sekretær", "sygeplejerske", "personlig kontakt", "svar af personale"]
    case .forwardedAnswered: ["viderestillet", "omstillet", "viderestilling", "omstilling"]
    case .acuteLineAnswered: ["akutlinje", "akutlinjen", "akutnummer"]
    case .referralMessage:
      ["henvisning", "henvist", "stedfortræder", "telefonsvarer med henvisning", "besked med henvisning"]
    case .messageWithoutReferral: ["telefonsvarer uden henvisning", "besked uden henvisning"]
    case .messageToOutOfHours: ["lægevagt", "lægevagten", "henvist til lægevagten", "telefonsvarer lægevagt"]
    case .referralUnanswered: ["stedfortræder svarer ikke", "stedfortræder ikke truffet"]
    case .busy: ["optagettone", "optaget tone"]
    case .noAnswer: ["ingen svar", "ubesvaret", "ikke besvaret", "svarer ikke", "tager ikke telefonen"]
    case .holdLimit: ["opgivet i kø", "ventetid overskredet"]
    case .cutOff: ["forbindelsen afbrudt", "røret lagt på"]
    case .callbackPromised: ["tilbagekald", "ringes op", "bliver ringet op", "opkald lovet"]
    case .refused: ["afvist", "nægter", "vil ikke deltage"]
    case .wrongNumber: ["forkert nr", "nummer findes ikke"]
    case .notAttempted: ["ikke ringet", "ikke opringet", "ikke forsøgt", "ej ringet"]
    }
  }

  /// Words that leave something open, and the reading that is chosen for them.
  ///
  /// `besvaret` leaves open who answered, `ikke kontakt` why no person was reached: under the built-in definitions neither
  /// matters. `telefonsvarer` leaves open whether the message named a substitute, which decides whether the agreement is
  /// met: without word of a referral it counts as not reached. `kø` leaves open whether the call was answered after the queue or given
  /// up in it: it counts as given up.
  package static let vagueCodes: [(String, Disposition)] = [
    ("besvaret", .answeredByStaff), ("svar", .answeredByStaff), ("kontakt", .answeredByStaff),
    ("ikke kontakt", .noAnswer), ("ingen kontakt", .noAnswer), ("ikke opnået kontakt", .noAnswer),
    ("ikke truffet", .noAnswer), ("telefonsvarer", .messageWithoutReferral),
    ("besked", .messageWithoutReferral), ("båndet besked", .messageWithoutReferral),
    ("kø", .holdLimit), ("telefonkø", .holdLimit), ("i kø", .holdLimit), ("ventetid", .holdLimit),
  ]
}

/// Takes a file with a code and a disposition in each row, and ends in ``SurveyCodes``.
package struct SurveyCodesReader: TableConsumer, Sendable {
  /// The built-in codes and those of the file.
  package private(set) var codes = SurveyCodes.builtIn
  private var codeField = 0
  private var dispositionField = 1

  /// A reader for one file.
  package init() {}

  /// Finds the columns `code` and `disposition`, or `kode` and `udfald`.
  package mutating func begin(_ header: TableHeader, faults: inout TableFaults) {
    codeField = header.index(of: "kode") ?? header.requiredIndex(of: "code", faults: &faults) ?? 0
    let found = header.index(of: .disposition, faults: &faults)
    dispositionField = found ?? header.requiredIndex(of: "disposition", faults: &faults) ?? 0
  }

  /// Takes one code; its disposition may be any word that is known already.
  package mutating func take(_ row: TableRow, faults: inout TableFaults) {
    let word = row.trimmed(dispositionField)
    guard let meaning = SurveyCodes.builtIn.meaning(of: word) else {
      faults.add(
        word.isEmpty
          ? "the code '\(excerpt(row.trimmed(codeField)))' has no disposition yet"
          : SurveyCodes.builtIn.unknownMessage(word), in: row, field: dispositionField)
      return
    }
    let code = row.trimmed(codeField)
    guard !foldedText(code).isEmpty else {
      faults.add("the code is empty, or has neither letters nor digits", in: row, field: codeField)
      return
    }
    codes.set(code, to: meaning.disposition)
  }
}
