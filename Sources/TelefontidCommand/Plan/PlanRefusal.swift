import Drawing
import Terminal

/// Why a planning question has no answer, and what could be asked instead.
struct PlanRefusal: Error, Equatable {
  var message: String

  init(_ message: String) { self.message = message }
}

extension PlanOutput {
  /// Works an answer out, once it is known that it can be written; a refusal is an error, and errors are in English.
  func answering<Answer>(_ body: () throws(PlanRefusal) -> Answer) throws -> Answer {
    try check()
    do {
      return try Speech.$language.withValue(.english) { try body() }
    } catch let refusal as PlanRefusal {
      throw CommandError.usage(refusal.message)
    }
  }
}
