import ExampleCouncil
import Places
import Returns
import Rules
import Support
import Testing
import Units

/// The rules on the example council.
struct ExampleCouncilTests {
  private static let sound = Result { try ReturnsReader.read(at: Project.folder + "/Examples/council") }

  @Test(arguments: 2020...2025)
  func `every return of the bundled council is sound`(startYear: Int) throws {
    let collection = try Collection.find(
      in: Self.sound.get(), year: CollectionYear(startYear: startYear), authority: ExampleCouncil.authority)
    let run = RuleRun(collection)
    let found = Set(run.rows.map { "\($0.rule.code) \($0.file) line \($0.line)" })
    #expect(found == [])
    // Rules about places run, and so do those that look back once there is a year to look back to.
    let notRun = run.outcomes.count { if case .ran = $0 { false } else { true } }
    #expect(startYear == 2020 || notRun == 2)
  }

  @Test func `the rules find the planted faults on their rows, and nothing else`() throws {
    let (files, faults) = ExampleCouncil().filesWithFaults()
    let folder = try TemporaryFolder(Dictionary(files.map { ($0.path, $0.contents) }) { first, _ in first })
    let collection = try Collection.find(
      in: ReturnsReader.read(at: folder.path), authority: ExampleCouncil.authority)
    let found = Set(RuleRun(collection).rows.map { "\($0.rule.code) \($0.file) line \($0.line)" })
    let planted = Set(faults.flatMap(\.findings).map { "\($0.rule) \($0.path) line \($0.line)" })
    #expect(found.subtracting(planted) == [])
    #expect(planted.subtracting(found) == [])
  }
}
