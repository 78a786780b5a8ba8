/// Any case, by its lines alone.
enum GeneralCase: CaseTemplate {
  static let title = "Any other case"
  static let purpose = "costs and benefits are stated line by line"
  static let driver: String? = nil
  static let questions: [Question] = []
  static var allQuestions: [Question] { [] }

  static func lines(_ answers: Answers, _ frame: CaseFrame) -> [CaseLine] { [] }
  static func remarks(_ answers: Answers, _ frame: CaseFrame, costs: [CaseLine]) -> [Sentence] { [] }
}
