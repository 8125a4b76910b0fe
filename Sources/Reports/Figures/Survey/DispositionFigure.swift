package import Drawing
package import SurveyDesign

/// How the survey's calls ended in each slot: one row per slot, divided by outcome.
///
/// The sixteen dispositions are too many to tell apart in a picture, so they are drawn as eight families; the table behind the
/// figure has each by itself. Calls that are not valid are left out of the rows and counted beside them.
package struct DispositionFigure: Figure, Equatable {
  /// The calls of one slot.
  package struct Slot: Hashable, Sendable {
    /// The slot as files name it.
    package var label: String
    /// How many calls ended in each way; what is missing is none.
    package var counts: [Disposition: Int]

    /// Counts the calls of a slot.
    package init(label: String, counts: [Disposition: Int]) {
      self.label = label
      self.counts = counts
    }

    func count(_ dispositions: [Disposition]) -> Int {
      dispositions.reduce(0) { $0 + max(0, counts[$1] ?? 0) }
    }
  }

  /// The slots in their order.
  package var slots: [Slot]

  /// Calls below which a slot has no shares, and so no bar.
  package var leastCalls: Int

  /// Whether the survey's shares are weighted elsewhere: here calls are counted.
  package var isWeighted: Bool

  /// Puts the figure together.
  package init(slots: [Slot], leastCalls: Int = 1, isWeighted: Bool = false) {
    self.slots = slots
    self.leastCalls = leastCalls
    self.isWeighted = isWeighted
  }

  /// Dispositions that are drawn as one.
  private struct Family {
    var words: Words
    var colour: Colour
    var members: [Disposition]
  }

  /// What gave an answer or a referral, in blues; what gave neither, in grey and warm colours.
  private static let answered = [
    Family(
      words: Words("answered in the practice", "besvaret i praksis"), colour: .blue,
      members: [.answeredByDoctor, .answeredByStaff, .refused]),
    Family(
      words: Words("forwarded or acute line", "viderestillet eller akutlinje"), colour: .sky,
      members: [.forwardedAnswered, .acuteLineAnswered]),
    Family(
      words: Words("message with referral", "besked med henvisning"), colour: .pale,
      members: [.referralMessage]),
  ]
  private static let promised = Family(
    words: Words("referral or callback without answer", "henvisning eller tilbagering uden svar"),
    colour: .silver, members: [.referralUnanswered, .callbackPromised])
  private static let unanswered = [
    promised,
    Family(
      words: Words("message without referral", "besked uden henvisning"), colour: .yellow,
      members: [.messageWithoutReferral, .messageToOutOfHours]),
    Family(
      words: Words("gave up in the queue", "opgivet i telefonkø"), colour: .amber, members: [.holdLimit]),
    Family(words: Words("busy", "optaget"), colour: .vermillion, members: [.busy]),
    Family(words: Words("no answer", "intet svar"), colour: .rust, members: [.noAnswer, .cutOff]),
  ]
  private static let invalid: [Disposition] = [.wrongNumber, .notAttempted]

  /// `dispositions`.
  package var name: String { "dispositions" }

  /// The subject.
  package func title(language: ReportLanguage) -> String {
    language.words("How the survey’s calls ended", "Hvordan undersøgelsens opkald endte")
  }

  /// What the colours are, and what is left out.
  package func caption(language: ReportLanguage) -> String {
    let isOne = slots.map(\.label) == ["all"]
    var sentences = [
      isOne
        ? language.words(
          "The row is all valid calls of the survey.", "Rækken er alle gyldige opkald i undersøgelsen.")
        : language.words(
          "Each row is all valid calls of a slot.", "Hver række er alle gyldige opkald i et tidsrum."),
      language.words(
        "Left of the bold line, in blue: reached by the agreement’s rule, by an answer or by a message that names a substitute. Right of it: not reached.",
        "Til venstre for den fede streg, i blåt: opnået kontakt efter overenskomstens regel, ved svar eller ved en besked, der nævner en stedfortræder. Til højre: uden kontakt."
      ),
    ]
    if slots.contains(where: { $0.count(Self.promised.members) > 0 }) {
      sentences.append(
        language.words(
          "Grey: a referral or a callback was offered, and the practice was not reached.",
          "Grå: Der blev henvist eller tilbudt tilbagering, men der var ingen kontakt."))
    }
    sentences.append(
      isWeighted
        ? language.words(
          "These are counts, not weighted, and without an interval.",
          "Det er optalte opkald, ikke vægtet og uden interval.")
        : language.words("These are counts, without an interval.", "Det er optalte opkald, uden interval."))
    let left = slots.reduce(0) { $0 + $1.count(Self.invalid) }
    if left > 0 {
      sentences.append(
        language.words(
          "Not shown: \(language.count(left)) with a wrong number or not attempted.",
          "Ikke vist: \(language.count(left)) med forkert nummer eller ikke ringet op."))
    }
    return sentences.joined(separator: " ")
  }

  /// The rows, with the key above them in the order of the parts.
  package func drawing(language: ReportLanguage, width: FigureWidth) -> Canvas {
    var drawing = Canvas(width: width.units)
    guard !slots.isEmpty else {
      drawing.nothing(in: language)
      return drawing
    }
    var y = 0.0
    for families in [Self.answered, Self.unanswered] {
      let shown = families.filter { family in slots.contains { $0.count(family.members) > 0 } }
      y = Legend(
        shown.map { Legend.Entry(mark: .block($0.colour, isFaint: false), text: $0.words(language)) }
      ).draw(into: &drawing, y: y)
    }
    let families = Self.answered + Self.unanswered
    let rows = StackedRows(
      parts: families.map { .init(name: $0.words(language), colour: $0.colour) },
      rows: slots.map { slot in
        let sizes = families.map { Double(slot.count($0.members)) }
        let valid = slot.count(families.flatMap(\.members))
        let isSmall = valid < leastCalls
        return .init(
          name: language.group(slot.label), sizes: isSmall ? [] : sizes, remark: language.count(valid),
          instead: isSmall ? language.words("too few calls", "for få opkald") : nil)
      }, remarkHead: language.words("calls", "opkald"), divider: Self.answered.count)
    drawing.height =
      rows.draw(
        into: &drawing, y: y + 4,
        axisTitle: language.words("Share of valid calls", "Andel af gyldige opkald"),
        language: language) + 2
    return drawing
  }

  /// One row per slot, with a column for every disposition that occurs.
  package func dataTable(language: ReportLanguage) -> FigureTable {
    let shown = Disposition.allCases.filter { disposition in slots.contains { $0.count([disposition]) > 0 } }
    return FigureTable(
      [.init(language.words("Slot", "Tidsrum"), "slot")]
        + shown.map {
          .init(language.capitalised(language.words($0.englishName, $0.danishName)), $0.rawValue)
        },
      slots.map { slot in
        [language.cell(group: slot.label)] + shown.map { language.cell(count: slot.count([$0])) }
      })
  }
}
