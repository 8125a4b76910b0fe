/// Several files of output that take their places together: all of them or, when anything fails, none.
///
/// ```swift
/// var outputs = ReplacedFiles()
/// try outputs.write(picture, to: "figures/rates.svg")
/// try outputs.write(numbers, to: "figures/rates.csv")
/// try outputs.commit()
/// ```
///
/// Every file is complete and on the disk beside its place before the first takes it. They are then renamed one by one. When a
/// rename fails, those before it are taken back. A process that is killed between two renames leaves some files old and some
/// new, and a journal beside the first of them; the next output to that file finishes what the journal says.
package struct ReplacedFiles: ~Copyable, Sendable {
  private var files: [CompleteFile] = []

  /// Begins with no file.
  package init() {}

  deinit {
    for file in files { Folder.remove(file.partial) }
  }

  /// Takes a file that has been written; standard output, devices and pipes get their bytes now.
  package mutating func add(_ file: consuming ReplacedFile) throws {
    var file = file
    if let complete = try file.handOver() { files.append(complete) }
  }

  /// Writes a whole file at once.
  package mutating func write(_ bytes: [UInt8], to path: String) throws {
    var file = try ReplacedFile(path)
    try file.file.append(bytes)
    try add(file)
  }

  /// Puts all files in their places.
  ///
  /// - Throws: ``FileFault`` of kind `brokenOff`; then the old files stand where they stood.
  package mutating func commit() throws {
    let complete = files
    guard let first = complete.first else { return }
    // One rename needs no journal.
    let journal = complete.count > 1 ? first.target.newNeighbour(.journal) : nil
    var moved: [Move] = []
    do {
      if let journal { try Self.write(complete.map(\.partial), to: journal, beside: first.target) }
      for file in complete {
        let move = try Move(file)
        moved.append(move)
        try Platform.rename(file.partial, to: file.target.path)
      }
    } catch {
      let isUndone = moved.reversed().map { $0.undo() }.allSatisfy { $0 }
      if isUndone {
        if let journal { Folder.remove(journal) }
      } else {
        // The next run finishes what could be neither done nor undone.
        files = []
      }
      let failed = moved.last?.file.target ?? first.target
      throw FileFault(.brokenOff, failed.given, error.reason)
    }
    files = []
    for move in moved { move.forgetOld() }
    // All have taken their places; whatever the disk says now, there is nothing to finish.
    if let journal { Folder.remove(journal) }
    do {
      for folder in Set(complete.map(\.target.parent)).sorted() { try Folder.synchronize(folder) }
    } catch {
      throw FileFault(.brokenOff, first.target.given, error.reason)
    }
  }

  /// One file's way to its place, and the way back.
  private struct Move {
    let file: CompleteFile
    /// The old file's second name; `nil` where there was none, or where the file system gives no second names.
    private var backup: String?
    private let wasThere: Bool

    init(_ file: CompleteFile) throws(SystemError) {
      self.file = file
      wasThere = try Platform.kind(of: file.target.path) != .nothing
      guard wasThere else { return }
      let name = file.target.newNeighbour(.replaced)
      do {
        try Platform.link(file.target.path, to: name)
        backup = name
      } catch {
        // Without a second name the old file cannot come back.
      }
    }

    /// Whether the place is as it was.
    func undo() -> Bool {
      do {
        if try Platform.kind(of: file.partial) == .file {
          forgetOld()
        } else if let backup {
          try Platform.rename(backup, to: file.target.path)
        } else if !wasThere {
          try Platform.rename(file.target.path, to: file.partial)
        } else {
          return false
        }
        return true
      } catch {
        return false
      }
    }

    func forgetOld() {
      if let backup { Folder.remove(backup) }
    }
  }
}

extension ReplacedFiles {
  /// Writes down which files take their places together; the journal is there as a whole or not at all.
  private static func write(_ partials: [String], to journal: String, beside target: OutputPath)
    throws(SystemError)
  {
    let partial = target.newNeighbour(.partial)
    let descriptor = try Platform.open(partial, for: .creating)
    do {
      try Platform.write(Array(partials.joined(separator: "\0").utf8), to: descriptor)
      try Platform.synchronize(descriptor)
      try Platform.close(descriptor)
      try Platform.rename(partial, to: journal)
    } catch {
      Folder.remove(partial)
      throw error
    }
  }

  /// Finishes what a killed process had begun at a place, and removes what it left.
  static func recover(_ target: OutputPath) {
    for journal in target.abandonedNeighbours(.journal) {
      let text = (try? CommandFiles.looking { try InputFile.contents(of: journal, isPlain: true) }) ?? []
      for partial in text.split(separator: 0).map({ String(decoding: $0, as: UTF8.self) }) {
        guard let place = OutputPath.place(ofPartial: partial), (try? Platform.kind(of: partial)) == .file
        else { continue }
        try? Platform.rename(partial, to: place)
      }
      Folder.remove(journal)
    }
    for left in target.abandonedNeighbours(.partial) + target.abandonedNeighbours(.replaced) {
      Folder.remove(left)
    }
  }
}

extension OutputPath {
  /// Where a partial file belongs; `nil` for the name of anything else.
  ///
  /// A journal says no more than that, so that a foreign one can move nothing else.
  static func place(ofPartial path: String) -> String? {
    let (folder, name) = divide(path)
    guard path.hasPrefix("/"), name.hasPrefix("."),
      let role = name.ranges(of: ".\(NeighbourRole.partial.rawValue)-").last
    else { return nil }
    let place = name[name.index(after: name.startIndex)..<role.lowerBound]
    return place.isEmpty ? nil : (folder == "/" ? "" : folder) + "/" + place
  }
}
