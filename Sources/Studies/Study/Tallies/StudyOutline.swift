internal import Scenarios
internal import SurveyDesign
internal import TelephoneAccess

/// The rows that a study's tables have: definitions, groups and slots by name, and targets.
package struct StudyOutline: Hashable, Sendable {
  /// A group by name.
  package struct Group: Hashable, Sendable {
    /// What the group is made by.
    package var by: String
    /// Its name.
    package var label: String
    /// The share not reached that must not be exceeded; `nil` for none.
    package var target: Double?

    /// The group without its target.
    var named: StudyGroup { StudyGroup(by: by, label: label) }
  }

  /// The definitions of reached.
  package var definitions: [String]
  /// The groups whose truth is known; the first ``estimated`` of them are also estimated.
  package var groups: [Group]
  /// How many groups are estimated.
  package var estimated: Int
  /// The slots.
  package var slots: [String]
  /// Of several rounds, the steps by which a call may have reached its practice; otherwise none.
  package var steps: [ReachingStep] = []
  /// Whether professionals ring the practices too.
  package var hasProfessionals = false

  /// Whether the survey has several rounds.
  package var hasRounds: Bool { !steps.isEmpty }
}

extension Study {
  /// The rows of this study's tables.
  func makeOutline() -> StudyOutline {
    StudyOutline(
      definitions: scenario.survey.definitions.map(\.name),
      groups: truthGroups.enumerated().map { place, group in
        .init(by: group.by, label: group.label, target: place < groups.count ? target(of: group) : nil)
      },
      estimated: groups.count, slots: scenario.survey.slots.slots.map(\.label),
      steps: ReachingStep.steps(of: scenario.survey.rounds),
      hasProfessionals: population.region.practices.contains { !$0.professionalDemand.isNone })
  }
}
