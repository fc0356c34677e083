package dev.alidade.engine.sqlite;

import com.github.benmanes.caffeine.cache.Cache;
import dev.alidade.base.Caches;
import dev.alidade.engine.ExecutionRequest;
import java.util.List;

/** What governed texts mean, kept for those that run again. */
final class SqliteTexts {
  private static final int MOST_KEPT_CHARACTERS = 4_000_000;

  private final SqliteSeal seal;
  private final Cache<String, Sealed> kept =
      Caches.builder()
          .maximumWeight(MOST_KEPT_CHARACTERS)
          .weigher((String sql, Sealed ignored) -> sql.length())
          .build();

  SqliteTexts(SqliteSeal seal) {
    this.seal = seal;
  }

  /** A statement, under which views, with which parameters. */
  record Sealed(SqliteViews views, String statement, SqliteBindings bindings) {}

  Sealed of(ExecutionRequest request) {
    return kept.get(request.sql().text(), this::opened);
  }

  // Preparing would silently ignore a second statement, and a PRAGMA acts while it is prepared.
  private Sealed opened(String text) {
    SqliteSeal.Opened opened = seal.open(text);
    String statement = opened.views().redirected(opened.sql());
    List<SqliteToken> tokens = SqliteTokens.of(statement);
    SqliteStatement.refusalOf(statement, tokens).ifPresent(SqliteGate::refuse);
    return new Sealed(opened.views(), statement, SqliteBindings.of(tokens));
  }
}
