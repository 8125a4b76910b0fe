import SurveyDesign
import Surveys
import Tables
import Terminal

extension EstimateCommand {
  /// Refuses a total that the files cannot give, with everything that is missing.
  func checkTotal(_ survey: RealSurvey, _ analysis: SurveyAnalysis) throws {
    let faults: [Fault] =
      switch total {
      case .calls: []
      case .patients: patientFaults(survey, analysis)
      case .hours: hourFaults(survey, analysis)
      }
    guard faults.isEmpty else { throw CommandError.data(faults) }
  }

  /// Refuses fewer practices than were called: neither a snapshot nor a correction of the variance could be of them.
  func checkPractices(_ survey: RealSurvey, _ analysis: SurveyAnalysis) throws {
    let strata = strataFaults(survey, analysis)
    guard strata.isEmpty else { throw CommandError.data(strata) }
    guard let practices else { return }
    let faults = survey.replications.compactMap { replication -> Fault? in
      let called = Set(survey.calls.calls[replication.calls].map(\.practice)).count
      guard called > practices else { return nil }
      let place = survey.replications.count > 1 ? "replication \(replication.number): " : ""
      return Fault(
        "\(place)\(called) practices were called; '--practices \(practices)' must be \(called) or more",
        file: survey.file)
    }
    guard faults.isEmpty else { throw CommandError.data(faults) }
  }

  /// What is not known of the strata of a snapshot.
  private func strataFaults(_ survey: RealSurvey, _ analysis: SurveyAnalysis) -> [Fault] {
    guard case .snapshot = estimand else { return [] }
    return survey.replications.flatMap { replication -> [Fault] in
      let place = survey.replications.count > 1 ? "replication \(replication.number): " : ""
      let census = analysis.census(in: replication)
      guard census.count > 1 else { return [] }
      return census.compactMap { stratum in
        guard let practices = stratum.practices else {
          return Fault(
            "\(place)nothing says how many practices stratum '\(stratum.stratum)' has, which '--estimand snapshot' needs: give a '--frame' whose column "
              + "'stratum' has the strata of the calls, or calls with the weights with which they were drawn, which add to all practices",
            file: survey.file)
        }
        guard Double(stratum.called) > practices else { return nil }
        return Fault(
          "\(place)stratum '\(stratum.stratum)' has \(stratum.called) practices called and \(NumberText.shortest(practices)) in all",
          file: survey.file)
      }
    }
  }

  private func patientFaults(_ survey: RealSurvey, _ analysis: SurveyAnalysis) -> [Fault] {
    guard let file = options.frameFile, let frame = survey.frame else { return [] }
    let column = FrameColumn.listedPatients
    guard !frame.absentColumns.contains(column) else {
      return [Fault("there is no column '\(column.rawValue)', which '--total patients' needs", file: file)]
    }
    return analysis.practicesWithoutPatients.map {
      Fault(
        "practice '\($0)' was called and has no listed patients; '--total patients' needs them", file: file)
    }
  }

  private func hourFaults(_ survey: RealSurvey, _ analysis: SurveyAnalysis) -> [Fault] {
    if let (slot, other) = survey.calls.overlappingSlots {
      return [
        Fault(
          "the slots \(slot) and \(other) overlap; '--total hours' would count hours twice",
          file: CallFiles(paths: calls).name)
      ]
    }
    var faults: [Fault] = []
    for rule in survey.rules {
      var named = Set<Slot>()
      for replication in survey.replications {
        for slot in analysis.slotsWithoutValidCall(rule.definition, in: replication)
        where named.insert(slot).inserted {
          let place = survey.replications.count > 1 ? "replication \(replication.number): " : ""
          faults.append(
            Fault(
              "\(place)the slot \(slot) has no call that is valid under '\(rule.label)'; '--total hours' needs one",
              file: survey.file))
        }
      }
    }
    return faults
  }
}
