internal import Drawing
internal import SurveyStatistics
internal import Surveys

/// What changed since a baseline, and between which surveys.
extension ReportText {
  func changeSentence(_ change: ChangeFinding, confidence: Double) -> String {
    let (before, after) = (percent(change.before.rate), percent(change.after.rate))
    let from = words("from \(before) to \(after)", "fra \(before) til \(after)")
    let bounds =
      change.interval.map {
        let (level, lower, upper) = (
          language.roundPercent(confidence), language.points($0.lower), language.points($0.upper)
        )
        return words(", \(level) interval \(lower) to \(upper)", ", \(level)-interval \(lower) til \(upper)")
      } ?? ""
    let by = language.points(change.change) + words(" points", " procentpoint") + bounds
    return "\(conclusion(change)): \(from) (\(by))."
  }

  /// That a survey has too few calls for a share, so that no change is told.
  func changeOfFew(_ change: ChangeFinding, least: Int) -> String {
    let (before, after) = (number(change.before.calls, .call), number(change.after.calls, .call))
    let (unreachedBefore, unreached) = (count(change.before.unreached), count(change.after.unreached))
    return words(
      "No change is told, for a share takes at least \(count(least)) calls: \(unreachedBefore) of \(before) were not reached before, "
        + "\(unreached) of \(after) now.",
      "Der siges intet om ændringen, for en andel kræver mindst \(count(least)) opkald: \(unreachedBefore) af \(before) var uden "
        + "kontakt før, \(unreached) af \(after) nu.")
  }

  func conclusion(_ change: ChangeFinding) -> String {
    switch change.conclusion {
    case .better: words("Fewer calls end without contact", "Færre opkald ender uden kontakt")
    case .worse: words("More calls end without contact", "Flere opkald ender uden kontakt")
    case .undecided: words("No change is shown", "Der er ikke vist nogen ændring")
    }
  }

  var changeIntroduction: String {
    words(
      "Below zero is better: fewer calls end without contact than before. Practices rung in both surveys are matched.",
      "Under nul er bedre: færre opkald ender uden kontakt end før. Praksisser, der er ringet op i begge målinger, er parret."
    )
  }

  func practicesChanged(common: Int, gone: Int, new: Int) -> String {
    let (first, second) = (count(gone), count(new))
    if common == 0 {
      return words(
        "No practice is in both surveys: \(first) are only in the baseline, \(second) only in the follow-up.",
        "Ingen praksis er med i begge målinger: \(first) er kun med i basismålingen, \(second) kun i opfølgningsmålingen."
      )
    }
    let both = number(common, .practice)
    return words(
      "\(both) \(common == 1 ? "is" : "are") in both surveys, \(first) only in the baseline, \(second) only in the follow-up.",
      "\(both) er med i begge målinger, \(first) kun i basismålingen og \(second) kun i opfølgningsmålingen.")
  }

  /// That two surveys cannot be compared practice by practice, for none is in both.
  var noCommonPractice: String {
    words(
      "No practice is in both surveys. What differs may be the practices, not their access by telephone; or their numbers "
        + "are written in two ways.",
      "Ingen praksis er med i begge målinger. Forskellen kan ligge i praksisserne og ikke i deres tilgængelighed; eller "
        + "numrene er skrevet på to måder.")
  }

  /// That of two surveys one or both never took place.
  func simulatedWave(before: SurveyOrigin, after: SurveyOrigin) -> String {
    switch (before.isSimulated, after.isSimulated) {
    case (true, true):
      words(
        "Both surveys are simulated: neither took place.",
        "Begge målinger er simulerede: Ingen af dem har fundet sted.")
    case (true, false):
      words(
        "The baseline is simulated and never took place; the follow-up is not. The difference is no change in any real "
          + "practice.",
        "Basismålingen er simuleret og har aldrig fundet sted; opfølgningsmålingen er ikke simuleret. Forskellen er ingen "
          + "ændring i nogen virkelig praksis.")
    case (false, true):
      words(
        "The follow-up is simulated and never took place; the baseline is not. The difference is no change in any real "
          + "practice.",
        "Opfølgningsmålingen er simuleret og har aldrig fundet sted; basismålingen er ikke simuleret. Forskellen er ingen "
          + "ændring i nogen virkelig praksis.")
    case (false, false): ""
    }
  }

  var baselineTerm: String { words("Baseline", "Basismåling") }
  var followUpTerm: String { words("Follow-up", "Opfølgningsmåling") }

  /// Where a survey comes from: its title, days, practices and calls, whether it took place, and its file.
  func origin(_ origin: SurveyOrigin) -> String {
    var parts = [origin.title.map(title)].compactMap { $0 }
    if let facts = origin.fieldwork {
      if facts.days != nil { parts.append(days(facts)) }
      parts += [practices(facts, isSimulated: origin.isSimulated), calls(facts)]
    }
    parts += [kind(isSimulated: origin.isSimulated), origin.file]
    return parts.joined(separator: "; ")
  }

  var changeCaption: String { words("Share not reached before and now", "Andel uden kontakt før og nu") }
  var before: String { words("Before", "Før") }
  var after: String { words("Now", "Nu") }
  var difference: String { words("Change, points", "Ændring, procentpoint") }
}
