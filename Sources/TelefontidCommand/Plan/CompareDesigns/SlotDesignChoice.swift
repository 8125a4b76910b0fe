import Drawing
import Reports
import Scenarios
import SurveyDesign
import Terminal

/// So many practices, each in so many slots.
struct SlotDesignChoice: Equatable, Sendable {
  var practices: Int
  var perPractice: Int

  /// The slots per practice that are compared unless others are named.
  private static let usual: [SlotDesign] = [
    .onePerPractice, .rotation(slotsPerPractice: 2), .rotation(slotsPerPractice: 4), .allSlots,
  ]

  /// The designs that a number of calls allows.
  ///
  /// - Parameter wished: Designs that must be possible; `nil` for the usual ones, as far as they are.
  /// - Returns: The designs, and why others were left out.
  /// - Throws: A usage error that says why a question has no answer.
  static func designs(
    _ wished: [SlotDesign]?, calls: Int, practices: Int, of survey: SurveyPlan
  ) throws -> (designs: [SlotDesignChoice], dropped: [Words]) {
    let slots = survey.slots.slots.count
    let most = practices.multipliedReportingOverflow(by: slots)
    if !most.overflow, calls > most.partialValue {
      throw CommandError.usage(
        "\(calls) calls are more than \(practices) practices in \(slots) slots can take, once each: ask with '--calls \(most.partialValue)' or less, or for a survey with more slots"
      )
    }
    var designs: [SlotDesignChoice] = []
    var faults: [Words] = []
    for design in wished ?? usual {
      let perPractice = try slotsPerPractice(design, of: slots)
      guard let perPractice else {
        if wished != nil {
          faults.append(Words("'--slots-per-practice': the survey has \(slots) slots only"))
        }
        continue
      }
      let choice = SlotDesignChoice(practices: calls / perPractice, perPractice: perPractice)
      if designs.contains(choice) { continue }
      if let fault = choice.fault(calls: calls, among: practices, slots: slots) ?? choice.fault(in: survey) {
        faults.append(fault)
      } else {
        designs.append(choice)
      }
    }
    guard wished == nil || faults.isEmpty else {
      throw CommandError(.usage, faults.map { Fault($0.english) })
    }
    guard !designs.isEmpty else { throw CommandError(.usage, faults.prefix(1).map { Fault($0.english) }) }
    return (designs, faults)
  }

  private static func slotsPerPractice(_ design: SlotDesign, of slots: Int) throws -> Int? {
    switch design {
    case .onePerPractice: 1
    case .allSlots: slots
    case .rotation(let count): count <= slots ? count : nil
    }
  }

  /// Why there can be no such design.
  private func fault(calls: Int, among all: Int, slots: Int) -> Words? {
    let (label, danish) = (label(slots: slots, in: .english), label(slots: slots, in: .danish))
    if practices > all {
      let enough = (calls + all - 1) / all
      return Words(
        "\(label) slots: \(calls) calls would take \(practices) practices, and there are \(all); with \(enough) or more slots per practice there are enough",
        "\(danish) tidsrum: \(calls) opkald ville kræve \(practices) praksisser, og der er \(all); med \(enough) eller flere tidsrum pr. praksis er der nok"
      )
    }
    // Every slot needs a call, and one practice says nothing of others.
    let fewest = max(Self.fewestPractices, (slots + perPractice - 1) / perPractice)
    guard practices < fewest else { return nil }
    let needed = fewest * perPractice
    return Words(
      "\(label) slots: \(PlanText.count(calls, .call, in: .english)) cannot be dealt out to every slot and to \(Self.fewestPractices) practices or more; ask with '--calls \(needed)' or more",
      "\(danish) tidsrum: \(calls) opkald kan ikke fordeles på alle tidsrum og på \(Self.fewestPractices) praksisser eller flere; spørg med '--calls \(needed)' eller mere"
    )
  }

  private static let fewestPractices = 2

  /// Why a survey's rounds or reserves allow no such design.
  private func fault(in survey: SurveyPlan) -> Words? {
    let slots = survey.slots.slots.count
    let other = survey.rounds.dropFirst().first { $0.slotRule != .same }
    if perPractice > 1, let other {
      let rule = other.slotRule == .any ? "hvilke som helst" : "andre"
      return Words(
        "\(label(slots: slots, in: .english)) slots: a later round rings in \(other.slotRule.rawValue) slots, where attempts at several calls of a practice could not be told apart; compare such designs with '--set survey.rounds[1].slot=same'",
        "\(label(slots: slots, in: .danish)) tidsrum: En senere runde ringer i \(rule) tidsrum, hvor forsøg ved flere opkald til en praksis ikke kunne skelnes; sammenlign sådanne design med '--set survey.rounds[1].slot=same'"
      )
    }
    return nil
  }

  /// Its name: "2 of 8".
  private func label(slots: Int, in language: ReportLanguage) -> String {
    language.words("\(perPractice) of \(slots)", "\(perPractice) af \(slots)")
  }

  /// A scenario with this design.
  func applied(to scenario: Scenario, practices all: Int) -> Scenario {
    var changed = scenario
    changed.survey.sampling = practices == all ? .census : .simpleRandom(count: practices)
    changed.survey.slotDesign = .rotation(slotsPerPractice: perPractice)
    // Where every practice is rung none is left in reserve.
    if practices == all { changed.survey.reserves = nil }
    return changed
  }
}
