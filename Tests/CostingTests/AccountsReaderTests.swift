import Costing
import Files
import Support
import Testing
import Units

@Suite struct AccountsReaderTests {
  private func read(_ text: String) throws -> Accounts {
    let accounts = try AccountsReader.read([try LedgerText.grid(text, name: "gl.csv")])
    #expect(accounts.entries.count + accounts.setAside.count == accounts.rows)
    let used = accounts.entries.reduce(Money.zero) { $0 + $1.amount }
    #expect(accounts.setAside.reduce(used) { $0 + ($1.amount ?? .zero) } == accounts.total)
    return accounts
  }

  @Test func `entries are told apart by their type, and periods from April`() throws {
    let accounts = try read(
      """
      General ledger 2025/26
      Cost Centre,Account code,Financial year,Period,Type,Amount
      31130,40110,2025/26,P01,Invoice,"£1,250.50"
      31130,40110,2025/26,2025-P2,Accrual,-50.25
      31130,40110,2025/26,March,Journal,(10.00)
      31130,40110,2025/26,1,Virement in,5000
      31130,40110,2025/26,,Approved budget,70000
      31900,92010,2025/26,3,UASC grant,-4290
      31130,92110,2025/26,4,ICB joint funding invoice raised: billed,-300
      31130,92110,2025/26,6,ICB joint funding receipt,-250
      """)
    #expect(
      accounts.entries.map(\.kind) == [
        .actual, .accrual, .journal, .virement, .budget, .grant, .billed, .received,
      ])
    #expect(accounts.entries.map(\.period) == [1, 2, 12, 1, nil, 3, 4, 6])
    let code = AccountCode(costCentre: "31130", subjective: "40110")
    #expect(accounts.posted() == [code: Money(pence: 119_025)])
    #expect(accounts.posted(through: 2) == [code: Money(pence: 120_025)])
    #expect(accounts.total(.received) == Money(pence: -25_000))
  }

  @Test func `rows that can't be used are set aside at their cell, with their amount`() throws {
    let accounts = try read(
      "cost_centre,pounds,type,period\n1,x,,1\n,100,,1\n1,5.005,,1\n1,6,mystery,1\n1,7,,17\n1,8,,5\n")
    #expect(accounts.setAside.map(\.address) == ["B2", "A3", "B4", "C5", "D6"])
    #expect(accounts.entries.map(\.amount.pence) == [800])
    #expect(throws: GridError.self) { try read("a,b\n1,2\n") }
  }

  @Test func `the example's accounts tie: accruals and their reversals leave only the last`() throws {
    let grids = try GridFile.read(at: Project.folder + "/Examples/council/actuals.csv").grids
    let accounts = try AccountsReader.read(grids)
    #expect(accounts.setAside.isEmpty && accounts.rows > 300)
    let billed = accounts.total(.billed)
    #expect(billed < .zero && billed < accounts.total(.received))
    let whole = accounts.posted()
    let eleven = accounts.posted(through: 11)
    #expect(whole.count == 11 || whole.count == 12)
    #expect(whole.allSatisfy { code, money in money >= eleven[code] ?? .zero })
  }

  @Test(arguments: 0..<30)
  func `every penny is in an entry or a row set aside`(run: Int) throws {
    var draws = Draws { Seed(UInt64(run)).words($0, 3, 0, 0) }
    let cells = ["", "1", "x", "-5.10", "£1,000.00", "(3)", "actual", "accrual", "13", "0.001"]
    let rows = (0..<40).map { _ in
      (0..<4).map { _ in cells.randomElement(using: &draws) ?? "" }.map { "\"\($0)\"" }.joined(separator: ",")
    }
    _ = try read("cost_centre,pounds,type,period\n" + rows.joined(separator: "\n"))
  }
}
