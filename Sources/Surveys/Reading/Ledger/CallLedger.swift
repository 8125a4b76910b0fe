/// The calls of one survey as far as they must be known one by one while a file is read, and all others counted.
///
/// A call needs two bytes: which attempts at it have been read, and what came of the last. Four days of a practice in a slot share a
/// word. Practices that follow each other are a block (``LedgerBlock``): blocks have nothing to do with each other, so that each core
/// may add to one, and each is small enough for the caches.
///
/// What does not fit is refused, and the file must be read in another way: an attempt that came before, attempts beside a row that
/// was not dialled, more than seven of them, days that are closed, calls without a first attempt.
struct CallLedger: Sendable {
  private(set) var blocks: [LedgerBlock] = []
  /// So many bits of a practice's number are its place in its block.
  let blockBits: Int

  /// So many blocks are enough for all cores, and few enough to deal rows out to.
  private static let usualBlocks = 16
  /// So many fours of days may be open in a ledger before some are closed.
  private static let mostOpen = 1 << 18

  /// An empty ledger for about so many practices; there may be more.
  init(practices: Int) {
    let most = max(practices / Self.usualBlocks, 1)
    blockBits = most.bitWidth - 1 - most.leadingZeroBitCount
  }

  /// An empty ledger like another one.
  init(like other: CallLedger) { blockBits = other.blockBits }

  /// Adds rows to their blocks.
  ///
  /// - Returns: Whether they fit.
  mutating func add(_ rows: LedgerRows) -> Bool {
    reserve(rows.blocks.count)
    for (block, rows) in rows.blocks.enumerated() where !rows.isEmpty {
      guard blocks[block].add(rows) else { return false }
    }
    return true
  }

  /// Makes so many blocks at least.
  private mutating func reserve(_ count: Int) {
    while blocks.count < count { blocks.append(LedgerBlock(mostOpen: Self.mostOpen / Self.usualBlocks)) }
  }

  /// Hands the blocks out together with the rows that are to be added to them, in their order.
  mutating func deal(_ rows: [LedgerRows]) -> [LedgerWork] {
    reserve(rows.reduce(0) { max($0, $1.blocks.count) })
    let works = blocks.indices.map { block in
      LedgerWork(
        block: blocks[block],
        rows: rows.compactMap { $0.blocks.indices.contains(block) ? $0.blocks[block] : nil })
    }
    blocks = []
    return works
  }

  /// Hands the blocks out to count all calls.
  mutating func dealLast() -> [LedgerWork] {
    var works = deal([])
    for place in works.indices { works[place].closes = true }
    return works
  }

  /// Takes the blocks back.
  ///
  /// - Returns: Whether all rows did fit.
  mutating func take(_ works: [LedgerWork]) -> Bool {
    blocks = works.map(\.block)
    return works.allSatisfy(\.fits)
  }

  /// Counts whatever is not counted yet, and appends all calls: those of a practice in a slot that ended alike as one with their number.
  ///
  /// - Returns: Whether each call has a first attempt; if not, the ledger means nothing.
  /// - Complexity: O(*c*) for *c* calls.
  consuming func append(to calls: inout [SurveyCall]) -> Bool {
    for block in blocks.indices { guard blocks[block].close() else { return false } }
    calls.reserveCapacity(calls.count + blocks.reduce(0) { $0 + $1.countedCalls })
    for block in blocks { block.append(to: &calls) }
    return true
  }
}

/// Rows dealt out to the blocks of a ledger, in the order in which they were read.
struct LedgerRows: Sendable {
  private(set) var blocks: [[LedgerRow]] = []
  private let blockBits: Int

  init(for ledger: CallLedger) { blockBits = ledger.blockBits }

  @inline(__always)
  mutating func append(_ row: LedgerRow) {
    let block = row.practice >> blockBits
    while blocks.count <= block { blocks.append([]) }
    blocks[block].append(row)
  }
}

/// What one core has to do: add rows to one block of a ledger.
package struct LedgerWork: Sendable {
  fileprivate var block: LedgerBlock
  fileprivate var rows: [[LedgerRow]]
  fileprivate var closes = false
  fileprivate var fits = true

  fileprivate init(block: LedgerBlock, rows: [[LedgerRow]]) { (self.block, self.rows) = (block, rows) }

  /// Adds the rows.
  package mutating func run() {
    for rows in rows where fits { fits = block.add(rows) }
    if closes, fits { fits = block.close() }
    rows = []
  }
}
