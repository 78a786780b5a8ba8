import Plans
import Testing

@Suite struct RiskScoreTests {
  @Test func `a number by a number is their product`() {
    let scores = [(4, 3), (4, 2), (3, 3), (2, 2), (4, 3), (3, 4), (5, 2), (5, 4), (4, 3)]
    let ratings = scores.map {
      RiskScore(likelihood: "\($0.0)", impact: "\($0.1)").rating(on: .fiveByFive)
    }
    #expect(ratings == [12, 8, 9, 4, 12, 12, 10, 20, 12])
  }

  @Test func `a letter by a number stands on its own scale, and on no other`() {
    let score = RiskScore(likelihood: "B", impact: "3")
    #expect(score.weights(on: .letterByNumber)?.likelihood == 5)
    #expect(score.rating(on: .fiveByFive) == nil)
  }
}
