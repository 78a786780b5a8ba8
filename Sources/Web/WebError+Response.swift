import Operations

extension Site {
  /// What a person can read and do.
  private struct Message {
    let title: String, words: [String], link: String, linkWords: String
  }

  /// The only place where errors become statuses. No value of a request or of a child stands in what is shown.
  func failure(_ error: any Error, _ request: WebRequest) -> WebResponse {
    let (status, title, words) = Site.words(error)
    let message = Message(title: title, words: words, link: "/", linkWords: "Go to Today")
    let secret = request.cookie(cookie) ?? ""
    let account = (try? secret.isEmpty ? nil : signIn.account(ofSession: secret)) ?? nil
    let visit = Visit(
      site: self, request: request, parameters: [:], account: account, secret: account == nil ? "" : secret)
    let body = templates.fill("message", message)
    return (try? visit.page(title, nil, body, status: status)) ?? .html("<h1>\(title)</h1>", status: status)
  }

  private static func words(_ error: any Error) -> (Int, String, [String]) {
    switch error {
    case WebError.notFound: (404, "Page not found", ["If you typed the address, check it."])
    case WebError.tooLarge:
      (413, "That is too large", ["Send at most 64 MB at once: a zip, or the files in parts."])
    case WebError.tooSlow:
      (
        408, "It took too long",
        ["The form was not here after two minutes. Send it again, in parts if need be."]
      )
    case WebError.busy:
      (503, "Many people are signing in", ["Wait some seconds, go back, and send it again."])
    case WebError.badForm(let why): (400, "That can't be taken", [why])
    case AccessError.forbidden:
      (403, "You may not see this page", ["Your roles don't include it. An administrator can change them."])
    case let error as AccessError: (400, "That can't be done", [error.words])
    case let error as OperationError:
      (
        422, "That can't be used",
        CouncilFolder.withoutPlaces(error.description).split(separator: "\n").map(String.init)
      )
    default:
      (
        500, "Something went wrong",
        ["Nothing was changed. Try again; if it stays, tell whoever looks after Homeward, with the time."]
      )
    }
  }
}

extension AccessError {
  /// What happened and what to do.
  var words: String {
    switch self {
    case .wrong: "Name, password or code is wrong. Check all three and try again."
    case .locked(let seconds):
      "There were too many wrong attempts. Try again in \(seconds < 90 ? "\(seconds) seconds" : "\((seconds + 59) / 60) minutes")."
    case .linkNotGood:
      "The link was used already, or is older than a day. Ask an administrator for a new one."
    case .weakPassword(let why), .name(let why): why
    case .lastAdministrator:
      "Nobody would be left who may add people. Make somebody else an administrator first."
    case .forbidden: "Your roles don't include this."
    }
  }
}
