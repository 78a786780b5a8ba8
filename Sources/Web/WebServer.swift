import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOPosix

/// Serves the application over HTTP. The only place that knows the server: a request becomes a `WebRequest`, is
/// answered on a thread that may wait for the database or for a password's digest, and its answer is sent.
public struct WebServer: Sendable {
  let site: Site
  let host: String
  let port: Int
  /// Seconds that a body is waited for.
  let patience: Int

  /// So many connections are open at once; more wait until one is closed. Of the files that the system lets a process
  /// open some are left for the store and for what is worked out.
  static var mostConnections: Int {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return 500 }
    return max(50, min(4_000, Int(clamping: limit.rlim_cur) - 200))
  }

  /// A server of an application on an address of this machine. Port 0 takes any that is free. A request that is not here
  /// whole after so many seconds is not waited for.
  public init(_ site: Site, host: String = "127.0.0.1", port: Int = 8_080, patience: Int = 120) {
    self.site = site
    self.host = host
    self.port = port
    self.patience = max(1, patience)
  }

  /// Serves until the process is asked to end; `onReady` is told the port.
  public func run(onReady: @escaping @Sendable (Int) -> Void) async throws {
    let threads = NIOThreadPool(numberOfThreads: 8)
    threads.start()
    var logger = Logger(label: "homeward")
    // Paths and values of requests stay out of logs.
    logger.logLevel = .error
    let app = Application(
      responder: Responder(site: site, threads: threads, patience: .seconds(patience)),
      server: .http1(
        configuration: .init(
          additionalChannelHandlers: [ConnectionDeadline(patience: .seconds(Int64(patience)))],
          idleTimeout: .seconds(Int64(patience + 1) / 2))),
      configuration: ApplicationConfiguration(
        address: .hostname(host, port: port),
        availableConnectionsDelegate: MaximumAvailableConnections(WebServer.mostConnections, logger: logger)),
      onServerRunning: { channel in onReady(channel.localAddress?.port ?? port) }, logger: logger)
    do {
      try await app.runService()
    } catch {
      try? await threads.shutdownGracefully()
      throw error
    }
    try? await threads.shutdownGracefully()
  }
}

/// What a request came with.
private struct Context: RequestContext, RemoteAddressRequestContext {
  var coreContext: CoreRequestContextStorage
  let remoteAddress: SocketAddress?

  init(source: ApplicationRequestContextSource) {
    coreContext = .init(source: source)
    remoteAddress = source.channel.remoteAddress
  }
}

private struct Responder: HTTPResponder {
  let site: Site
  let threads: NIOThreadPool

  /// A body that is not here after so long is not waited for.
  let patience: Duration

  func respond(to request: Request, context: Context) async throws -> Response {
    var own = asked(request, context)
    if own.method == "POST" {
      do {
        let plain = own
        let largest = try await threads.runIfActive { site.largest(plain) }
        let body = try await body(of: request, largest: largest)
        own = try await threads.runIfActive {
          var own = plain
          guard FormReader.read(body, into: &own) else { throw WebError.badForm("It is no form.") }
          return own
        }
      } catch {
        return sent(site.failed(error is WebError ? error : WebError.tooSlow, own), closing: true)
      }
    }
    let asked = own
    let answer = try await threads.runIfActive { site.answer(asked) }
    return sent(answer, isHead: own.method == "HEAD")
  }

  /// A request without its body.
  private func asked(_ request: Request, _ context: Context) -> WebRequest {
    // A path whose signs can't be resolved is nobody's.
    var own = WebRequest(
      method: request.method.rawValue, path: request.uri.path.removingPercentEncoding ?? request.uri.path)
    own.address = context.remoteAddress?.ipAddress ?? ""
    for header in request.headers { own.headers[header.name.canonicalName] = header.value }
    own.headers["host"] = request.head.authority
    // Behind a proxy the address is the one that the proxy saw, which it adds last: those before anybody can claim.
    if site.isSecure, let last = own.headers["x-forwarded-for"]?.split(separator: ",").last {
      own.address = last.trimmingCharacters(in: .whitespaces)
    }
    for pair in (request.uri.query ?? "").split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(
        FormReader.decoded)
      own.query[parts[0]] = parts.count > 1 ? parts[1] : ""
    }
    return own
  }

  private func body(of request: Request, largest: Int) async throws -> Data {
    if let said = request.headers[.contentLength].flatMap(Int.init), said > largest {
      throw WebError.tooLarge
    }
    return try await withThrowingTaskGroup(of: Data.self) { group in
      group.addTask {
        var body = Data()
        for try await part in request.body {
          guard body.count + part.readableBytes <= largest else { throw WebError.tooLarge }
          body.append(contentsOf: part.readableBytesView)
        }
        return body
      }
      group.addTask {
        try await Task.sleep(for: patience)
        throw WebError.tooSlow
      }
      defer { group.cancelAll() }
      guard let body = try await group.next() else { throw WebError.tooSlow }
      return body
    }
  }

  private func sent(_ answer: WebResponse, isHead: Bool = false, closing: Bool = false) -> Response {
    var headers = HTTPFields()
    for (name, value) in answer.headers {
      guard let name = HTTPField.Name(name) else { continue }
      headers.append(HTTPField(name: name, value: value))
    }
    if closing { headers[.connection] = "close" }
    let body = isHead ? ResponseBody() : ResponseBody(byteBuffer: ByteBuffer(bytes: answer.body))
    return Response(status: .init(code: answer.status), headers: headers, body: body)
  }
}

extension Site {
  /// The answer to a request that did not come as far as a route.
  func failed(_ error: any Error, _ request: WebRequest) -> WebResponse {
    guarded(failure(error, request))
  }
}
