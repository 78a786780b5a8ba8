import Testing
import Units

@Suite struct SeedTests {
  /// Known answers of Random123's `kat_vectors` for philox4x32-10; the key's first word is the lower half.
  @Test func `the words are Philox's known answers`() {
    #expect(
      Seed(0).words(0, 0, 0, 0) == SIMD4(0x6627_E8D5, 0xE169_C58D, 0xBC57_AC4C, 0x9B00_DBD8))
    #expect(
      Seed(.max).words(.max, .max, .max, .max)
        == SIMD4(0x408F_276D, 0x41C8_3B0E, 0xA20B_C7C6, 0x6D54_51FD))
    #expect(
      Seed(0x299F_31D0_A409_3822).words(0x243F_6A88, 0x85A3_08D3, 0x1319_8A2E, 0x0370_7344)
        == SIMD4(0xD16C_FE09, 0x94FD_CCEB, 0x5001_E420, 0x2412_6EA1))
  }

  @Test func `a draw is a function of all it is for`() {
    var seen: Set<Double> = []
    for key in UInt64(0)..<8 {
      for stream in UInt32(0)..<8 {
        for person in UInt32(0)..<8 {
          for draw in UInt32(0)..<8 {
            let value = Seed(key).uniform(stream: stream, person: person, draw: draw)
            #expect(value == Seed(key).uniform(stream: stream, person: person, draw: draw))
            seen.insert(value)
          }
        }
      }
    }
    #expect(seen.count == 4096)
  }

  /// Along a person's draws, along persons and along streams: each must look even.
  @Test(arguments: [(1, 0, 0), (0, 1, 0), (0, 0, 1)])
  func `uniform draws have the mean and variance of an even spread`(s: UInt32, p: UInt32, d: UInt32) {
    let count = 100_000
    let values = (0..<UInt32(count)).map {
      Seed(20_260_101).uniform(stream: s * $0, person: p * $0, draw: d * $0)
    }
    #expect(values.allSatisfy { $0 >= 0 && $0 < 1 })
    let mean = values.reduce(0, +) / Double(count)
    let variance = values.reduce(0) { $0 + ($1 - 0.5) * ($1 - 0.5) } / Double(count)
    #expect(abs(mean - 0.5) < 4 * (1.0 / 12 / Double(count)).squareRoot())
    #expect(abs(variance - 1.0 / 12) < 4 * (1.0 / 180 / Double(count)).squareRoot())
  }

  @Test func `uniform draws use 53 bits`() {
    let values = (0..<UInt32(1000)).map { Seed(5).uniform(stream: 1, person: 2, draw: $0) }
    #expect(values.allSatisfy { $0 * 0x1p53 == ($0 * 0x1p53).rounded() })
    #expect(values.contains { $0 * 0x1p52 != ($0 * 0x1p52).rounded() })
  }
}
