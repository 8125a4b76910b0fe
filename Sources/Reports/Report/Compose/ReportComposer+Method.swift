internal import Files
internal import Scenarios
internal import SurveyDesign
internal import SurveyStatistics  // IntervalMethod.rawValue
internal import TelephoneAccess

extension ReportComposer {
  /// How the survey was made: from the calls, and from the scenario where it is known.
  var method: [Block] {
    var facts: [ReportDocument.Fact] = []
    func add(_ term: String, _ words: String?) {
      if let words { facts.append(.init(term: term, words: words)) }
    }
    let survey = report.survey
    let plan = report.scenario?.survey
    let fieldwork = survey?.fieldwork
    add(text.practicesTerm, fieldwork.map { text.practices($0, isSimulated: report.isSimulated) })
    add(text.samplingTerm, plan.map { text.sampling($0.sampling) })
    add(text.callsTerm, fieldwork.map(text.calls))
    add(text.daysTerm, fieldwork.map(text.days))
    let slots = survey?.slots.map(\.group) ?? plan?.slots.slots.map(\.label) ?? []
    add(text.slotsTerm, slots.isEmpty ? nil : text.slots(slots, perPractice: plan?.slotDesign))
    add(text.interviewersTerm, plan.map { text.interviewers($0.interviewers) })
    add(text.protocolTerm, plan.map { text.protocolWords(ProtocolFacts($0.fieldwork)) })
    add(text.reachedTerm, reachedMeaning)
    if survey != nil {
      add(text.invalidTerm, text.invalidRule)
      add(
        text.intervalTerm,
        text.intervalRule(
          method: report.method.rawValue, confidence: report.confidence,
          isOverStrata: survey?.all.isOverStrata ?? false))
    }
    if let survey {
      add(text.verdictTerm, survey.hasTarget ? text.verdictRule(error: survey.error) : text.targetHint)
    }
    if let manifest = report.reading?.manifest, let replications = manifest.replications {
      add(
        text.simulationTerm,
        text.simulation(
          replications: replications.done, regions: manifest.regions, seed: manifest.seed,
          shown: fieldwork?.replication))
      add(
        text.purposeTerm,
        text.rehearsalQuestion(replications: replications.done, regions: manifest.regions))
    }
    return facts.isEmpty ? [] : [.facts(facts)]
  }

  private var reachedMeaning: String? {
    if let survey = report.survey {
      return survey.saysOnlyReached ? text.reachedColumnMeaning : text.meaning(of: survey.definition)
    }
    return (try? ReachedDefinition(parsing: report.definition)).map(text.meaning)
  }

  /// Why calls say little of one practice, by how many of them each had.
  private var ofOnePractice: String {
    guard let facts = report.survey?.fieldwork else { return text.oneCall }
    if facts.practicesCalled == 1 { return text.onePractice }
    return facts.validCalls > facts.practicesValid ? text.fewCalls : text.oneCall
  }

  /// What the report cannot say.
  var limits: [Block] {
    var limits: [String] = []
    if !report.isWhatIf {
      let isWeighted = report.survey.map { ([$0.all] + $0.slots).contains(where: \.isWeighted) } ?? false
      limits += [
        ofOnePractice, text.smallGroups(report.leastCalls),
        isWeighted ? text.designWeights : text.equalWeights,
      ]
    }
    limits.append(text.callerIsNoPatient)
    if report.survey?.definition == .agreement || report.definition == ReachedDefinition.agreement.name {
      limits.append(text.reachedIsARule)
    }
    if let facts = report.survey?.fieldwork, let frame = facts.practicesInFrame, frame > facts.practicesCalled
    {
      limits.append(text.silentPractices(frame - facts.practicesCalled, of: frame))
    }
    limits += (report.survey?.fieldwork?.vagueWords ?? []).map(text.vagueWord)
    if report.isSimulated {
      let bases = parameterBases
      if let assumed = bases.first(where: { $0.basis == .assumed })?.count, assumed > 0 {
        limits.append(text.assumptions(assumed: assumed, of: bases.reduce(0) { $0 + $1.count }))
        limits.append(text.calibrated)
      }
      limits.append(text.modelIsNoRegion)
    } else {
      limits.append(text.noCause)
    }
    return [.bullets(limits)]
  }
}

extension ProtocolFacts {
  init(_ fieldwork: FieldworkProtocol) {
    self.init(
      ringLimitSeconds: Double(fieldwork.ringLimit) / 1000,
      holdLimitSeconds: Double(fieldwork.holdLimit) / 1000,
      attempts: fieldwork.attempts, attemptGapSeconds: Double(fieldwork.attemptGap) / 1000,
      followsReferrals: fieldwork.followsReferrals)
  }
}
