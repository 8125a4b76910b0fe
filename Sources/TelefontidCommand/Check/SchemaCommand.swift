import Scenarios
import SurveyDesign
import Tables
import Terminal

/// `schema`: what a file must look like, for programs.
struct SchemaCommand: Command {
  @Argument("WHAT", "The kind of file.", reading: .choice) var kind: Kind

  /// Kinds of files with a schema.
  enum Kind: String, CaseIterable { case scenario, calls, frame }

  static var speaks: Bool { false }

  static let spec = CommandSpec(
    name: "schema",
    summary: "Print the JSON Schema of a scenario, or the Table Schema of a calls file or a frame.",
    discussion: """
      A scenario's schema is JSON Schema 2020-12; it is for documents without comments and trailing commas, such as \
      `telefontid check --print` makes. Tables have Frictionless Table Schemas.
      """,
    examples: [.init(command: "telefontid schema scenario", purpose: "Print the schema of scenarios:")])

  func run(in context: Context) async throws {
    switch kind {
    case .scenario: try context.printData(ScenarioSchema.text)
    case .calls: try context.printData(CallRecord.schema().json.text())
    case .frame: try context.printData(Frame.schema().json.text())
    }
  }
}
