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

  /// How often each stands outside quotes in a line, and what else tells of it.
  private struct Line {
    var counts = [0, 0, 0]
    /// The first bytes of the line, quotes left out.
    var beginning: [UInt8] = []
    var last: UInt8 = 0

    mutating func take(_ byte: UInt8, delimiter: Int?) {
      if let delimiter { counts[delimiter] += 1 }
      if byte != Byte.quote, beginning.count < 2 { beginning.append(byte) }
      if byte != Byte.space { last = byte }
    }
  }

  private var header = Line()
  private var row = Line()
  private var isInRow = false
  private var isQuoted = false
  private var hasContent = false
  private var hasSpacedQuotes = false
  private var previous: (UInt8, UInt8) = (0, 0)
  private var seen = 0

  /// Whether enough was seen.
  private(set) var isDone = false

  init() {}

  /// Takes the next byte.
  mutating func take(_ byte: UInt8) {
    seen += 1
    if byte == Byte.quote { isQuoted.toggle() }
    switch byte {
    case Byte.lineFeed, Byte.carriageReturn:
      if isQuoted { hasContent = true } else if hasContent { endLine() }
    case _:
      hasContent = true
      let place = isQuoted ? nil : Self.delimiters.firstIndex(of: byte)
      if isInRow { row.take(byte, delimiter: place) } else { header.take(byte, delimiter: place) }
      if byte == Byte.quote, previous == (Byte.quote, Byte.space) { hasSpacedQuotes = true }
    }
    previous = (previous.1, byte)
    if seen >= Self.limit { isDone = true }
  }

  private mutating func endLine() {
    hasContent = false
    if isInRow { isDone = true } else { isInRow = true }
  }

  /// The delimiter that what was seen so far suggests, or nil if there is none.
  var delimiter: UInt8? { place.map { Self.delimiters[$0] } }

  private var place: Int? {
    let places = header.counts.indices.filter { header.counts[$0] > 0 }
    let agreeing = places.filter { row.counts[$0] == header.counts[$0] }
    let candidates = agreeing.isEmpty ? places : agreeing
    guard let most = candidates.map({ header.counts[$0] }).max() else { return nil }
    return candidates.first { header.counts[$0] == most }
  }

  /// Whether the first row has one field more than the header, and does not end with a delimiter.
  var hasLongerRow: Bool {
    guard let place else { return false }
    return row.counts[place] == header.counts[place] + 1 && row.last != Self.delimiters[place]
      && header.last != Self.delimiters[place]
  }

  /// Whether the header leaves out the name of a first column that numbers the rows, as R's `write.table` does.
  var lacksFirstName: Bool {
    guard let delimiter, hasLongerRow else { return false }
    return row.beginning == [Byte.one, delimiter]
  }

  /// Whether nothing but spaces stands between names in quotes, as R's `write.table` writes them unless told otherwise.
  var isDividedBySpaces: Bool { place == nil && hasSpacedQuotes }
}
