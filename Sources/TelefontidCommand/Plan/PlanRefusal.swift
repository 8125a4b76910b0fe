/// Why a planning question has no answer, and what could be asked instead.
struct PlanRefusal: Error, Equatable {
  var message: String

  init(_ message: String) { self.message = message }
}
