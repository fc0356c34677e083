package dev.alidade.edge.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Cancellation;
import dev.alidade.edge.http.Answers;
import dev.alidade.edge.http.RequestBody;
import dev.alidade.operation.Authenticator;
import dev.alidade.operation.Credential;
import dev.alidade.operation.Failure;
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
  private volatile McpSession session = new McpSession(Revision.R2025_11_25);

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
    if (message.isArray() && session.revision().hasBatches()) {
      message.forEach(one -> take(one, calls, out));
      return;
    }
    take(message, calls, out);
  }

  private void take(JsonNode message, ExecutorService calls, PrintStream out) {
    try {
      switch (Incoming.of(message)) {
        case Incoming.Request request -> answer(request, calls, out);
        case Incoming.Notification notification -> server.heed(session, notification);
        case Incoming.Response ignored -> {}
      }
    } catch (AlidadeException malformed) {
      write(JsonRpc.error(JsonRpc.INVALID_REQUEST, malformed.getMessage()), out);
    }
  }

  private void answer(Incoming.Request request, ExecutorService calls, PrintStream out) {
    Visit visit;
    try {
      visit = Visit.of(authenticator, credential);
    } catch (RuntimeException refused) {
      write(JsonRpc.error(request.id(), Failure.of(refused)), out);
      return;
    }
    if (request.method().equals("initialize")) {
      Revision revision = server.negotiate(request);
      session = new McpSession(revision);
      write(server.initialize(request, revision), out);
      return;
    }
    Exchange exchange =
        Exchange.begin(visit, session, request, new Cancellation(), notice -> write(notice, out));
    calls.execute(() -> server.answer(exchange).ifPresent(response -> write(response, out)));
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
