package dev.alidade.engine.trino;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.Nearest;
import dev.alidade.engine.jdbc.ServerConnections;
import dev.alidade.engine.trino.gate.Names;
import dev.alidade.policy.GovernedSql;
import java.util.List;
import java.util.Optional;

/** Says which name was probably meant, after the cluster did not know the one that was written. */
record TrinoHints(ServerConnections connections, TrinoCatalog catalog, Names names) {
  /** The failure with a better message where there is one. */
  AlidadeException of(AlidadeException failure, GovernedSql sql) {
    Optional<String> missing = TrinoMessages.missingName(failure.getMessage());
    if (missing.isEmpty()) {
      return failure;
    }
    try {
      return failure.code() == ErrorCode.COLUMN_NOT_FOUND
          ? column(failure, missing.get(), sql)
          : table(failure, missing.get());
    } catch (AlidadeException unknown) {
      return failure;
    }
  }

  private AlidadeException column(AlidadeException failure, String name, GovernedSql sql) {
    List<String> known =
        sql.tables().isEmpty()
            ? List.of()
            : connections.call(connection -> catalog.columns(connection, sql.tables()));
    String last = name.substring(name.lastIndexOf('.') + 1);
    return again(failure, "Column `%s` is not found%s".formatted(name, Nearest.hint(last, known)));
  }

  private AlidadeException table(AlidadeException failure, String name) {
    String[] parts = name.split("\\.", -1);
    if (parts.length < 3) {
      return again(failure, "`%s` is not found".formatted(name));
    }
    List<String> known = connections.call(connection -> catalog.tables(connection, parts[1]));
    boolean usual = names.schema().filter(parts[1]::equals).isPresent();
    return again(
        failure,
        "Table `%s` is not found%s"
            .formatted(
                usual ? parts[2] : parts[1] + "." + parts[2], Nearest.hint(parts[2], known)));
  }

  private static AlidadeException again(AlidadeException failure, String message) {
    return new AlidadeException(failure.code(), message, failure.location(), failure.getCause());
  }
}
