import Files
import GRDB
import Operations
import Published

/// Writes a folder of statistics, within the transaction it is given.
struct ReferenceWriting {
  let database: Database
  let folder: PublishedFolder
  let moment: String

  func run(_ progress: (Int, Int) -> Void) throws -> ReferenceAddition {
    let kinds = Set(folder.files.map(\.kind))
    var added: [PublishedFile] = []
    var unchanged: [PublishedFile] = []
    // A kind may be given in several files: it is unchanged where all of them are there.
    for kind in kinds.sorted() {
      let files = folder.files.filter { $0.kind == kind }
      let there = try String.fetchSet(
        database, sql: "SELECT fingerprint FROM referenceSource WHERE kind = ?", arguments: [kind])
      if there == Set(files.map { Fingerprint.text($0.fingerprint) }) {
        unchanged += files
      } else {
        try database.execute(sql: "DELETE FROM referenceSource WHERE kind = ?", arguments: [kind])
        added += files
      }
    }
    let total = added.reduce(0) { $0 + $1.count }
    var done = 0
    if !added.isEmpty {
      progress(0, total)
      let areas = try AreaWriting(database: database).ids(of: folder.areas)
      for file in added {
        try insert(file, areas)
        done += file.count
        progress(done, total)
      }
    }
    return ReferenceAddition(added: added.map(\.title), unchanged: unchanged.map(\.title))
  }

  private func insert(_ file: PublishedFile, _ areas: [Int64]) throws {
    let years = file.series.flatMap { series in series.figures.map(\.year) }
    try database.execute(
      sql: """
        INSERT INTO referenceSource (
          kind, title, file, fingerprint, moment, attribution, figures, firstYear, lastYear
        ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        file.kind, file.title, file.name, Fingerprint.text(file.fingerprint), moment,
        PublishedFolder.attribution, file.count, years.min(), years.max(),
      ])
    let source = database.lastInsertedRowID
    let figures = try database.makeStatement(
      sql: "INSERT INTO figure (series, area, year, value, flag) VALUES (?, ?, ?, ?, ?)")
    for series in file.series {
      try database.execute(
        sql: "INSERT INTO series (source, measure, breakdown, unit) VALUES (?, ?, ?, ?)",
        arguments: [source, series.measure, series.breakdown, series.unit])
      let id = database.lastInsertedRowID
      for figure in series.figures {
        figures.setUncheckedArguments([id, areas[figure.area], figure.year, figure.value, figure.flag])
        try figures.execute()
      }
    }
    for (number, list) in file.neighbours.sorted(by: { $0.key < $1.key }) {
      for (place, neighbour) in list.enumerated() {
        try database.execute(
          sql: "INSERT INTO neighbour (source, number, place, neighbour) VALUES (?, ?, ?, ?)",
          arguments: [source, number, place + 1, neighbour])
      }
    }
  }
}

/// Finds the areas of a folder among those kept, or adds them: one known by its number stays the same area when it
/// gets a new code.
struct AreaWriting {
  let database: Database

  func ids(of areas: [Area]) throws -> [Int64] { try areas.map(id) }

  private func id(_ area: Area) throws -> Int64 {
    let there = try find(area)
    let id: Int64
    if let there {
      id = there["id"]
      try update(there, with: area)
    } else {
      try database.execute(
        sql: "INSERT INTO area (code, number, name, level, region) VALUES (?, ?, ?, ?, ?)",
        arguments: [area.code, area.number, area.name, area.level.rawValue, area.region])
      id = database.lastInsertedRowID
    }
    for code in area.formerCodes { try note(former: code, of: id) }
    return id
  }

  private func find(_ area: Area) throws -> Row? {
    if let number = area.number,
      let row = try Row.fetchOne(database, sql: "SELECT * FROM area WHERE number = ?", arguments: [number])
    {
      return row
    }
    for code in [area.code].compactMap({ $0 }) + area.formerCodes {
      let row = try Row.fetchOne(
        database,
        sql: "SELECT * FROM area WHERE code = ?1 OR id = (SELECT area FROM formerCode WHERE code = ?1)",
        arguments: [code])
      // A code that another number had is not this authority's.
      if let row, area.number == nil || (row["number"] as String?) == nil { return row }
    }
    return nil
  }

  /// A code that the folder holds besides the one kept takes its place, unless it is known to be a former one.
  private func update(_ row: Row, with area: Area) throws {
    let id: Int64 = row["id"]
    let present: String? = row["code"]
    var code = present ?? area.code
    if let new = area.code, let present, new != present {
      let isFormer =
        try Bool.fetchOne(
          database, sql: "SELECT EXISTS (SELECT 1 FROM formerCode WHERE code = ? AND area = ?)",
          arguments: [new, id]) ?? false
      if !isFormer {
        code = new
        try note(former: present, of: id)
      }
    }
    try database.execute(
      sql:
        "UPDATE area SET code = ?, number = coalesce(number, ?), name = ?, region = coalesce(?, region) WHERE id = ?",
      arguments: [code, area.number, area.name, area.region, id])
  }

  private func note(former code: String, of id: Int64) throws {
    try database.execute(
      sql: "INSERT INTO formerCode (code, area) VALUES (?, ?) ON CONFLICT DO NOTHING", arguments: [code, id])
  }
}
