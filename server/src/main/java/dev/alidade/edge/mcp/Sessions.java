package dev.alidade.edge.mcp;

import com.github.benmanes.caffeine.cache.Cache;
import dev.alidade.base.Caches;
import dev.alidade.edge.mcp.protocol.Client;
import dev.alidade.edge.mcp.protocol.JsonRpc;
import dev.alidade.operation.Visit;
import io.vertx.core.http.HttpServerRequest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

/** The sessions of a transport without connections; those long unused are closed. */
final class Sessions {
  private static final int MOST = 10_000;
  private static final Duration UNUSED = Duration.ofHours(24);

  private final SecureRandom random = new SecureRandom();
  private final Cache<String, McpSession> sessions =
      Caches.builder()
          .maximumSize(MOST)
          .expireAfterAccess(UNUSED)
          .<String, McpSession>removalListener((id, session, cause) -> session.close())
          .build();

  /** Begins a session and gives its id, which nobody can guess. */
  String begin(Client client, Visit visit) {
    byte[] bytes = new byte[24];
    random.nextBytes(bytes);
    String id = HexFormat.of().formatHex(bytes);
    sessions.put(id, new McpSession(client, visit.caller().name()));
    return id;
  }

  /** The caller's session that a request names; without one the request is refused. */
  Optional<McpSession> required(HttpServerRequest request, Visit visit) {
    String id = request.getHeader(McpHttpDoor.SESSION);
    if (id == null) {
      McpHttpDoor.refuse(
          request,
          400,
          JsonRpc.INVALID_REQUEST,
          "Send `initialize` first and its `%s` with every message after"
              .formatted(McpHttpDoor.SESSION));
      return Optional.empty();
    }
    Optional<McpSession> session =
        Optional.ofNullable(sessions.getIfPresent(id)).filter(found -> found.isOf(visit));
    if (session.isEmpty()) {
      McpHttpDoor.refuse(
          request, 404, JsonRpc.SESSION_NOT_FOUND, "The session is over; send `initialize` again");
    }
    return session;
  }

  void end(String id) {
    sessions.invalidate(id);
  }
}
