import BusinessCases
import Foundation
import Support
import Testing
import Units

/// Discount factors, against the definition and against an independent calculator.
struct DiscountingTests {
  private static let python = Project.folder + "/.homeward/finance/bin/python"

  @Test func `year 0 is not discounted, and every band goes on from the one before`() throws {
    let rates = try DiscountRates.greenBook(on: try Cases.day("2026-04-01"))
    let factors = rates.factors(years: 80)
    #expect(factors[0] == 1 && abs(factors[1] - 1 / 1.035) < 1e-15)
    #expect(abs(factors[30] - pow(1.035, -30)) < 1e-12)
    #expect(abs(factors[31] / factors[30] - 1 / 1.03) < 1e-12)
    #expect(abs(factors[76] - pow(1.035, -30) * pow(1.03, -45) / 1.025) < 1e-12)
    #expect(rates.source.contains("Green Book"))
  }

  @Test func `prices rise and fall back along the index, and cash turned real and back is the same`() {
    let year = FinancialYear(startYear: 2025)
    let index = PriceIndex(priceYear: year, rises: [year.next: 500], usualRise: 200)
    #expect(index.level(year) == 1 && index.level(year.next) == 1.05)
    #expect(abs(index.level(FinancialYear(startYear: 2027)) - 1.05 * 1.02) < 1e-15)
    #expect(abs(index.level(FinancialYear(startYear: 2024)) - 1 / 1.02) < 1e-15)
    let real = Real(Money(pence: 12_345_678))
    #expect(index.real(index.cash(real, in: year.next), of: year.next) == real)
  }

  @Test(
    .enabled(
      if: FileManager.default.isExecutableFile(atPath: python),
      "needs numpy-financial, which ./test installs"))
  func `a thousand random flows are worth what numpy-financial says`() throws {
    let seed = Seed(2026)
    let flows = (0..<1000).map { flow -> (basisPoints: Int, values: [Double]) in
      let (first, second) = seed.pair(UInt32(flow), 0, 0, 1)
      let values = (0...Int(first % 40)).map { year in
        Double(Int(seed.pair(UInt32(flow), UInt32(year), 1, 1).0 % 2_000_000_00) - 1_000_000_00)
      }
      return (Int(second % 1500), values)
    }
    let lines = flows.map {
      "\(Double($0.basisPoints) / 10_000) \($0.values.map { "\($0)" }.joined(separator: " "))"
    }
    let folder = try TemporaryFolder(["flows": lines.joined(separator: "\n")])
    let script = Project.folder + "/Tests/Scripts/net_present_values.py"
    let run = try Program.run([script, folder.path + "/flows"], program: Self.python)
    let theirs = run.out.split(separator: "\n").compactMap { Double($0) }
    #expect(run.code == 0 && theirs.count == flows.count, "\(run.err)")
    for (flow, theirs) in zip(flows, theirs) {
      let factors = DiscountRates(basisPoints: flow.basisPoints).factors(years: flow.values.count)
      let ours = Appraisal.present(flow.values, factors)
      // The sum of the sizes, since a flow's parts may cancel.
      let size = Appraisal.present(flow.values.map(abs), factors)
      #expect(abs(ours - theirs) <= 1e-9 * max(abs(theirs), size * 1e-3))
    }
  }
}
