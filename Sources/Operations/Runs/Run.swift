public import Foundation
import Secrets

/// What is worked out in the background and kept.
public enum RunKind: String, CaseIterable, Sendable {
  case check, measures, measureRows, forecast, backtest, explain, scenario, require, unitCosts, outturn, fees,
    planStatus, planCheck, appraisal, paper
}

/// How far a run has come.
public enum RunState: String, Sendable {
  case waiting, running, done, failed, cancelled

  /// Whether nothing more will happen.
  public var isOver: Bool { self == .done || self == .failed || self == .cancelled }
}

/// Something worked out, or to be worked out, from the council's files.
public struct Run: Sendable, Equatable {
  /// Names it for ever.
  public let id: Int64
  /// What it is.
  public let kind: RunKind
  /// What was asked, by name.
  public let options: [String: String]
  /// SHA-256 of the files it is made from, by name and digest: the same files, options, seed and version give the same
  /// result to the byte.
  public let inputs: String
  /// The Homeward that made it.
  public let version: String
  /// How far it has come.
  public var state: RunState
  /// Steps done, and of how many; nought where not known.
  public var done: Int, total: Int
  /// Who asked for it.
  public let startedBy: String
  /// When it was asked for and when it ended, in seconds since 1970.
  public let startedAt: Int64, endedAt: Int64?
  /// Why it failed: a sentence for the person.
  public let failure: String
  /// SHA-256 of its result; empty until it is done.
  public let resultDigest: String

  /// A run.
  public init(
    id: Int64, kind: RunKind, options: [String: String], inputs: String, version: String, state: RunState,
    done: Int, total: Int, startedBy: String, startedAt: Int64, endedAt: Int64?, failure: String,
    resultDigest: String
  ) {
    self.id = id
    self.kind = kind
    self.options = options
    self.inputs = inputs
    self.version = version
    self.state = state
    self.done = done
    self.total = total
    self.startedBy = startedBy
    self.startedAt = startedAt
    self.endedAt = endedAt
    self.failure = failure
    self.resultDigest = resultDigest
  }
}

/// What a run gives: a part of a page, its charts and its files. No small number stands in `body` or `charts`.
public struct RunResult: Sendable, Codable, Equatable {
  /// A chart: its name on the page and its Vega-Lite specification as JSON.
  public struct DrawnChart: Sendable, Codable, Equatable {
    public let id: String, specification: String, words: String

    /// A chart.
    public init(id: String, specification: String, words: String) {
      self.id = id
      self.specification = specification
      self.words = words
    }
  }

  /// A file that can be taken away.
  public struct File: Sendable, Codable, Equatable {
    public let name: String, type: String
    /// What stands in it; `ChildRows` hands it out, without the rows that somebody may not see.
    let content: String
    /// Whether it holds small numbers or rows about children.
    public let isSensitive: Bool

    /// A file.
    public init(name: String, type: String, content: String, isSensitive: Bool) {
      self.name = name
      self.type = type
      self.content = content
      self.isSensitive = isSensitive
    }
  }

  /// Another page of the same run.
  public struct Part: Sendable, Codable, Equatable {
    /// Which it is, what it is called, its HTML and the sentence at its foot.
    public let name: String, title: String, body: String, footer: String

    /// A page.
    public init(name: String, title: String, body: String, footer: String) {
      (self.name, self.title, self.body, self.footer) = (name, title, body, footer)
    }
  }

  /// What the page is called.
  public var title: String
  /// The page's part as HTML.
  public var body: String
  /// The sentence at its foot.
  public var footer: String
  /// The charts, in order.
  public var charts: [DrawnChart]
  /// Files.
  public var files: [File]
  /// Single figures for other pages, by name, small numbers kept back.
  public var figures: [String: String]
  /// Its other pages; nil where there are none.
  public var parts: [Part]?
  /// What the application itself needs again, by name; it is never shown and may tell of children.
  public var kept: [String: String]?

  /// As it is kept: the same result gives the same bytes.
  public func encoded() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(self)
  }

  /// SHA-256 of it as it is kept.
  public func digest() throws -> String { Token.sha256(try encoded()) }

  /// A result.
  public init(
    title: String, body: String, footer: String, charts: [DrawnChart] = [], files: [File] = [],
    figures: [String: String] = [:]
  ) {
    self.title = title
    self.body = body
    self.footer = footer
    self.charts = charts
    self.files = files
    self.figures = figures
  }
}
