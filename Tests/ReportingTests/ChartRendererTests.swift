import Foundation
import Support
import Testing

@testable import Reporting

@Suite struct ChartRendererTests {
  private let charts = [
    Chart(id: "children", description: "one", spec: ["width": 1]),
    Chart(id: "cost", description: "two", spec: ["width": 2]),
  ]
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// An interpreter that does what these lines of shell say.
  private func interpreter(_ lines: String) throws -> String {
    let path = try folder.write("interpreter", Data("#!/bin/sh\n\(lines)\n".utf8))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    return path
  }

  private func failure(_ renderer: ChartRenderer) -> ChartRenderer.Failure? {
    if case .failure(let failure) = renderer.draw(charts) { failure } else { nil }
  }

  /// Whether the process whose number a file holds is gone; one that is not is ended, so that no test leaves it.
  private func isGone(_ pidFile: String) throws -> Bool {
    let text = try String(contentsOfFile: pidFile, encoding: .utf8)
    let process = try #require(Int32(text.trimmingCharacters(in: .whitespacesAndNewlines)))
    // It was killed before `draw` gave its answer; the system may take a moment to clear it away.
    for _ in 0..<1000 where kill(process, 0) == 0 { usleep(10_000) }
    return kill(process, 0) == -1 ? errno == ESRCH : kill(process, SIGKILL) != 0
  }

  @Test func `no interpreter is not set`() {
    #expect(failure(ChartRenderer(interpreter: nil)) == .notSet)
    #expect(failure(ChartRenderer(interpreter: "")) == .notSet)
  }

  @Test func `an interpreter that is not there or no program is not started`() throws {
    let missing = folder.path + "/none"
    #expect(failure(ChartRenderer(interpreter: missing)) == .notStarted(missing))
    let text = try folder.write("text", Data("no program".utf8))
    #expect(failure(ChartRenderer(interpreter: text)) == .notStarted(text))
    #expect(failure(ChartRenderer(interpreter: folder.path)) == .notStarted(folder.path))
  }

  @Test func `an interpreter that takes too long is stopped`() throws {
    let pid = folder.path + "/pid"
    let path = try interpreter("echo $$ > '\(pid)'\nexec sleep 600")
    #expect(failure(ChartRenderer(interpreter: path, seconds: 1)) == .tooSlow(seconds: 1))
    #expect(try isGone(pid))
  }

  @Test func `an interpreter that will not be asked to end is stopped too`() throws {
    let pid = folder.path + "/pid"
    let path = try interpreter("trap '' TERM\necho $$ > '\(pid)'\nwhile :; do sleep 0.1; done")
    #expect(failure(ChartRenderer(interpreter: path, seconds: 1)) == .tooSlow(seconds: 1))
    #expect(try isGone(pid))
  }

  @Test func `an interpreter that fails says how it ended`() throws {
    let path = try interpreter("exit 3")
    #expect(
      failure(ChartRenderer(interpreter: path))
        == .failed("it ended with status 3 before drawing them all"))
  }

  @Test func `a chart left out is a failure`() throws {
    let path = try interpreter(#"echo '{"id": "children", "svg": "<svg/>"}'"#)
    #expect(
      failure(ChartRenderer(interpreter: path))
        == .failed("it ended with status 0 before drawing them all"))
  }

  @Test func `a chart the renderer can't draw is a failure with its reason`() throws {
    let path = try interpreter(
      #"""
      echo '{"id": "children", "svg": "<svg/>"}'
      echo '{"id": "cost", "error": "no such mark"}'
      """#)
    #expect(failure(ChartRenderer(interpreter: path)) == .failed("no such mark"))
  }

  @Test func `pictures are given by chart, whatever else is printed`() throws {
    let path = try interpreter(
      #"""
      echo 'a warning'
      echo '{"id": "cost", "svg": "<svg>£</svg>"}'
      echo
      echo '{"id": "children", "svg": "<svg/>"}'
      echo 'a complaint' >&2
      """#)
    #expect(
      try ChartRenderer(interpreter: path).draw(charts).get()
        == ["children": "<svg/>", "cost": "<svg>£</svg>"])
  }

  @Test func `large pictures come through whole`() throws {
    let path = try interpreter(
      #"""
      long=$(head -c 3000000 /dev/zero | tr '\0' 'x')
      for id in children cost; do echo "{\"id\": \"$id\", \"svg\": \"$long\"}"; done
      """#)
    let drawn = try ChartRenderer(interpreter: path).draw(charts).get()
    #expect(drawn.mapValues(\.count) == ["children": 3_000_000, "cost": 3_000_000])
  }

  @Test func `the interpreter is given the script and a line for each chart`() throws {
    let path = try interpreter(
      #"""
      printf '%s\n' "$1" "$2" > '\#(folder.path)/arguments'
      printf '%s' "$3" > '\#(folder.path)/script'
      cat > '\#(folder.path)/input'
      """#)
    _ = ChartRenderer(interpreter: path).draw(charts)
    func text(_ name: String) throws -> String {
      try String(contentsOfFile: folder.path + "/" + name, encoding: .utf8)
    }
    // Isolated: neither the user's packages nor PYTHONPATH are looked at.
    #expect(try text("arguments") == "-I\n-c\n")
    let committed = try String(
      contentsOfFile: Project.folder + "/Sources/Reporting/Assets/render_charts.py", encoding: .utf8)
    #expect(try text("script") == committed)
    let requests = try text("input").split(separator: "\n").map {
      try JSONDecoder().decode(Request.self, from: Data($0.utf8))
    }
    #expect(requests.map(\.id) == ["children", "cost"])
    #expect(requests.map(\.spec) == [["width": 1], ["width": 2]])
  }

  private struct Request: Decodable {
    let id: String
    let spec: [String: Int]
  }

  @Test func `nothing to draw is drawn`() throws {
    let path = try interpreter("exit 0")
    #expect(try ChartRenderer(interpreter: path).draw([]).get().isEmpty)
  }

  @Test(arguments: [
    ChartRenderer.Failure.notSet, .notStarted("/bin/p"), .tooSlow(seconds: 30), .failed("why"),
  ])
  func `every failure says that the tables hold the figures`(failure: ChartRenderer.Failure) {
    #expect(failure.description.hasPrefix("The charts were not drawn: "))
    #expect(failure.description.hasSuffix("The tables hold every figure."))
  }
}
