/// Finds the delimiter from the first bytes of a file, fed one at a time.
///
/// The delimiter is the one of comma, semicolon and tab that stands most often outside quotes in the header line. If two
/// stand there equally often, tab goes before semicolon and semicolon before comma, since a header is likelier to
/// hold a comma in a name than a tab. A header without any of them has one column, and then nothing delimits: a column of
/// numbers with decimal commas is read as such.
struct HeadScanner: Sendable {
  /// How many bytes are looked at when the header does not end before; chosen so that the answer needs little memory.
  static let limit = 1 << 16

  private var commas = 0
  private var semicolons = 0
  private var tabs = 0
  private var isQuoted = false
  private var hasContent = false
  private var seen = 0

  /// Whether enough was seen.
  private(set) var isDone = false

  init() {}

  /// Takes the next byte.
  mutating func take(_ byte: UInt8) {
    seen += 1
    switch byte {
    case Byte.quote:
      isQuoted.toggle()
      hasContent = true
    case Byte.lineFeed, Byte.carriageReturn:
      if hasContent, !isQuoted { isDone = true }
    case Byte.comma:
      if !isQuoted { commas += 1 }
      hasContent = true
    case Byte.semicolon:
      if !isQuoted { semicolons += 1 }
      hasContent = true
    case Byte.tab:
      if !isQuoted { tabs += 1 }
      hasContent = true
    case _:
      hasContent = true
    }
    if seen >= Self.limit { isDone = true }
  }

  /// The delimiter that what was seen so far suggests, or nil if there is none.
  var delimiter: UInt8? {
    if tabs > 0, tabs >= semicolons, tabs >= commas { return Byte.tab }
    if semicolons > 0, semicolons >= commas { return Byte.semicolon }
    return commas > 0 ? Byte.comma : nil
  }
}
