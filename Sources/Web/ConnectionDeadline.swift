import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Cuts a connection off whose request doesn't come to its end in time, or who doesn't take the answer. The server itself
/// goes by silence alone: a byte now and then would hold a connection for ever, and what is sent after a refusal would be
/// read to its end.
final class ConnectionDeadline: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  /// What a body is waited for, in the server's own words.
  private let patience: TimeAmount
  /// When a request is given up whose end is not here.
  private var coming: Scheduled<Void>?
  /// When an answer is given up that is not taken.
  private var going: Scheduled<Void>?
  /// Answers that were begun and are not yet taken.
  private var answers = 0
  /// Bytes that came after the answer to them; nil before it.
  private var late: Int?
  /// So many bytes that come after the answer are read, so that their sender comes to read it.
  static let mostLate = 32 << 20

  init(patience: TimeAmount) { self.patience = patience }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head:
      coming?.cancel()
      // Later than the application's own limit, so that it is it who says that it took too long.
      coming = close(context, in: .nanoseconds(patience.nanoseconds / 2 * 3))
      late = nil
    case .body(let bytes):
      if let late {
        self.late = late + bytes.readableBytes
        guard late <= ConnectionDeadline.mostLate else { return context.close(promise: nil) }
      }
    case .end:
      coming?.cancel()
      coming = nil
    }
    context.fireChannelRead(data)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    switch unwrapOutboundIn(data) {
    case .head(let head):
      // One that only says that more may come is no answer yet.
      if head.status.kind != .informational {
        answers += 1
        if going == nil { going = close(context, in: longest) }
      }
      context.write(data, promise: promise)
    case .body: context.write(data, promise: promise)
    case .end:
      let taken = promise ?? context.eventLoop.makePromise(of: Void.self)
      taken.futureResult.assumeIsolated().whenComplete { _ in self.isTaken(context) }
      context.write(data, promise: taken)
    }
  }

  func channelInactive(context: ChannelHandlerContext) {
    stop()
    context.fireChannelInactive()
  }

  func handlerRemoved(context: ChannelHandlerContext) { stop() }

  /// A slow line may need a while for a large file.
  private var longest: TimeAmount { .nanoseconds(patience.nanoseconds * 5) }

  private func isTaken(_ context: ChannelHandlerContext) {
    answers -= 1
    going?.cancel()
    going = answers > 0 ? close(context, in: longest) : nil
    guard coming != nil, context.channel.isActive else { return }
    // Answered before all of it was here: what still comes is read for a moment, so that the answer is not lost with it.
    coming?.cancel()
    coming = close(context, in: .seconds(2))
    late = 0
  }

  private func stop() {
    coming?.cancel()
    going?.cancel()
    (coming, going) = (nil, nil)
  }

  private func close(_ context: ChannelHandlerContext, in time: TimeAmount) -> Scheduled<Void> {
    let channel = context.channel
    return context.eventLoop.scheduleTask(in: time) { channel.close(promise: nil) }
  }
}

@available(*, unavailable)
extension ConnectionDeadline: Sendable {}
