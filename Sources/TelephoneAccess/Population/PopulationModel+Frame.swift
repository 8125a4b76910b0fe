internal import Randomness
internal import SurveyDesign

extension PopulationModel {
  /// Draws a frame: so many practices per municipality, numbered from P001, with sizes dealt out at random.
  ///
  /// - Throws: `DesignFaults` for a model of no practices.
  /// - Complexity: O(*p* log *p*) for *p* practices.
  func drawFrame(seed: UInt64) throws -> Frame {
    var sizes = practiceSizes.flatMap { [Int](repeating: $0.gps, count: $0.practices) }
    var stream = RandomStream(seed: seed, replication: 0, practice: 0, purpose: .population)
    stream.permute(&sizes)
    let digits = max(3, String(sizes.count).count)

    var practices: [FramePractice] = []
    for municipality in municipalities {
      for place in 0..<municipality.practices {
        let number = String(practices.count + 1)
        let id = "P" + String(repeating: "0", count: digits - number.count) + number
        let gps = practices.count < sizes.count ? sizes[practices.count] : 1
        practices.append(
          FramePractice(
            id: id, municipality: municipality.name, gps: gps, stratum: Self.stratum(gps: gps),
            extra: [cluster(of: place, in: municipality)]))
      }
    }
    return try Frame(
      practices, extraColumns: [TraitColumn.cluster.rawValue], absentColumns: [.listedPatients])
  }

  /// The stratum of a drawn practice: its number of GPs, five and more together.
  private static func stratum(gps: Int) -> String { gps >= 5 ? "5+" : String(gps) }

  /// The quality cluster of a municipality's practice: clusters are filled one after the other, as evenly as can be.
  private func cluster(of place: Int, in municipality: MunicipalityCount) -> String {
    guard let clusterSize, clusterSize > 0 else { return "" }
    let clusters = max(1, (municipality.practices + clusterSize / 2) / clusterSize)
    return "\(municipality.name) \(place * clusters / municipality.practices + 1)"
  }
}
