extension Paper.Line {
  static func made(_ number: Int, _ characters: [Character]) -> Paper.Line {
    let plain = blanked(characters)
    let isLaidOut = !plain.contains("\t") && !isPiped(plain)
    return Paper.Line(
      number: number, characters: characters, plain: plain,
      cells: cells(of: plain, line: number), isLaidOut: isLaidOut)
  }

  /// Tags, bold marks, heading marks and odd spaces as spaces, as many as there were characters.
  static func blanked(_ characters: [Character]) -> [Character] {
    var plain = characters
    var place = 0
    while place < plain.count {
      if plain[place] == "<", let end = tagEnd(plain, from: place) {
        // A list's points stay apart from each other.
        for k in place...end { plain[k] = " " }
        place = end + 1
        continue
      }
      if plain[place] == "*" || plain[place] == "\u{A0}" || plain[place] == "\u{FEFF}" { plain[place] = " " }
      place += 1
    }
    place = 0
    while place < plain.count, plain[place] == "#" || plain[place] == " " {
      plain[place] = " "
      place += 1
    }
    return plain
  }

  /// Where a tag that begins here ends; nil for a lone “<”.
  private static func tagEnd(_ text: [Character], from start: Int) -> Int? {
    guard start + 1 < text.count, text[start + 1] == "/" || text[start + 1].isLetter else { return nil }
    return text[start..<min(text.count, start + 80)].firstIndex(of: ">")
  }

  /// Whether a line is a row of a Markdown table.
  private static func isPiped(_ plain: [Character]) -> Bool {
    plain.first { $0 != " " } == "|" && plain.count { $0 == "|" } > 1
  }

  private static func cells(of plain: [Character], line: Int) -> [Cell]? {
    if plain.contains("\t") { return pieces(plain, line) { $0 == "\t" } }
    if isPiped(plain) {
      let isRule = plain.allSatisfy { "|-: ".contains($0) }
      var cells = pieces(plain, line) { $0 == "|" }
      if cells.first?.isEmpty == true { cells.removeFirst() }
      if cells.last?.isEmpty == true { cells.removeLast() }
      return isRule ? [] : cells
    }
    return laidOut(plain, line)
  }

  private static func pieces(
    _ plain: [Character], _ line: Int, at isEnd: (Character) -> Bool
  ) -> [Cell] {
    var cells: [Cell] = []
    var start = 0
    for place in 0...plain.count where place == plain.count || isEnd(plain[place]) {
      cells.append(cell(plain, line, start..<place))
      start = place + 1
    }
    return cells
  }

  static func cell(_ plain: [Character], _ line: Int, _ columns: Range<Int>) -> Cell {
    let text = tidy(String(plain[columns]))
    return text.isEmpty ? .none : Cell(spots: [(line, columns)], text: text)
  }

  /// Cells that three spaces part, or two where there are three of them.
  private static func laidOut(_ plain: [Character], _ line: Int) -> [Cell]? {
    func cells(_ gap: Int) -> [Cell] {
      var found: [Cell] = []
      var start = 0
      var place = 0
      while place < plain.count {
        let blank = plain[place...].prefix { $0 == " " }.count
        if blank >= gap {
          let own = cell(plain, line, start..<place)
          if !own.isEmpty { found.append(own) }
          start = place + blank
        }
        place += max(1, blank)
      }
      let own = cell(plain, line, start..<plain.count)
      return own.isEmpty ? found : found + [own]
    }
    let wide = cells(3)
    if wide.count > 1 { return wide }
    let close = cells(2)
    return close.count > 2 ? close : nil
  }
}
