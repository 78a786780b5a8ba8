import Testing
import Units

/// How a reader gives what a sentence asks for, where it is read.
struct MeansTests {
  private let all: [Means] = [
    .file("--fees"), .assumption("--until"), .report("fees", page: "Fees"),
    .said("--since", inBrowser: "the field"),
  ]

  @Test func `the command line names options and commands, the application its pages`() {
    #expect(all.map(\.description) == ["with --fees", "with --until", "homeward fees", "--since"])
    let shown = Surface.$current.withValue(.browser) { all.map(\.description) }
    #expect(
      shown == ["on the page Data", "under “Other assumptions”", "the page “Fees”", "the field"])
    #expect(Surface.current == .commandLine)
  }
}
