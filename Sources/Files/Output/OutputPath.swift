/// Where an output will stand, found before anything is written: links followed, parents made.
struct OutputPath {
  /// As the user gave it, for messages.
  let given: String
  /// The folder in which the output stands, and in which its temporary neighbours are made.
  let parent: String
  let name: String

  /// The output itself.
  var path: String { parent == "/" ? "/" + name : parent + "/" + name }

  /// Resolves a path that need not exist; missing parents are made.
  ///
  /// - Throws: ``FileFault`` of kind `cannotCreate`.
  init(_ given: String) throws {
    self.given = given
    func refuse(_ reason: String) -> FileFault { FileFault(.cannotCreate, given, reason) }
    guard !given.isEmpty else { throw refuse("an output needs a name") }
    do {
      var target = given
      while target.count > 1, target.hasSuffix("/") { target.removeLast() }
      switch try Platform.kind(of: target, followingLinks: false) {
      case .nothing:
        let (folder, last) = Self.divide(target)
        try Self.makeFolders(folder)
        target = try Platform.realPath(folder) + "/" + last
      case .link where try Platform.kind(of: target) == .nothing:
        throw refuse("is a symbolic link to nothing")
      case .file, .folder, .link, .other:
        target = try Platform.realPath(target)
      }
      (parent, name) = Self.divide(target)
    } catch let error as SystemError {
      throw refuse(error.reason)
    }
    guard !name.isEmpty, name != "..", name != "." else { throw refuse("cannot be replaced") }
  }

  /// A neighbour that no other process and no earlier run has: `.NAME.partial-PID-random`.
  func newNeighbour(_ role: NeighbourRole) -> String {
    var generator = SystemRandomNumberGenerator()
    let random = String(generator.next() as UInt64, radix: 36)
    return "\(parent)/.\(name).\(role.rawValue)-\(Platform.processID)-\(random)"
  }

  /// The neighbours of a role that processes which no longer run have left, in order of name.
  func abandonedNeighbours(_ role: NeighbourRole) -> [String] {
    let prefix = ".\(name).\(role.rawValue)-"
    return Folder.names(in: parent).filter { $0.hasPrefix(prefix) }.filter { neighbour in
      let owner = neighbour.dropFirst(prefix.count).prefix { $0 != "-" }
      return Int32(owner).map(Platform.isDead) ?? false
    }.map { "\(parent)/\($0)" }
  }

  /// What a temporary neighbour is for.
  enum NeighbourRole: String {
    /// Being written, or just exchanged for the finished one.
    case partial
    /// The old output, moved away where folders cannot be exchanged, or kept until several files have taken their places.
    case replaced
    /// Which files take their places together: see ``ReplacedFiles``.
    case journal
  }

  /// The folder and the last component; `.` for a bare name.
  static func divide(_ path: String) -> (folder: String, last: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    let folder = String(path[..<slash])
    return (folder.isEmpty ? "/" : folder, String(path[path.index(after: slash)...]))
  }

  private static func makeFolders(_ path: String) throws {
    switch try Platform.kind(of: path) {
    case .folder: return
    case .file, .link, .other: throw SystemError.notAFolder
    case .nothing:
      try makeFolders(divide(path).folder)
      do {
        try Platform.makeFolder(path)
      } catch let error where error == .exists {
        // Another process was faster.
      }
    }
  }
}
