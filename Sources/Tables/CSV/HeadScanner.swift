/// Finds the delimiter from the first bytes of a file, fed one at a time.
///
/// The delimiter is the one of comma, semicolon and tab that stands most often outside quotes in the header line. If two
/// stand there equally often, tab goes before semicolon and semicolon before comma, since a header is likelier to
/// hold a comma in a name than a tab. A header without any of them has one column, and then nothing delimits: a column of
/// numbers with decimal commas is read as such.
///
/// Where more than one stands in the header, the first row is asked too: one that stands there as often as in the header goes
/// before one that does not. `Ydernummer;Navn, adresse, by` is a header of two columns if the row has one semicolon.
struct HeadScanner: Sendable {
  /// How many bytes are looked at when the two lines do not end before; chosen so that the answer needs little memory.
  static let limit = 1 << 16

  /// The possible delimiters, the preferred first.
  private static let delimiters = [Byte.tab, Byte.semicolon, Byte.comma]

  /// How often each stands outside quotes in the header, and then in the first row.
  private var header = [0, 0, 0]
  private var row: [Int]?
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
      if hasContent, !isQuoted { endLine() }
    case _:
      hasContent = true
      if !isQuoted, let place = Self.delimiters.firstIndex(of: byte) { count(place) }
    }
    if seen >= Self.limit { isDone = true }
  }

  private mutating func count(_ place: Int) {
    if row == nil { header[place] += 1 } else { row?[place] += 1 }
  }

  /// Ends the header, after which the first row is only looked at in doubt; then the row.
  private mutating func endLine() {
    hasContent = false
    if row == nil, header.count(where: { $0 > 0 }) > 1 {
      row = [0, 0, 0]
    } else {
      isDone = true
    }
  }

  /// The delimiter that what was seen so far suggests, or nil if there is none.
  var delimiter: UInt8? {
    let steady = row.map { row in header.indices.map { row[$0] == header[$0] } }
    let places = header.indices.filter { header[$0] > 0 }
    let agreeing = places.filter { steady?[$0] ?? false }
    let candidates = agreeing.isEmpty ? places : agreeing
    guard let most = candidates.map({ header[$0] }).max() else { return nil }
    return candidates.first { header[$0] == most }.map { Self.delimiters[$0] }
  }
}
