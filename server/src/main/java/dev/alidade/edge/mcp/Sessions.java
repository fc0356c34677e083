package dev.alidade.edge.mcp;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.alidade.operation.Visit;
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
      Caffeine.newBuilder()
          .maximumSize(MOST)
          .expireAfterAccess(UNUSED)
          .<String, McpSession>removalListener((id, session, cause) -> session.close())
          .build();

  /** Begins a session and gives its id, which nobody can guess. */
  String begin(Revision revision, Visit visit) {
    byte[] bytes = new byte[24];
    random.nextBytes(bytes);
    String id = HexFormat.of().formatHex(bytes);
    sessions.put(id, new McpSession(revision, visit.caller().name()));
    return id;
  }

  Optional<McpSession> find(String id, Visit visit) {
    return Optional.ofNullable(sessions.getIfPresent(id)).filter(session -> session.isOf(visit));
  }

  void end(String id) {
    sessions.invalidate(id);
  }
}
