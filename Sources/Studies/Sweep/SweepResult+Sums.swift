/// The exact sums of a sweep: written down by a part of it, or when it breaks off, and taken back by the run that goes on.
extension SweepResult: PartedSums {
  package mutating func visit<Visitor: PartSumVisitor>(_ visitor: inout Visitor) throws(Visitor.Fault) {
    for region in cells[0].regions.indices {
      for cell in cells.indices {
        visitor.study = region * cells.count + cell
        try cells[cell].regions[region].visit(&visitor)
      }
    }
  }
}
