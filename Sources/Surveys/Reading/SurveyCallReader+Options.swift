package import SurveyDesign

extension SurveyCallReader {
  /// What a reader is told beforehand.
  package struct Options: Sendable {
    /// What the file calls its columns.
    package var columns = SurveyColumnNames()
    /// What the file calls those of its columns that a frame has too.
    package var frameColumns: [FrameColumn: String] = [:]
    /// Further columns that must be there, by the file's names.
    package var neededColumns: [String] = []
    /// What the words in its disposition column mean.
    package var codes = SurveyCodes.builtIn
    /// The frame; with one, a practice that it does not have is a fault.
    package var frame: Frame?
    /// Columns of the calls to group by.
    package var groupColumns: [String] = []
    /// The slots that calls fall into; `nil` for those of the file or, where it has none, whole hours.
    package var slots: [Slot]?
    /// The only values that some columns may have where the file has these columns, by name.
    package var allowedValues: [String: Set<String>] = [:]
    /// Slots of the survey that stand for themselves even if no call fell into them.
    package var knownSlots: [Slot] = []
    /// Whether every call is needed by itself, with its day and its row; else a long file's are counted where they are alike.
    package var keepsEachCall = true
    /// Whether waits are needed: a definition has a wait limit, or waits are asked for.
    package var needsWaits = false

    /// The options for a file that needs no words.
    package init() {}
  }
}
