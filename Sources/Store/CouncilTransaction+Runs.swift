import Foundation
import GRDB
import Operations
import Secrets

extension CouncilTransaction {
  func runs(_ kind: RunKind?, most: Int) throws -> [Run] {
    try Row.fetchAll(
      database, sql: "SELECT * FROM run WHERE ? IS NULL OR kind = ? ORDER BY id DESC LIMIT ?",
      arguments: [kind?.rawValue, kind?.rawValue, most]
    ).map(run)
  }

  func run(_ id: Int64) throws -> Run? {
    try Row.fetchOne(database, sql: "SELECT * FROM run WHERE id = ?", arguments: [id]).map(run)
  }

  func result(of run: Int64) throws -> RunResult? {
    let digest = try String.fetchOne(
      database, sql: "SELECT resultDigest FROM run WHERE id = ?", arguments: [run])
    guard let digest, !digest.isEmpty else { return nil }
    if let known = results.result(of: run, digest) { return known }
    let sealed = try Data.fetchOne(
      database, sql: "SELECT sealed FROM runResult WHERE run = ?", arguments: [run])
    guard let sealed else { return nil }
    let result = try JSONDecoder().decode(RunResult.self, from: try opened(sealed, at: place(run)))
    results.keep(result, of: run, digest, bytes: sealed.count)
    return result
  }

  func addRun(
    _ kind: RunKind, options: [String: String], inputs: String, version: String, by actor: String,
    at now: Int64
  ) throws -> Int64 {
    try database.execute(
      sql: """
        INSERT INTO run (kind, options, inputs, version, state, startedBy, startedAt)
        VALUES (?, ?, ?, ?, 'waiting', ?, ?)
        """,
      arguments: [
        kind.rawValue, try text(of: options),
        inputs, version,
        actor, now,
      ])
    return database.lastInsertedRowID
  }

  func setRun(_ id: Int64, state: RunState, done: Int, total: Int) throws {
    try database.execute(
      sql: "UPDATE run SET state = ?, done = ?, total = ? WHERE id = ? AND endedAt IS NULL",
      arguments: [state.rawValue, done, total, id])
  }

  func setResult(_ result: RunResult, of run: Int64) throws {
    let bytes = try result.encoded()
    try database.execute(
      sql:
        "INSERT INTO runResult (run, sealed) VALUES (?, ?) ON CONFLICT (run) DO UPDATE SET sealed = excluded.sealed",
      arguments: [run, try key.sealed(bytes, at: place(run))])
    try database.execute(
      sql: "UPDATE run SET resultDigest = ? WHERE id = ?", arguments: [try result.digest(), run])
  }

  func endRun(_ id: Int64, state: RunState, failure: String, at now: Int64) throws {
    try database.execute(
      sql: "UPDATE run SET state = ?, failure = ?, endedAt = ? WHERE id = ? AND endedAt IS NULL",
      arguments: [state.rawValue, failure, now, id])
  }

  func removeRuns(_ ids: [Int64]) throws {
    for id in ids { try database.execute(sql: "DELETE FROM run WHERE id = ?", arguments: [id]) }
  }

  private func text(of options: [String: String]) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return String(decoding: try encoder.encode(options), as: UTF8.self)
  }

  private func place(_ run: Int64) -> String { "run/\(run)" }

  private func run(_ row: Row) throws -> Run {
    guard let kind = RunKind(rawValue: row["kind"]), let state = RunState(rawValue: row["state"]) else {
      throw file.damaged("a run's kind or state can't be read")
    }
    let options = try JSONDecoder().decode([String: String].self, from: Data((row["options"] as String).utf8))
    return Run(
      id: row["id"], kind: kind, options: options, inputs: row["inputs"], version: row["version"],
      state: state,
      done: row["done"], total: row["total"], startedBy: row["startedBy"], startedAt: row["startedAt"],
      endedAt: row["endedAt"], failure: row["failure"], resultDigest: row["resultDigest"])
  }
}
