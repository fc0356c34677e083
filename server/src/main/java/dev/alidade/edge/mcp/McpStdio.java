package dev.alidade.edge.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Cancellation;
import dev.alidade.edge.http.Answers;
import dev.alidade.edge.http.RequestBody;
import dev.alidade.edge.mcp.protocol.Channel;
import dev.alidade.edge.mcp.protocol.Client;
import dev.alidade.edge.mcp.protocol.Exchange;
import dev.alidade.edge.mcp.protocol.Incoming;
import dev.alidade.edge.mcp.protocol.JsonRpc;
import dev.alidade.edge.mcp.protocol.ProtocolException;
import dev.alidade.edge.mcp.protocol.Revision;
import dev.alidade.operation.Authenticator;
import dev.alidade.operation.Credential;
import dev.alidade.operation.Visit;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The transport over standard input and output: a message a line, and nothing else. */
public final class McpStdio {
  private static final long SECONDS_FOR_THE_REST = 10;

  private final McpServer server;
  private final Authenticator authenticator;
  private final Credential credential;
  // The one session of the process; requests before `initialize` find the newest revision.
  private volatile McpSession session = new McpSession(Client.of(Revision.R2025_11_25));

  /** A transport of this server for whoever this credential stands for, asked at every message. */
  public McpStdio(McpServer server, Authenticator authenticator, Credential credential) {
    this.server = server;
    this.authenticator = authenticator;
    this.credential = credential;
  }

  /** Serves until the input ends and what is under way is answered, or its time is over. */
  public void serve(InputStream in, PrintStream out) throws IOException {
    MessageLines lines = new MessageLines(in);
    ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();
    try {
      for (byte[] line = lines.next(); line.length > 0; line = lines.next()) {
        receive(line, calls, out);
      }
      calls.shutdown();
      if (!calls.awaitTermination(SECONDS_FOR_THE_REST, TimeUnit.SECONDS)) {
        session.close();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      session.close();
      server.close();
      calls.shutdown();
    }
  }

  private void receive(byte[] line, ExecutorService calls, PrintStream out) {
    JsonNode message;
    try {
      message = RequestBody.json(line);
    } catch (AlidadeException malformed) {
      write(JsonRpc.error(JsonRpc.PARSE_ERROR, malformed.getMessage()), out);
      return;
    }
    if (message.isArray() && session.client().revision().hasBatches()) {
      message.forEach(one -> take(one, calls, out));
      return;
    }
    take(message, calls, out);
  }

  private void take(JsonNode message, ExecutorService calls, PrintStream out) {
    try {
      switch (Incoming.of(message)) {
        case Incoming.Request request -> calls.execute(run(request, message, out));
        case Incoming.Notification notification -> server.heed(session, notification);
        case Incoming.Response response -> session.answered(response);
      }
    } catch (AlidadeException malformed) {
      write(JsonRpc.error(JsonRpc.INVALID_REQUEST, malformed.getMessage()), out);
    }
  }

  /** The answer to a request; what begins a session is done before the next message is read. */
  private Runnable run(Incoming.Request request, JsonNode message, PrintStream out) {
    Visit visit;
    try {
      visit = Visit.of(authenticator, credential);
    } catch (RuntimeException refused) {
      ObjectNode error = JsonRpc.errorOf(refused, session.client().revision());
      return () -> write(JsonRpc.failure(request.id(), error), out);
    }
    Channel channel = new StdioChannel(session, notice -> write(notice, out));
    Cancellation cancellation = new Cancellation();
    if (Client.isStateless(message) || request.method().equals("server/discover")) {
      McpSession.Running running = session.begin(request.id(), cancellation);
      return () -> stateless(request, visit, running, channel, out);
    }
    if (request.method().equals("initialize")) {
      Client client = Client.ofInitialize(request.params());
      McpSession begun = new McpSession(client);
      session = begun;
      return () -> {
        write(server.initialize(request, client.revision()), out);
        begun.subscribe(visit, server.subscriptions(), notice -> write(notice, out));
      };
    }
    McpSession asked = session;
    Exchange exchange = new Exchange(visit, asked.client(), request, cancellation, channel);
    // Before the next message is read, which may take it back.
    McpSession.Running running = asked.begin(exchange);
    return () -> server.answer(asked, exchange, running).ifPresent(answer -> write(answer, out));
  }

  private void stateless(
      Incoming.Request request,
      Visit visit,
      McpSession.Running running,
      Channel channel,
      PrintStream out) {
    ObjectNode response;
    try {
      Client client = Client.ofRequest(request.params());
      Exchange exchange = new Exchange(visit, client, request, running.cancellation(), channel);
      if (request.method().equals(RequestPost.LISTEN)) {
        listen(exchange, channel);
        return;
      }
      response = server.answer(exchange);
    } catch (ProtocolException broken) {
      response = JsonRpc.failure(request.id(), broken.error());
    }
    if (session.end(request.id(), running)) {
      write(response, out);
    }
  }

  private void listen(Exchange exchange, Channel channel) {
    Subscription subscription = Subscription.asked(exchange, channel::tell, () -> {});
    server.subscriptions().add(subscription);
    exchange.cancellation().onCancel(() -> server.subscriptions().remove(subscription));
    subscription.acknowledge();
  }

  private static void write(ObjectNode message, PrintStream out) {
    byte[] json = Answers.bytes(message);
    synchronized (out) {
      out.write(json, 0, json.length);
      out.write('\n');
      out.flush();
    }
  }
}
