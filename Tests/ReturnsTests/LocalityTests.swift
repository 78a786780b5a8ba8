import Care
import Places
import Support
import Testing
import Units

@testable import Returns

/// Where placements are, by a postcode directory or by what the file says.
struct LocalityTests {
  private func localities(
    _ rows: [String], directory list: String? = nil, authority: String? = nil
  ) throws -> [Locality] {
    let columns =
      "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN,PL_LA,PL_LOCATION,PL_DISTANCE\n"
    let lines = rows.enumerated().map { "\($0 + 1),01/05/2024,S,C2,N1,U6,PR1,,,,\($1)" }
    let folder = try TemporaryFolder([
      "in/e.csv": columns + lines.joined(separator: "\n") + "\n",
      "in/h.csv": ReturnFixture.header(rows.indices.map { (child: "\($0 + 1)", birth: "01/06/2014") }),
      "list.csv": list ?? "",
    ])
    let directory = try list.map { _ in
      _ = try PostcodeDirectory.build(from: folder.path + "/list.csv", to: folder.path + "/list.bin")
      return try PostcodeDirectory(at: folder.path + "/list.bin")
    }
    let returns = try ReturnsReader.read(at: folder.path + "/in")
    let built = try HistoryBuilder.build(
      returns, book: .standard(),
      localities: LocalityFinder(Locator(directory, lists: returns.postcodes), authority: authority))
    return built.histories.episodes.map(\.locality)
  }

  private let list = """
    pcd,laua,oseast1m,osnrth1m
    QW1 1AA,E07000008,500000,200000
    QW1 2BB,E08000012,503219,200000
    """

  @Test func `a directory tells distance and area, a district's being its county's`() throws {
    let rows = ["QW1 1AA,qw12bb,,,,", "QW1 2BB,QW1 1AA,,,,", "QW1 1AA,QW9 9ZZ,,,,", ",QW1 1AA,,,,"]
    #expect(
      try localities(rows, directory: list, authority: "e07000008") == [
        Locality(distance: 20, isInside: false), Locality(distance: 20, isInside: true), .unknown,
        Locality(distance: nil, isInside: true),
      ])
    #expect(try localities(rows, directory: list)[0] == Locality(distance: 20, isInside: nil))
  }

  @Test func `without a directory the file's own columns tell`() throws {
    let rows = [
      "QW1 1AA,QW1 2BB,,E08000012,OUT,24.5", "QW1 1AA,QW1 2BB,,E08000012,,3", "QW1 1AA,QW1 2BB,,,IN,",
      "QW1 1AA,QW1 2BB,,,,far",
    ]
    #expect(
      try localities(rows, authority: "E08000012") == [
        Locality(distance: 245, isInside: false), Locality(distance: 30, isInside: true),
        Locality(distance: nil, isInside: true), .unknown,
      ])
    #expect(try localities(rows)[1] == Locality(distance: 30, isInside: nil))
  }

  @Test func `nobody who does not ask pays for it`() throws {
    let folder = council(["x": [EpisodeLine("1", "01/05/2024")]])
    #expect(try build(folder).histories.episodes.map(\.locality) == [.unknown])
  }
}
