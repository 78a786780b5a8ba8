/// Every area met in a folder of statistics, each once, whatever code a file knows it by.
///
/// An authority with a new ONS code and its old three-digit code was recoded and is one area; one with a new
/// three-digit code is another authority.
struct AreaBook {
  private var areas: [Area] = []
  /// The year in which each area's code and name were last seen.
  private var seen: [Int] = []
  /// An area found to be another one points to it.
  private var same: [Int] = []
  private var byNumber: [String: Int] = [:]
  private var byCode: [String: Int] = [:]

  /// The place of an area in the book; nil where a row gives neither code nor number.
  mutating func place(
    code: String, number: String, name: String, level: AreaLevel?, region: String, year: Int
  ) -> Int? {
    // A row for two authorities together, `314 / 318`, is neither.
    guard !(code.isEmpty && number.isEmpty), !number.contains("/") else { return nil }
    let level = level ?? AreaLevel(code: code)
    let number = level == .authority ? number : ""
    var place: Int
    switch (byCode[code].map(followed), byNumber[number].map(followed)) {
    case (let a?, let b?) where a != b:
      // A code that another authority has says less than the number.
      place = areas[a].number == nil ? join(a, into: b) : b
    case (let a?, _): place = a
    case (nil, let b?): place = b
    case (nil, nil):
      place = areas.count
      areas.append(Area(code: nil, number: nil, name: "", level: level))
      seen.append(-1)
      same.append(place)
    }
    note(code, number, at: place)
    let isOthers = byCode[code].map(followed).map { $0 != place } ?? false
    update(place, isOthers ? "" : code, name, region, year)
    return place
  }

  private mutating func note(_ code: String, _ number: String, at place: Int) {
    if !code.isEmpty, byCode[code] == nil { byCode[code] = place }
    if !number.isEmpty, byNumber[number] == nil { byNumber[number] = place }
    if areas[place].number == nil, !number.isEmpty { areas[place].number = number }
  }

  private mutating func update(_ place: Int, _ code: String, _ name: String, _ region: String, _ year: Int) {
    var area = areas[place]
    let isNewer = year > seen[place]
    if !code.isEmpty, area.code != code {
      if let present = area.code {
        let older = isNewer ? present : code
        if !area.formerCodes.contains(older) { area.formerCodes.append(older) }
        area.formerCodes.removeAll { isNewer && $0 == code }
      }
      if isNewer || area.code == nil { area.code = code }
    }
    if let known = Geography.names[area.code ?? ""] {
      area.name = known
    } else if !name.isEmpty, isNewer || area.name.isEmpty {
      area.name = name
    }
    if area.level == .authority, area.region == nil || isNewer, let region = Geography.region(region) {
      area.region = region
    }
    seen[place] = max(seen[place], year)
    areas[place] = area
  }

  private func followed(_ place: Int) -> Int {
    var place = place
    while same[place] != place { place = same[place] }
    return place
  }

  /// Takes two areas for one: a code known by itself turns out to be an old or new one of a numbered authority.
  private mutating func join(_ a: Int, into b: Int) -> Int {
    same[a] = b
    let other = areas[a]
    update(b, other.code ?? "", other.name, other.region ?? "", seen[a])
    areas[b].formerCodes += other.formerCodes.filter { !areas[b].formerCodes.contains($0) }
    return b
  }

  /// The areas, and for each place handed out the area's position among them.
  func finished() -> (areas: [Area], positions: [Int]) {
    var kept: [Area] = []
    var position = [Int](repeating: 0, count: areas.count)
    for place in areas.indices where same[place] == place {
      position[place] = kept.count
      var area = areas[place]
      if area.name.isEmpty { area.name = area.code ?? area.number ?? "" }
      kept.append(area)
    }
    return (kept, areas.indices.map { position[followed($0)] })
  }
}
