import Plans

/// Whether words name a role, told by knowing every one of them: what is not known may be a person's name.
private enum RoleWords {
  /// Words each of which makes a role.
  static let roles = Set(
    """
    manager managers head heads director directors lead leads officer officers team teams service services board panel \
    people commissioner commissioners commissioning group chair partner partners finance council executive chief worker \
    workers practitioner practitioners coordinator adviser advisor supervisor solicitor accountant analyst treasurer \
    hr dcs ad hos ict it sro pmo cfo ceo slt dmt procurement legal member cabinet holder committee governors sponsor \
    administrator assistant consultant specialist reviewing iro trust providers provider
    """.split(separator: " ").map(String.init))
  /// Words that may stand beside them.
  static let beside = Set(
    """
    of for the to in and with all each interim acting deputy senior principal strategic operational corporate business \
    human resources children children's children’s childrens child social care cared family families help early \
    residential fostering adoption placement placements quality assurance performance safeguarding transformation \
    education schools school send improvement programme project contract contracts data communications democratic \
    governance property estates digital transport housing health public adult adults youth offending justice leaving \
    permanence edge looked after young person persons assessment intervention court referral front door virtual local \
    authority section monitoring independent policy change delivery support workforce recruitment training learning \
    development customer information systems intelligence strategy planning partnership partnerships prevention \
    homes home foster carers carer unit area locality localities north south east west central portfolio prime lead \
    budget budgets audit risk review reviews brokerage sufficiency inclusion attendance post both divisional
    """.split(separator: " ").map(String.init))

  /// Whether every part of some words is a role.
  static func isRole(_ text: String) -> Bool {
    let parts = text.lowercased().split { "/,&;()+–".contains($0) }
    let isPart = parts.map { part in
      let words = part.split { $0.isWhitespace || $0 == "-" || $0 == "." }.map(String.init)
      guard words.contains(where: roles.contains) else { return words.allSatisfy(beside.contains) }
      let unknown = words.indices.filter { !roles.contains(words[$0]) && !beside.contains(words[$0]) }
      guard let first = unknown.first else { return true }
      // “Head of Innovation”: the service's name ends it.
      return unknown.count == 1 && first == words.count - 1 && first > 0
        && ["of", "for"].contains(words[first - 1])
    }
    let hasRole = text.lowercased().split { !$0.isLetter }.contains { roles.contains(String($0)) }
    return hasRole && isPart.allSatisfy { $0 }
  }
}

extension PlanDraft {
  /// A role as it stands; a person's name is left in the paper, and asked for.
  func role(_ cell: Cell, _ asks: inout [String], _ quoted: inout [PaperFinding.Evidence]) -> String {
    guard !cell.isEmpty else { return "" }
    if RoleWords.isRole(cell.text) { return String(cell.text.prefix(110)) }
    let line = cell.spots.first?.line ?? 0
    asks.append("Line \(line) may name a person who is responsible: write the role in place of the name.")
    return "Named in the paper, line \(line)"
  }
}
