import Places
import Returns
import Rules
import Support
import Testing
import Units

/// Lists of postcodes that lie beside the returns.
struct PostcodeListTests {
  /// Line 2 is on the list; 3 is on none, but may well be a postcode; 4 can't be one; 5 lies outside the area; 6 has
  /// no placement postcode.
  private let episodes = """
    CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,HOME_POST,PL_POST,URN
    1,01/06/2024,S,C2,N1,K2,PR1,,,QW1 1AA,QW1 2BB,9900300
    2,01/06/2024,S,C2,N1,K2,PR1,,,QW1 1AA,YO1 7HH,9900300
    3,01/06/2024,S,C2,N1,K2,PR1,,,QW1 1AA,QW1 OBB,9900300
    4,01/06/2024,S,C2,N1,K2,PR1,,,QW1 1AA,QX1 1AA,9900300
    5,01/06/2024,S,C2,N1,K2,PR1,,,QW1 1AA,,9900300

    """
  private let list = """
    pcd,laua,oseast1m,osnrth1m
    QW1 1AA,E06000999,900000,450000
    QW1 2BB,E06000999,903219,450000
    QX1 1AA,E06000991,916093,450000

    """
  private let country = """
    pcd,laua,oseast1m,osnrth1m
    YO1 7HH,E06000014,460000,452000

    """

  private func found(_ rule: String, hasCountry: Bool, isListed: Bool = true) throws -> [Int]? {
    var files = ["r/2024-25/episodes.csv": episodes, "country.csv": country]
    if isListed { files["r/postcodes.csv"] = list }
    let folder = try TemporaryFolder(files)
    var directory: PostcodeDirectory?
    if hasCountry {
      _ = try PostcodeDirectory.build(from: folder.path + "/country.csv", to: folder.path + "/country.bin")
      directory = try PostcodeDirectory(at: folder.path + "/country.bin")
    }
    let collection = try Collection.find(
      in: ReturnsReader.read(at: folder.path + "/r"), directory: directory, authority: "e06000999")
    let run = RuleRun(collection, only: [rule])
    guard case .ran? = run.outcomes.first else { return nil }
    return run.rows.map(\.line)
  }

  @Test func `a list beside the returns is named, and its rows are no table's`() throws {
    let folder = try TemporaryFolder(["2024-25/episodes.csv": episodes, "postcodes.csv": list])
    let returns = try ReturnsReader.read(at: folder.path)
    #expect(returns.files.map(\.status) == [.table(.episodes), .postcodes(3)])
    #expect(returns.files[1].table == nil && returns.rowsRead == 5 && returns.postcodes.count == 1)
  }

  @Test func `a list supplements the country's directory`() throws {
    #expect(try found("392c", hasCountry: true) == [4])
    #expect(try found("169", hasCountry: true) == [4, 6])
    #expect(try found("179", hasCountry: true) == [4, 6])
    #expect(try found("392a", hasCountry: true) == [4, 6])
    #expect(try found("1015", hasCountry: true) == [3, 4, 5, 6])
  }

  @Test func `a list alone judges no postcode that only the country's directory could tell of`() throws {
    #expect(try found("392c", hasCountry: false) == [4])
    #expect(try found("169", hasCountry: false) == [4, 6])
    #expect(try found("179", hasCountry: false) == [4, 6])
    #expect(try found("392a", hasCountry: false) == [4, 6])
    #expect(try found("1015", hasCountry: false) == [4, 5, 6])
  }

  @Test func `without either, rules about places do not run and postcodes are judged by form`() throws {
    #expect(try found("169", hasCountry: false, isListed: false) == nil)
    // No postcode begins with Q.
    #expect(try found("392c", hasCountry: false, isListed: false) == [2, 3, 4, 5, 6])
  }
}
