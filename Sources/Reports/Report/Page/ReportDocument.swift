internal import Drawing

/// A report ready to be set: every sentence, table and figure in order, in one language.
struct ReportDocument: Sendable {
  /// The language.
  var language: ReportLanguage
  /// What kind of report it is, above the title.
  var kind: String
  /// The title.
  var title: String
  /// What was surveyed, below the title; may be empty.
  var subtitle: String
  /// The words on the list of sections.
  var contents: String
  /// The words on what opens the table behind a figure.
  var showNumbers: String
  /// The sections in order.
  var sections: [Section]
  /// The last lines.
  var colophon: [String]

  /// A part with a heading.
  struct Section: Sendable {
    /// Unique in the report, fit for an id.
    var id: String
    /// The heading.
    var title: String
    /// What stands in it.
    var blocks: [Block]
    /// Whether it begins a new page in print.
    var startsPage = false
  }

  /// One thing in a section.
  enum Block: Sendable {
    /// The sentence that matters most.
    case lead(String)
    /// A paragraph.
    case paragraph(String)
    /// A remark in small letters.
    case note(String)
    /// Something that a reader must not miss.
    case caution(String)
    /// A list.
    case bullets([String])
    /// A heading within the section.
    case heading(String)
    /// Terms and what they are.
    case facts([Fact])
    /// A few numbers, large.
    case tiles([Tile])
    /// A table.
    case table(Table)
    /// A figure with the table behind it.
    case figure(SourcedFigure)
  }

  /// A term and what it is.
  struct Fact: Equatable, Sendable {
    var term: String
    var words: String
  }

  /// A number in large type.
  struct Tile: Equatable, Sendable {
    var label: String
    var value: String
    var note: String
  }

  /// A table; the first cell of a row is its head.
  struct Table: Equatable, Sendable {
    /// What the table holds.
    var caption: String
    /// The columns.
    var columns: [Column]
    /// The rows.
    var rows: [Row]
    /// What stands below it.
    var notes: [String] = []

    /// Whether no column holds numbers; on a phone the cells of such a table stand below one another.
    var isText: Bool { !columns.contains(where: \.isNumber) }

    /// Whether its columns are too many for a phone, where the cells of a row then stand behind one another.
    var isWide: Bool { columns.count > Self.mostColumnsOnPhone }

    private static let mostColumnsOnPhone = 2

    /// Whether its columns fill a page only if they stand close.
    var isDense: Bool { columns.count > Self.mostColumnsApart }

    private static let mostColumnsApart = 6

    /// A column and on which side its cells stand.
    struct Column: Equatable, Sendable {
      var head: String
      var isNumber = false
    }

    /// A row; rows of totals stand apart, and rows of assumptions are marked.
    struct Row: Equatable, Sendable {
      var cells: [String]
      var kind = Kind.plain
      /// A cell that speaks another language than the page.
      var foreign: Foreign?

      struct Foreign: Equatable, Sendable {
        var column: Int
        var language: ReportLanguage
      }

      enum Kind: String, Equatable, Sendable {
        case plain, total, assumption
      }
    }
  }
}
