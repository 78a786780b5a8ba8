import Units

/// The note that goes with the files.
enum Readme {
  static func file(seed: Seed, shape: [ShapeLine]) -> ExampleFile {
    let differing = shape.filter(\.differs)
    var text = """
      \(ExampleCouncil.name): an example council

      \(ExampleCouncil.name) does not exist. Every child, date, carer and price in these files was invented by
      a program, from the seed \(seed.key); none of it describes anybody, and no real council's records were
      used. Postcodes begin with Q, which no British postcode does, and Ofsted numbers begin with 99.
      postcodes.csv says where the postcodes lie: out in the North Sea, under codes of authorities that
      do not exist, \(ExampleCouncil.name) itself as \(ExampleCouncil.authority).

      No row of the returns fails a rule of the return: homeward check shows them sound. The same with
      faults to find is written by homeward example FOLDER --with-faults.

      The folders hold SSDA903 returns for the years 2020-21 to 2025-26, in the form in which a council
      sends them. prices.csv holds a made-up weekly price for each kind of placement in each year,
      and fees.csv what each child's placement costs a week, rate by rate, with what it is made of, what others
      pay of it, contracts and planned ends; and a few packages and direct payments of disabled children.
      contracts.csv holds some of the contracts. budget.csv is the budget of 2025/26, and actuals.csv what the general ledger shows of it month by month.

      Some things are simpler than in a real return. Care leavers (oc3.csv) are listed at 17 to 19 only.
      Social workers (sw_episodes.csv) go on after care has ended. Nobody is missing
      across two years or two placements, and no child is a mother. Short breaks are recorded as a care
      home, the one code that needs neither a postcode nor an Ofsted number. Arrivals are more even from
      year to year than chance would make them.

      How like England is it?

      The rates behind these files were adjusted until the invented children resembled England's as a
      whole; the likeness is made, not found. The table sets the six returns taken together beside figures
      published for one year. \(summary(shape.count, differing.count))
      The adjusting was done on seed 1903; with another seed a few of the figures fall outside.

      """
    var measure = ""
    for line in shape {
      if line.measure != measure {
        measure = line.measure
        text += "\n\(measure) (England: \(line.source))\n"
      }
      text += row(line)
    }
    return ExampleFile(path: "README.txt", contents: text + apart(differing))
  }

  private static func summary(_ all: Int, _ differing: Int) -> String {
    let rule = "within 3 percentage points (shares)\nor a fifth (anything else) of England's"
    if differing == 0 { return "All \(all) figures are \(rule)." }
    return "Of \(all) figures, \(all - differing) are \(rule); the other \(differing) are starred."
  }

  private static func row(_ line: ShapeLine) -> String {
    let unit = line.unit == .number ? "" : line.unit == .percent ? "%" : " days"
    let name = padded("  " + line.group, to: 40)
    let council = padded("\(figure(line.council, line.unit))\(unit)", to: 14)
    return "\(name)\(council)England \(figure(line.england, line.unit))\(unit)\(line.differs ? "  *" : "")\n"
  }

  private static func apart(_ lines: [ShapeLine]) -> String {
    guard !lines.isEmpty else { return "" }
    var text = "\nWhere it differs, and by how much\n"
    for line in lines {
      let gap = line.council - line.england
      let size = figure(gap < 0 ? -gap : gap, line.unit)
      let unit = line.unit == .percent ? " points" : line.unit == .days ? " days" : ""
      text +=
        "  \(line.measure), \(line.group): \(size)\(unit) \(gap < 0 ? "lower" : "higher") than England\n"
    }
    return text
  }

  /// One decimal place for a share, none for anything else.
  private static func figure(_ value: Double, _ unit: ShapeUnit) -> String {
    guard unit == .percent else { return String(Int((value + 0.5).rounded(.down))) }
    let tenths = Int((value * 10 + 0.5).rounded(.down))
    return "\(tenths / 10).\(tenths % 10)"
  }

  private static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }
}
