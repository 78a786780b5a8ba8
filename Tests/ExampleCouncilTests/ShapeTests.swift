import ExampleCouncil
import Testing
import Units

@Suite struct ShapeTests {
  let wrenfield = Wrenfield.generated

  @Test(arguments: Wrenfield.years)
  func `between 370 and 430 children are looked after on 31 March`(year: CollectionYear) {
    let open = wrenfield.episodes(year).filter { $0.end == nil && !$0.isShortBreak }
    #expect((370...430).contains(open.count))
    let unaccompanied = Set(wrenfield.table("uasc", year).map { $0["CHILD"]! })
    #expect((17...30).contains(open.count { unaccompanied.contains($0.child) }))
  }

  @Test(arguments: Wrenfield.years)
  func `between 155 and 185 children start in a year`(year: CollectionYear) {
    let starts = wrenfield.episodes(year).filter {
      $0["RNE"] == "S" && !$0.isShortBreak && $0.start >= year.firstDay
    }
    #expect((155...185).contains(starts.count))
  }

  @Test func `the shape is England's, within 3 points for a share and a fifth for a length`() {
    #expect(wrenfield.council.shape.count > 60)
    for line in wrenfield.council.shape {
      #expect(!line.differs, "\(line.measure), \(line.group): \(line.council) against \(line.england)")
    }
  }

  @Test func `shares of a measure come to a hundred`() {
    for measure in [
      "Placement on 31 March", "Age on starting", "Reason for leaving", "Length of placements ending",
    ] {
      let lines = wrenfield.council.shape.filter { $0.measure == measure }
      let council = lines.reduce(0) { $0 + $1.council }
      let england = lines.reduce(0) { $0 + $1.england }
      #expect(council > 99.99 && council < 100.01)
      #expect(england > 99.5 && england < 100.5)
    }
  }

  @Test func `the note lists every figure`() throws {
    let note = try #require(wrenfield.files.first { $0.path == "README.txt" }).contents
    for line in wrenfield.council.shape {
      #expect(note.contains(line.measure) && note.contains(line.group))
    }
    #expect(note.contains("invented") && note.contains("1903"))
  }
}
