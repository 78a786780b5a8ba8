import Files
import Places
import Support
import Testing
import Units

struct PostcodeDirectoryTests {
  private let list = """
    pcd,laua,oseast1m,osnrth1m
    QW1 1AA,E07000008,500000,200000
    "QW1  2BB",E08000012,503219.0,200000.0
    qw12 3cc,W06000001,300000,300000
    QW9 9ZZ,,,
    """

  private func directory(_ folder: TemporaryFolder) throws -> PostcodeDirectory {
    let file = folder.path + "/postcodes.bin"
    #expect(try PostcodeDirectory.build(from: folder.path + "/list.csv", to: file) == 4)
    return try PostcodeDirectory(at: file)
  }

  @Test func `a postcode is found however it was spaced, with its place and authority`() throws {
    let folder = try TemporaryFolder(["list.csv": list])
    let directory = try directory(folder)
    #expect(directory.count == 4)
    #expect(directory.place(of: "QW11AA")?.authority == "E07000008")
    #expect(directory.place(of: "QW12BB")?.east == 503_219)
    #expect(directory.place(of: "QW123CC")?.authority == "W06000001")
    #expect(directory.place(of: "QW13AA") == nil)
    #expect(directory.place(of: .empty) == nil)
  }

  @Test func `distance is straight, in miles to a tenth, and unknown off the grid`() throws {
    let folder = try TemporaryFolder(["list.csv": list])
    let directory = try directory(folder)
    let (a, b) = try (#require(directory.place(of: "QW11AA")), #require(directory.place(of: "QW12BB")))
    // 3.219 km at 1.6093 km a mile.
    #expect(a.miles(to: b) == 2.0)
    #expect(a.miles(to: a) == 0)
    let nowhere = try #require(directory.place(of: "QW99ZZ"))
    #expect(a.miles(to: nowhere) == nil)
    #expect(nowhere.authority.isEmpty)
  }

  @Test func `a district's children are the county's`() {
    #expect(Counties.responsible(for: "E07000008") == "E10000003")
    #expect(Counties.responsible(for: "E08000012") == "E08000012")
  }

  @Test func `a file that is no directory is refused, and so is a list without the columns`() throws {
    let folder = try TemporaryFolder([
      "a.bin": "HWPOST01 and then something else", "b.csv": "pcd,name\nQW1 1AA,x\n",
    ])
    #expect(throws: FilesError.self) { try PostcodeDirectory(at: folder.path + "/a.bin") }
    #expect(throws: FilesError.self) { try PostcodeDirectory(at: folder.path + "/none.bin") }
    #expect(throws: FilesError.self) {
      try PostcodeDirectory.build(from: folder.path + "/b.csv", to: folder.path + "/c.bin")
    }
  }
}
