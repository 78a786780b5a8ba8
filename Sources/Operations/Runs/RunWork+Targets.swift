import Reporting

extension RunWork {
  /// What would have to be true for a target.
  func require() throws -> RunResult {
    let ask = try TargetAsk(options)
    return try RunWork.result(
      of: RequireReturns.run(
        forecastOptions(500), targets: [ask.target], levers: ask.levers, chance: ask.chance,
        simulating: progress), name: "targets")
  }

  /// The plan that a paper proposes.
  func paper() throws -> RunResult {
    let path = try named(.paper)
    guard
      folder.documents.contains(where: {
        $0.kind == .paper && $0.name == options["file"] && $0.digest == options["digest"]
      })
    else { throw OperationError.setting("Another paper took this one's place. Look at that one.") }
    let found = try ReadPaper.run(path, limits: .shared)
    var result = RunResult(
      title: "A plan read from \(options["file"] ?? "a paper")", body: found.html,
      footer: "Read by Homeward from the paper. Nothing stands in it that the paper doesn't say.",
      files: [
        RunResult.File(
          name: "paper.json", type: "application/json", content: try found.json(), isSensitive: true)
      ])
    result.kept = ["yaml": found.yaml]
    return result
  }
}
