/// The scenarios that come with the program, found from wherever it is called.
///
/// An installed program has them in `../share/telefontid/scenarios`, seen from the folder in which its file stands, links
/// followed; one that was built has them at the root of the repository, in `scenarios` beside `Package.swift`. A program whose
/// file alone was copied has none.
package enum ShippedFiles {
  /// The folder, `nil` where there is none.
  package static let folder: String? = {
    guard let program = Platform.executable else { return nil }
    var above = OutputPath.divide(program).folder
    let installed = OutputPath.divide(above).folder + "/share/\(Program.name)/scenarios"
    if Platform.isFolder(installed) { return installed }
    while above != "/", !above.isEmpty {
      if InputFile.exists(above + "/Package.swift"), Platform.isFolder(above + "/scenarios") {
        return above + "/scenarios"
      }
      above = OutputPath.divide(above).folder
    }
    return nil
  }()

  /// The path of a file by the name under which it is shipped; `nil` if there is none of that name.
  ///
  /// - Parameter name: a path from the folder, such as `midtjylland-2015.json`, or without `.json`; none that leaves it.
  package static func path(of name: String) -> String? {
    guard let folder, !name.isEmpty, !name.hasPrefix("/"), !name.utf8.contains(0),
      !name.split(separator: "/").contains("..")
    else { return nil }
    return ["", ".json"].map { "\(folder)/\(name)\($0)" }.first(where: InputFile.exists)
  }

  /// The path to read for a name that a user gave: the file of that name, or else the one that is shipped under it.
  ///
  /// - Parameters:
  ///   - name: what the user gave.
  ///   - file: where the user's file would be; the name itself unless it was given in another file.
  package static func located(_ name: String, at file: String? = nil) -> String {
    let file = file ?? name
    return InputFile.exists(file) ? file : path(of: name) ?? file
  }

  /// The names of the shipped scenarios, without `.json`, in order.
  package static var scenarios: [String] {
    guard let folder else { return [] }
    return Folder.names(in: folder).filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }
  }
}
