/// The note that says where the planted faults are.
enum FaultList {
  static func file(_ faults: [PlantedFault]) -> ExampleFile {
    var text = """
      \(ExampleCouncil.name) with faults

      The latest return in this folder has \(faults.count) faults, planted to learn by: each is of a kind that returns have,
      and each is in the rows of another child. The earlier returns have none.

        homeward check FOLDER                      counts the rows that fail, rule by rule
        homeward check FOLDER --findings list.csv  lists them, with what to do
        homeward rules CODE                        says what a rule looks for

      Correct a file, check again, and the fault is gone. Below is every fault with the rules that find it, and the
      line of the file on which they do.

      """
    for (number, fault) in faults.enumerated() {
      text += "\n\(number + 1). \(fault.what)\n"
      for (place, findings) in grouped(fault.findings) {
        let rules = findings.map(\.rule).joined(separator: ", ")
        text += "   \(place): \(rules)\n"
      }
    }
    return ExampleFile(path: "FAULTS.txt", contents: text)
  }

  /// Findings by the row they are of, in order.
  private static func grouped(
    _ findings: [PlantedFault.Finding]
  ) -> [(place: String, findings: [PlantedFault.Finding])] {
    var groups: [(place: String, findings: [PlantedFault.Finding])] = []
    for finding in findings {
      let place = "\(finding.path) line \(finding.line)"
      if groups.last?.place == place {
        groups[groups.count - 1].findings.append(finding)
      } else {
        groups.append((place, [finding]))
      }
    }
    return groups
  }
}
