import SurveyDesign
import TelephoneAccess
import Testing

@Suite("Everything wrong with a frame is said at once")
struct PopulationFaultTests {
  /// A frame of practices that say when they are off and who their partner is.
  private func frame(_ practices: [(id: String, whenOff: String, partner: String)]) throws -> Frame {
    try Frame(
      practices.map { FramePractice(id: $0.id, extra: [$0.whenOff, $0.partner]) },
      extraColumns: ["when_off", "partner"])
  }

  private func faults(_ frame: Frame, model: PopulationModel = .lab) throws -> [String] {
    let error = try #require(throws: DesignFaults.self) { try Population.lab(seed: 1, model, frame: frame) }
    return error.faults.map(\.message)
  }

  @Test("an unknown partner, a practice that is its own, bad texts and circles are all collected")
  func allAtOnce() throws {
    let faults = try faults(
      frame([
        ("A", "forwarding", "B"), ("B", "forwarding", "A"), ("C", "referral-message", "X"),
        ("D", "forwarding", "D"), ("E", "asleep", ""), ("F", "forwarding", "G"), ("G", "forwarding", "H"),
        ("H", "forwarding", "F"), ("I", "ringsout|rings-out", "A"),
        ("J", "rings-out|rings-out|rings-out", ""),
      ]), model: .alwaysOff)
    #expect(faults.count == 7, "\(faults)")
    for (words, count) in [
      ("practice \"C\": its partner \"X\" is not in the frame", 1), ("practice \"D\" is its own partner", 1),
      ("practice \"E\": when_off \"asleep\": write one of referral-message, forwarding,", 1),
      ("practice \"I\": when_off \"ringsout|rings-out\": write one of", 1),
      ("practice \"J\": when_off \"rings-out|rings-out|rings-out\": write 1 state, or 2", 1),
      ("calls are forwarded in a circle: A → B → A", 1),
      ("calls are forwarded in a circle: F → G → H → F", 1),
    ] {
      #expect(faults.count { $0.hasPrefix(words) } == count, "\(words)\n\(faults)")
    }
  }

  @Test("partners who refer to each other, or who do not forward, are no circle")
  func noCircle() throws {
    let known = try frame([
      ("A", "referral-message", "B"), ("B", "referral-message", "A"), ("C", "forwarding", "D"),
      ("D", "acute-line", "C"),
    ])
    let practices = try Population.lab(seed: 1, .alwaysOff, frame: known).region.practices
    #expect(practices.map(\.telephone.partner) == [1, 0, 3, 2])
  }

  @Test(
    "a text that is no trait is refused with what is allowed",
    arguments: [
      ("system", "Queue", "queue or busy-tone"), ("lines", "0", "a number from 1, or unlimited"),
      ("lines", "many", "a number from 1, or unlimited"),
      ("lines", "99999999999999999999", "a number from 1, or unlimited"), ("acute_line", "ja", "yes or no"),
      ("lunch", "13-12", "a slot such as 12:00-13:00, or none"),
      ("lunch", "noon", "a slot such as 12:00-13:00, or none"),
      ("last_answer", "49:00", "a time such as 14:00, or none"), ("when_off", "|", "one of referral-message"),
    ])
  func texts(column: String, text: String, allowed: String) throws {
    let known = try Frame([FramePractice(id: "7", extra: [text])], extraColumns: [column])
    let faults = try faults(known)
    #expect(faults.count == 1)
    #expect(faults[0].hasPrefix("practice \"7\": \(column) \"\(text)\": write \(allowed)"), "\(faults)")
  }

  @Test("a model of no practices is a fault, not a trap")
  func noPractices() {
    #expect(throws: DesignFaults.self) { try Population.lab(seed: 1, PopulationModel()) }
  }
}

extension PopulationModel {
  /// The laboratory's model without any answerer, so that a practice's state when off is its state.
  fileprivate static var alwaysOff: PopulationModel {
    var model = lab
    model.staffing = []
    return model
  }
}
