package dev.alidade.engine.postgres;

import com.github.benmanes.caffeine.cache.Cache;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caches;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.Parameters;
import dev.alidade.engine.jdbc.BoundText;
import dev.alidade.engine.jdbc.ParameterMarkers;
import dev.alidade.engine.postgres.gate.StatementText;
import dev.alidade.policy.Governed;
import dev.alidade.policy.GovernedWrite;
import dev.alidade.sql.Lexer;
import dev.alidade.sql.SqlToken;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.postgresql.core.NativeQuery;
import org.postgresql.core.Parser;

/** Makes of a governed statement what the driver takes, and proves that this is what is sent. */
final class PostgresBinding {
  private static final Set<String> READS = Set.of("select", "with", "values", "table");
  private static final Set<String> WRITES = Set.of("insert", "update", "delete");
  private static final int MOST_KEPT_CHARACTERS = 4_000_000;

  // Of a text all but the values is always the same.
  private final Cache<String, Proven> proven =
      Caches.builder()
          .maximumWeight(MOST_KEPT_CHARACTERS)
          .weigher((String sql, Proven ignored) -> sql.length())
          .build();

  private record Proven(String forDriver, ParameterMarkers markers) {}

  /** The statement and its values; texts take the type of what they are compared with. */
  BoundText bind(Governed sql, Parameters parameters) {
    Proven statement = proven.get(sql.text(), text -> prove(text, sql instanceof GovernedWrite));
    return new BoundText(statement.forDriver(), statement.markers().bind(parameters).values());
  }

  private static Proven prove(String sql, boolean writes) {
    StatementText text = StatementText.of(sql);
    if (!(writes ? WRITES : READS).contains(firstWord(sql))) {
      throw new AlidadeException(
          ErrorCode.NOT_READ_ONLY, "Only statements that read are run; write a SELECT");
    }
    refuseAnotherText(text);
    return new Proven(
        text.forDriver(), ParameterMarkers.of(text.placeholders(), StatementText.RULES));
  }

  /** The same, where texts and NULL are of type text. */
  static BoundText typed(BoundText bound) {
    List<Object> values = new ArrayList<>();
    for (Object value : bound.values()) {
      values.add(
          switch (value) {
            case null -> new TypedText(Optional.empty());
            case String text -> new TypedText(Optional.of(text));
            default -> value;
          });
    }
    return new BoundText(bound.text(), values);
  }

  /** Whether the value of some parameter is without a type of its own. */
  static boolean hasUntyped(BoundText bound) {
    return bound.values().stream().anyMatch(value -> value == null || value instanceof String);
  }

  // The server would refuse to write, but not to end the read-only transaction around it.
  private static String firstWord(String sql) {
    return Lexer.tokens(sql, StatementText.RULES).stream()
        .filter(token -> token.kind() != SqlToken.Kind.SYMBOL || !token.text(sql).equals("("))
        .findFirst()
        .map(token -> token.text(sql).toLowerCase(Locale.ROOT))
        .orElse("");
  }

  // The driver reads the text once more to find values and further statements. What it makes of it
  // must be what the gate has parsed.
  private static void refuseAnotherText(StatementText text) {
    List<NativeQuery> queries;
    try {
      queries = Parser.parseJdbcSql(text.forDriver(), true, true, true, false, false);
    } catch (SQLException unreadable) {
      queries = List.of();
    }
    if (queries.size() != 1 || !queries.getFirst().nativeSql.equals(text.sent())) {
      throw new AlidadeException(
          ErrorCode.SQL_DENIED,
          "The statement would be sent otherwise than it was checked; write it more plainly, without unusual quotes and comments");
    }
  }
}
