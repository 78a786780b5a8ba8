import Support
import Testing

/// What a newcomer meets first.
struct HelpTests {
  @Test func `help names the commands, gives examples and documents exit codes`() throws {
    let help = try Program.run(["--help"])
    #expect(help.code == 0)
    for word in [
      "forecast", "compare", "explain", "require", "pace", "backtest", "outlook", "scenario", "measures",
      "check",
      "rules", "convert", "postcodes",
      "example", "load", "loads", "reference", "rates", "merge", "appraise", "case", "EXAMPLES", "EXIT CODES",
      "65", "66",
    ] {
      #expect(help.out.contains(word))
    }
  }

  @Test(arguments: [
    "forecast", "compare", "explain", "require", "pace", "backtest", "outlook", "scenario", "measures",
    "check", "rules",
    "convert", "postcodes",
    "example", "load", "loads", "reference", "rates", "merge", "appraise", "case",
  ])
  func `every command has worked examples`(_ command: String) throws {
    let help = try Program.run([command, "--help"])
    #expect(help.code == 0)
    #expect(help.out.contains("homeward \(command) "))
  }

  @Test(arguments: [
    ["forecast"], ["forecast", "x", "--method", "magic"], ["forecast", "x", "--until", "soon"],
    ["forecast", "x", "--reference", "2024"], ["forecast", "x", "--uplift", "lots"], ["guess"],
  ])
  func `a command that is not understood ends with 64`(_ arguments: [String]) throws {
    let result = try Program.run(arguments)
    #expect(result.code == 64)
    #expect(result.err.contains("Usage:"))
    #expect(result.out.isEmpty)
  }
}
