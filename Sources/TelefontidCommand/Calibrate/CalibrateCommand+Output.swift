import Experiments
import Files
import Foundation
import Scenarios
import Studies
import Tables
import TelephoneAccess
import Terminal

/// What `calibrate` prints: what moved, and how the figures came out.
struct CalibrationReport {
  let space: CalibrationSpace
  let targets: [CalibrationTarget]
  let fit: CalibrationSearch.Fit
  let start: [Double]
  let before: [RegionalMean]
  let after: [RegionalMean]
  let unseen: [RegionalMean]
  let replications: Int
  let regions: Int

  /// The tables, in the order in which they are read.
  var tables: [TextTable] { [moves, figures] }

  private var moves: TextTable {
    var table = TextTable(
      [
        .text("Parameter", "Forudsætning"), .number("From", "Fra"), .number("To", "Til"),
        .number("Moved by", "Flyttet med"),
      ],
      title: said(
        "What moved (\(fit.evaluations) points of \(replications) replications each",
        "Hvad der flyttede sig (\(fit.evaluations) punkter à \(replications) gentagelser")
        + (regions > 1 ? said(", in each of \(regions) regions)", ", i hver af \(regions) regioner)") : ")"))
    for (old, new) in zip(space.assignments(at: original), space.assignments(at: fit.values)) {
      table.append([
        old.path, Self.shortest(old.value), Self.shortest(new.value),
        Self.shortest(((new.value - old.value) * 1e9).rounded() / 1e9),
      ])
    }
    return table
  }

  private var original: [Double] { space.parameters.map(\.start) }

  private var figures: TextTable {
    let met = [after, unseen].map { figures in
      zip(figures, targets).count { abs($0.mean.value - $1.target) <= $1.tolerance }
    }
    var columns: [TextTable.Column] = [
      .text("Figure", "Tal"), .number("Target", "Mål"), .number("±"), .number("Before", "Før"),
      .number("Fitted", "Tilpasset"), .number(Phrase.monteCarlo), .number("Unseen", "Uset"),
      .number(Phrase.monteCarlo),
    ]
    if regions > 1 {
      columns += [
        .number("± regions", "± regioner"), .number("Lowest", "Lavest"), .number("Highest", "Højest"),
      ]
    }
    let unseenNote =
      regions > 1
      ? said(
        "Unseen: the same scenario in \(regions) regions that the search did not use. ± regions, lowest, highest: the standard deviation between single ones of these, Monte Carlo error taken off, and their range.",
        "Uset: det samme scenarie i \(regions) regioner, som søgningen ikke brugte. ± regioner, lavest, højest: spredningen mellem enkelte af dem, uden Monte Carlo-fejl, og deres spændvidde."
      )
      : said(
        "Unseen: the same scenario over \(replications) replications that the search did not use.",
        "Uset: det samme scenarie over \(replications) gentagelser, som søgningen ikke brugte.")
    let count = targets.count
    var table = TextTable(
      columns + [.text("Met", "Ramt")],
      title: said(
        "How the figures came out: \(met[0]) of \(count) within tolerance, \(met[1]) of \(count) unseen",
        "Hvordan tallene blev: \(met[0]) af \(count) inden for tolerancen, \(met[1]) af \(count) usete"),
      notes: [
        unseenNote + said(" ± MC: Monte Carlo standard error.", " ± MC: Monte Carlo-standardfejl."),
        said(
          "A fit is not a validation: parameters were moved until these figures came out, and others could have been.",
          "En tilpasning er ingen validering: Forudsætninger blev flyttet, til tallene passede, og andre kunne have været flyttet."
        ),
      ])
    for (index, target) in targets.enumerated() {
      let spread = unseen[index].spread
      let spreads = [spread?.standardDeviation, spread?.lowest, spread?.highest]
      table.append(
        [
          [
            target.caller == .professional ? said("professionals'", "fagfolks") : "",
            target.statistic.rawValue, target.definition, target.group,
          ].filter { !$0.isEmpty }.joined(separator: " "),
          Self.shortest(target.target), Self.shortest(target.tolerance),
          Self.number(before[index].mean.value, target), Self.number(after[index].mean.value, target),
          Self.number(after[index].mean.standardError, target), Self.number(unseen[index].mean.value, target),
          Self.number(unseen[index].mean.standardError, target),
        ] + (regions > 1 ? spreads.map { Self.number($0, target) } : [])
          + [abs(after[index].mean.value - target.target) <= target.tolerance ? Phrase.yes : Phrase.no])
    }
    return table
  }

  private static func number(_ value: Double?, _ target: CalibrationTarget) -> String {
    value.map { spoken($0, decimals: target.statistic == .meanQueueWait ? 1 : 4) } ?? "–"
  }

  private static func shortest(_ value: Double) -> String { spoken(NumberText.shortest(value)) }
}

/// A scenario file that extends the one that was calibrated.
struct CalibratedScenario {
  let original: String
  let name: String
  let assignments: [Assignment]
  let space: CalibrationSpace
  let targets: [CalibrationTarget]

  /// How the source of every parameter that was moved begins.
  static let mark = "calibrated to"

  /// The file: what was set and what was moved, and where that comes from.
  ///
  /// A map or an array replaces that of the extended file whole, so each parameter is written from its second step on.
  func json(of document: ScenarioDocument) throws -> JSONText {
    var sections: [JSONText.Member] = []
    var provenance: [JSONText.Member] = []
    let moved = Self.places(of: space.paths)
    for path in moved + Self.places(of: assignments.map(\.path)).filter({ !moved.contains($0) }) {
      guard case .key(let section)? = path.steps.first else { continue }
      if path.steps.count == 2, case .key(let key) = path.steps[1] {
        let member = JSONText.Member(key, try document.json(at: path))
        if let known = sections.firstIndex(where: { $0.name == section }),
          case .object(let members) = sections[known].value
        {
          sections[known].value = .object(members + [member])
        } else {
          sections.append(.init(section, .object([member])))
        }
      } else {
        sections.append(.init(section, try document.json(at: path)))
      }
      guard moved.contains(path) else { continue }
      provenance.append(
        .init(path.description, ["basis": "derived", "source": .string("\(Self.mark) \(sources)")]))
    }
    let file = name.split(separator: "/").last.map(String.init) ?? name
    var members: [JSONText.Member] = [.init("extends", .string(Self.relative(original, to: name)))]
    if file.hasSuffix(".json"), file.count > 5 {
      members.append(.init("name", .string(String(file.dropLast(5)))))
    }
    return .object(members + sections + [.init("provenance", .object(provenance))])
  }

  /// Refuses to write over the scenario that the new one extends, or over one that this extends.
  static func check(_ name: String, extending original: String) throws {
    var bytes: [UInt8] = []
    JSONText.object([.init("extends", .string(relative(original, to: name)))]).append(to: &bytes)
    do {
      _ = try ScenarioDocument(parsing: String(decoding: bytes, as: UTF8.self), file: name)
    } catch let found as ScenarioFaults {
      throw CommandError(
        .cannotCreate,
        found.faults.map { Fault("cannot extend \(original): \($0.message)", file: name) })
    }
  }

  /// What was published by whom, each source once.
  private var sources: String {
    var sources: [String] = []
    for target in targets where !sources.contains(target.source) { sources.append(target.source) }
    return sources.joined(separator: "; ")
  }

  /// The first two steps of some paths, each once.
  private static func places(of paths: [String]) -> [DocumentPath] {
    var places: [DocumentPath] = []
    for path in paths.compactMap(DocumentPath.init) {
      let place = DocumentPath(Array(path.steps.prefix(2)))
      if !places.contains(place) { places.append(place) }
    }
    return places
  }

  /// A path as it is named from the folder of another file; a shipped scenario has one name everywhere.
  private static func relative(_ path: String, to other: String) -> String {
    if !InputFile.exists(path), ShippedFiles.path(of: path) != nil { return path }
    let target = URL(fileURLWithPath: path).standardizedFileURL.pathComponents
    let folder = URL(fileURLWithPath: other).standardizedFileURL.pathComponents.dropLast()
    var shared = 0
    while shared < folder.count, shared < target.count - 1, folder[shared] == target[shared] { shared += 1 }
    let up = [String](repeating: "..", count: folder.count - shared)
    return (up + target[shared...]).joined(separator: "/")
  }
}
