package dev.alidade.edge.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.base.Cancellation;
import dev.alidade.edge.http.Answers;
import dev.alidade.edge.http.EventStream;
import dev.alidade.edge.http.Negotiation;
import dev.alidade.edge.mcp.protocol.Channel;
import dev.alidade.edge.mcp.protocol.JsonRpc;
import dev.alidade.edge.mcp.protocol.ProtocolException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Answers one POST of a session: one JSON object, or a stream from the first notice on. */
final class SessionChannel implements Channel {
  private static final long COMES_BACK_MILLISECONDS = 5_000;

  private final RoutingContext context;
  private final HttpServerRequest request;
  private final McpSession session;
  private final Cancellation cancellation;
  private Optional<StreamLog> log = Optional.empty();

  SessionChannel(RoutingContext context, McpSession session, Cancellation cancellation) {
    this.context = context;
    this.request = context.request();
    this.session = session;
    this.cancellation = cancellation;
    // Without a stream nobody can come back for the answer; cancelling may wait for an engine.
    request.response().closeHandler(gone -> Thread.startVirtualThread(this::leaveUnlessStreamed));
  }

  private synchronized void leaveUnlessStreamed() {
    if (log.isEmpty()) {
      cancellation.cancel();
    }
  }

  @Override
  public void tell(ObjectNode notification) {
    stream().ifPresent(open -> open.append(notification));
  }

  @Override
  public JsonNode ask(ObjectNode question, Cancellation withdrawn) {
    StreamLog open =
        stream()
            .orElseThrow(
                () ->
                    ProtocolException.of(
                        JsonRpc.INVALID_REQUEST,
                        "The client must be asked something; send `Accept: text/event-stream`"));
    return session.ask(question, open::append, withdrawn);
  }

  @Override
  public void disconnect() {
    if (session.client().revision().hasPolling()) {
      stream().ifPresent(StreamLog::disconnect);
    }
  }

  /** Sends the response, as the last event if there is a stream. */
  void finish(ObjectNode response) {
    Optional<StreamLog> open = acceptsJson() ? opened() : stream();
    if (open.isEmpty()) {
      Answers.json(request, 200, response);
      return;
    }
    open.get().append(response);
    open.get().end();
  }

  /** There is no response any more. */
  void withdraw() {
    if (opened().isPresent()) {
      opened().get().end();
      return;
    }
    if (!request.response().closed()) {
      request.response().setStatusCode(202).end();
    }
  }

  private boolean acceptsJson() {
    return Negotiation.accepts(request, Negotiation.JSON);
  }

  private synchronized Optional<StreamLog> opened() {
    return log;
  }

  private synchronized Optional<StreamLog> stream() {
    if (log.isEmpty()
        && Negotiation.accepts(request, Negotiation.EVENTS)
        && !request.response().closed()) {
      StreamLog opened = session.streams().open(session.client().revision().hasPolling());
      EventStream events = EventStream.open(context.vertx(), context.response());
      request
          .response()
          .closeHandler(gone -> Thread.startVirtualThread(() -> lost(opened, events)));
      opened.attach(events, 0);
      log = Optional.of(opened);
    }
    return log;
  }

  private void lost(StreamLog opened, EventStream events) {
    if (opened.lost(events)) {
      context.vertx().setTimer(COMES_BACK_MILLISECONDS, ignored -> giveUp(opened));
    }
  }

  private void giveUp(StreamLog opened) {
    if (!opened.isRead() && !opened.isOver()) {
      Thread.startVirtualThread(cancellation::cancel);
    }
  }
}
