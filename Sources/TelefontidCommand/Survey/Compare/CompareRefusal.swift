import Drawing
import SurveyStatistics
import Surveys
import Terminal

/// Says for which surveys an interval or a test is, where it is not for these.
enum CompareRefusal {
  /// Refuses a method that is for none of the groups: with those for which it is not, the others do without.
  static func check(_ changes: [SurveyChange], _ methods: ChangeMethods) throws {
    let designs = ChangeDesign.allCases.filter { kind in changes.contains { $0.design?.kind == kind } }
    guard !designs.isEmpty else { return }
    let here = designs.map { found($0).english }.joined(separator: ", in other groups ")
    var faults: [Fault] = []
    func refuse(_ option: String, _ name: String, _ needed: [ChangeDesign]) {
      guard Set(needed).isDisjoint(with: designs) else { return }
      faults.append(Fault("'--\(option) \(name)' \(need(needed)); here \(here): \(offer(option, designs))"))
    }
    if let interval = methods.interval { refuse("interval", interval.rawValue, interval.designs) }
    if let test = methods.test { refuse("test", test.rawValue, test.designs) }
    guard faults.isEmpty else { throw CommandError(.usage, faults) }
  }

  /// Why a group has no interval or test by the methods asked for; `nil` where it has both, or no design.
  static func reason(_ change: SurveyChange) -> Words? {
    guard let design = change.design else { return nil }
    guard change.intervalName == nil || change.testName == nil else { return nil }
    return found(design.kind)
  }

  /// What a method needs, for a sentence.
  static func need(_ designs: [ChangeDesign]) -> String {
    let needs = designs.map { design in
      switch design {
      case .disjoint: "surveys of different practices"
      case .paired: "surveys that called the same practices once each"
      case .overlapping: "surveys that share some of their practices, called once each"
      case .clustered: "practices called several times, weights or strata"
      }
    }
    return "is for " + needs.joined(separator: ", or ")
  }

  private static func found(_ design: ChangeDesign) -> Words {
    switch design {
    case .disjoint:
      Words("no practice was called in both surveys", "ingen praksis er ringet op i begge undersøgelser")
    case .paired:
      Words(
        "the same practices were called in both surveys",
        "de samme praksisser er ringet op i begge undersøgelser")
    case .overlapping:
      Words(
        "some practices were called in both surveys, others in one",
        "nogle praksisser er ringet op i begge undersøgelser, andre i én")
    case .clustered:
      Words(
        "practices were called several times, or have weights or strata",
        "praksisser er ringet op flere gange eller har vægte eller strata")
    }
  }

  /// The methods that these designs have.
  private static func offer(_ option: String, _ designs: [ChangeDesign]) -> String {
    let names =
      option == "interval"
      ? ChangeMethods.Interval.allCases.filter { !Set($0.designs).isDisjoint(with: designs) }.map(\.rawValue)
      : ChangeMethods.Test.allCases.filter { !Set($0.designs).isDisjoint(with: designs) }.map(\.rawValue)
    return "ask for \(names.joined(separator: ", ")), or leave it out"
  }
}
