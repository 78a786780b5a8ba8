import Units

/// The example's budget and general ledger for its last year, made from its fees.
enum Accounts {
  private static let year = Parameters.returns[Parameters.returns.count - 1]
  private static let months = (0..<12).map { month in
    (from: year.firstDay.adding(months: month), to: year.firstDay.adding(months: month + 1))
  }
  /// What the Home Office pays a night for an unaccompanied child, in pence: £143 since 2020.
  private static let grantANight = 14_300

  private static func nights(_ row: FeeRow, _ from: CivilDay, _ to: CivilDay) -> Int {
    max(0, max(row.from, from).nights(to: min(row.until, to)))
  }

  /// What is budgeted: the nights of the year before at its mean price and four in a hundred more, in round figures.
  static func budget(_ fees: Fees) -> ExampleFile {
    var text = "cost_centre,subjective,name,category,pounds,nights,weekly_pounds\n"
    let before = Parameters.returns[Parameters.returns.count - 2]
    for (code, rows) in grouped(fees.lines) {
      var (slept, pence) = (0, 0)
      for row in rows {
        let count = nights(row, before.firstDay, before.lastDay + 1)
        slept += count
        pence += (row.charge.weekly - row.charge.health - row.charge.schools) * count
      }
      guard slept > 0 else { continue }
      let nights = slept / 10 * 10
      let weekly = (pence / slept * 104 / 100 + 50) / 100 * 100
      let year = (nights * weekly / 7 + 50_000) / 100_000 * 100_000
      text +=
        [
          code, rows[0].codes.subjective, name(rows[0].category), rows[0].category,
          Money(pence: year).plainPounds,
          String(nights), Money(pence: weekly).plainPounds,
        ].joined(separator: ",") + "\n"
    }
    return ExampleFile(path: "budget.csv", contents: text)
  }

  /// The general ledger: nine tenths or so of a month's bills are posted in it; the rest is accrued, and posted in the
  /// next as the accrual is reversed. Income stands below nought.
  static func actuals(_ fees: Fees, seed: Seed) -> ExampleFile {
    var draws = Draws(seed, .accounts, person: 0)
    var text = "financial_year,period,cost_centre,subjective,type,pounds,description\n"
    func add(
      _ period: Int, _ code: String, _ subjective: String, _ type: String, _ pence: Int, _ words: String
    ) {
      guard pence != 0 else { return }
      let fields = [
        Accounts.yearName, String(period), code, subjective, type, Money(pence: pence).plainPounds, words,
      ]
      text += fields.joined(separator: ",") + "\n"
    }
    for (code, rows) in grouped(fees.lines) {
      let subjective = rows[0].codes.subjective
      var late = 0
      var billed: [Int] = []
      for (index, month) in months.enumerated() {
        func money(_ amount: (FeeRow) -> Int) -> Int {
          rows.reduce(0) { sum, row in
            sum
              + WeeklyRate(pencePerWeek: amount(row)).cost(ofNights: nights(row, month.from, month.to)).pence
          }
        }
        let whole = money { $0.charge.weekly }
        let now = Int(Double(whole) * (0.86 + 0.12 * draws.uniform()))
        add(index + 1, code, subjective, "actual", now + late, "Bills posted")
        add(index + 1, code, subjective, "accrual", -late, "Reversal of last month's accrual")
        add(index + 1, code, subjective, "accrual", whole - now, "Nights not billed yet")
        // The late bills replace what was accrued for them.
        late = whole - now
        billed.append(money { $0.charge.health + $0.charge.schools })
        add(index + 1, code, "92110", "joint funding billed", -billed[index], "Health and schools' shares")
        if index >= 2 {
          add(index + 1, code, "92110", "joint funding received", -billed[index - 2], "Received")
        }
      }
    }
    for (index, month) in months.enumerated() {
      let slept = fees.lines.reduce(0) { $0 + ($1.isAsylumSeeking ? nights($1, month.from, month.to) : 0) }
      add(index + 1, "31900", "92010", "UASC grant", -slept * grantANight, "Home Office grant")
    }
    return ExampleFile(path: "actuals.csv", contents: text)
  }

  private static var yearName: String { "\(year.startYear)/\((year.startYear + 1) % 100)" }

  private static func grouped(_ rows: [FeeRow]) -> [(code: String, rows: [FeeRow])] {
    Dictionary(grouping: rows, by: \.codes.costCentre).sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  private static func name(_ category: String) -> String {
    let words = category.split(separator: "_").joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
