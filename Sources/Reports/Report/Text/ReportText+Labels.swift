internal import Drawing
internal import SurveyStatistics

/// Headings, labels and the heads of columns.
extension ReportText {
  var generalTitle: String { words("Telephone access survey", "Undersøgelse af telefonisk tilgængelighed") }
  var simulatedKind: String { words("Simulated survey", "Simuleret undersøgelse") }
  var madeKind: String { words("Survey that was made", "Gennemført undersøgelse") }
  var plannedKind: String { words("Planned survey", "Planlagt undersøgelse") }
  var whatIfKind: String { words("What if: simulated", "Hvad nu hvis: simuleret") }
  var contents: String { words("Contents", "Indhold") }
  var inShort: String { words("In short", "Kort fortalt") }
  var asked: String { words("Asked", "Spurgt") }
  var done: String { words("How it was done", "Sådan blev det gjort") }
  var found: String { words("Found", "Fundet") }
  var foundBySlot: String { words("Slot by slot", "Tidsrum for tidsrum") }
  var patientsCalls: String { words("Patients’ calls in the model", "Patienternes opkald i modellen") }
  var practiceDay: String { words("One practice’s day", "En dag i én praksis") }
  var sure: String { words("How sure is that?", "Hvor sikkert er det?") }
  var change: String { words("What changed since the baseline", "Hvad er ændret siden basismålingen?") }
  var limits: String { words("What it cannot say", "Hvad den ikke kan sige") }
  var parameters: String {
    words(
      "Parameters and where they come from",
      "Forudsætninger, og hvor de kommer fra")
  }
  var checklist: String { words("Checklist: STRESS-DES", "Tjekliste: STRESS-DES") }
  var aboutFiles: String { words("Files and how to repeat this", "Filer, og hvordan det gentages") }
  var showNumbers: String { words("The numbers behind the figure", "Tallene bag figuren") }
  var hours: String { words("Slot", "Tidsrum") }
  var calls: String { words("Calls", "Opkald") }
  var notReached: String { words("Not reached", "Uden kontakt") }
  var share: String { words("Share", "Andel") }
  var verdict: String { words("Verdict", "Målopfyldelse") }
  var meetsIfAtMost: String { words("Meets if at most", "Opfyldt ved højst") }
  var failsIfAtLeast: String { words("Fails if at least", "Ikke opfyldt fra") }
  var never: String { words("never", "aldrig") }
  var definition: String { words("Definition of reached", "Definition af opnået kontakt") }
  var parameter: String { words("Parameter", "Forudsætning") }
  var value: String { words("Value", "Værdi") }
  var basis: String { words("Basis", "Grundlag") }
  var source: String { words("Source or reason", "Kilde eller begrundelse") }
  var item: String { words("Item", "Punkt") }
  var answer: String { words("In this study", "I denne undersøgelse") }
  var file: String { words("File", "Fil") }
  var size: String { words("Size", "Størrelse") }
  var state: String { words("State", "Tilstand") }
  var together: String { words("together", "samlet") }
  var allCalls: String { words("All calls", "Alle opkald") }
  var trueShare: String { words("True share", "Sand andel") }

  var foundInSweep: String { words("Every possibility", "Hver mulighed") }
  var limitsInFull: String {
    words("What this report cannot say", "Hvad rapporten ikke kan sige noget om")
  }
  /// The source of numbers that no call and no simulation is behind.
  var computed: String { words("computed, no call is behind it", "beregnet, uden opkald bag") }

  func intervalHead(_ confidence: Double) -> String {
    let level = language.roundPercent(confidence)
    return words("\(level) interval", "\(level)-interval")
  }

  func word(for verdict: Verdict) -> String {
    switch verdict {
    case .meets: words("met", "opfyldt")
    case .fails: words("not met", "ikke opfyldt")
    case .undecided: words("undecided", "uafklaret")
    }
  }
}
