extension ResultFolder {
  /// Puts right what a killed run may have left: the old folder goes back to its place, unfinished ones go.
  ///
  /// Call it before results are read. A path at which something stands is left alone: a folder there is whole, and what lies beside it
  /// goes with the next run that writes. To look for it would take a look at all neighbours, for each of a thousand folders.
  package static func recover(_ path: String) {
    // Resolving makes missing parents, and where they are missing there is nothing to recover.
    guard (try? Platform.kind(of: path, followingLinks: false)) == .nothing, hasParent(path) else { return }
    guard let target = try? OutputPath(path) else { return }
    try? recover(target)
  }

  private static func hasParent(_ path: String) -> Bool {
    var parent = path[...]
    while parent.last == "/" { parent.removeLast() }
    while let last = parent.last, last != "/" { parent.removeLast() }
    return parent.isEmpty || (try? Platform.kind(of: String(parent))) == .folder
  }

  static func recover(_ target: OutputPath) throws {
    do {
      for backup in target.abandonedNeighbours(.replaced) {
        if try Platform.kind(of: target.path) == .nothing {
          try Platform.rename(backup, to: target.path)
        } else {
          Folder.remove(backup)
        }
      }
      for partial in target.abandonedNeighbours(.partial) {
        guard let lock = try? Platform.open(partial, for: .folder) else { continue }
        // Another machine that shares the disk may have a process of that number.
        if Platform.lock(lock) { Folder.remove(partial) }
        try Platform.close(lock)
      }
    } catch {
      throw FileFault(.cannotCreate, target.given, error.reason)
    }
  }

  /// Refuses to replace anything that a run of ours did not write, or that was changed since.
  static func check(_ target: OutputPath) throws {
    func refuse(_ reason: String) -> FileFault { FileFault(.cannotCreate, target.given, reason) }
    let names: [String]
    do {
      switch try Platform.kind(of: target.path, followingLinks: false) {
      case .nothing: return
      case .file, .link, .other: throw refuse("is a file; expected a folder, or nothing")
      case .folder: names = try Platform.names(in: target.path)
      }
    } catch let error as SystemError {
      throw refuse(error.reason)
    }
    if Folder.isCurrent(target.path) {
      throw refuse("is where you stand, and replacing it would leave you nowhere; name a folder inside it")
    }
    guard !names.isEmpty else { return }
    guard names.contains(Manifest.fileName) else {
      throw refuse("holds files but no \(Manifest.fileName) of ours; name another folder, or an empty one")
    }
    guard let manifest = try? Manifest.read(fromFolder: target.path) else {
      throw refuse("holds a \(Manifest.fileName) that is not one of ours; name another folder")
    }
    let foreign = foreignNames(among: names, of: manifest)
    guard foreign.isEmpty else {
      throw refuse(
        "also holds \(list(foreign)), which would be lost; move it elsewhere, or name another folder")
    }
    if CommandFiles.mayReplaceForeign { return }
    let changed = CommandFiles.looking {
      manifest.files.filter { names.contains($0.path) && !isIntact($0, in: target.path) }
    }
    guard changed.isEmpty else {
      throw refuse(
        "holds \(list(changed.map(\.path))), changed since the run that wrote it: move it elsewhere, or replace it with --force"
      )
    }
  }

  /// Up to three names for a message.
  private static func list(_ names: [String]) -> String {
    let shown = names.prefix(3).map { "'\($0)'" }.joined(separator: ", ")
    return names.count > 3 ? shown + " and more" : shown
  }

  /// Whether a file is as the run wrote it; one that cannot be read is not.
  private static func isIntact(_ record: OutputFile.Record, in folder: String) -> Bool {
    (try? InputFile.digest(of: "\(folder)/\(record.path)")) == record.sha256
  }

  /// The names in a folder of results that its manifest does not know.
  static func foreignNames(among names: [String], of manifest: Manifest?) -> [String] {
    let known = manifest?.files.map(\.path) ?? []
    return names.filter { $0 != Manifest.fileName && !known.contains($0) }
  }
}
