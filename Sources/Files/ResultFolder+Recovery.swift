extension ResultFolder {
  /// Puts right what a killed run may have left: the old folder goes back to its place, unfinished ones go.
  ///
  /// Call it before results are read. A path at which there is nothing to recover is left alone, faults and all.
  public static func recover(_ path: String) {
    guard let kind = try? Platform.kind(of: path, followingLinks: false), kind != .file else { return }
    // Resolving makes missing parents, and where they are missing there is nothing to recover.
    if kind == .nothing, !hasParent(path) { return }
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

  /// Refuses to replace anything that a run of ours did not write.
  static func check(_ target: OutputPath) throws {
    func refuse(_ reason: String) -> FileFault { FileFault(.cannotCreate, target.given, reason) }
    do {
      switch try Platform.kind(of: target.path, followingLinks: false) {
      case .nothing: return
      case .file, .link, .other: throw refuse("is a file; expected a folder, or nothing")
      case .folder: break
      }
    } catch let error as SystemError {
      throw refuse(error.reason)
    }
    if Folder.isCurrent(target.path) {
      throw refuse("is where you stand, and replacing it would leave you nowhere; name a folder inside it")
    }
    let names = Folder.names(in: target.path)
    guard !names.isEmpty else { return }
    guard names.contains(Manifest.fileName) else {
      throw refuse("holds files but no \(Manifest.fileName) of ours; name another folder, or an empty one")
    }
    guard (try? Manifest.read(fromFolder: target.path)) != nil else {
      throw refuse("holds a \(Manifest.fileName) that is not one of ours; name another folder")
    }
    let foreign = foreignNames(in: target.path)
    guard foreign.isEmpty else {
      let shown = foreign.prefix(3).map { "'\($0)'" }.joined(separator: ", ")
      let list = foreign.count > 3 ? shown + " and more" : shown
      throw refuse("also holds \(list), which would be lost; move it elsewhere, or name another folder")
    }
  }

  /// The names in a folder of results that its manifest does not know.
  static func foreignNames(in folder: String) -> [String] {
    let known = (try? Manifest.read(fromFolder: folder))?.files.map(\.path) ?? []
    return Folder.names(in: folder).filter { $0 != Manifest.fileName && !known.contains($0) }
  }
}
