package dev.alidade.advice;

import java.util.Objects;

/** A statement on a source. */
public record StatementAdviceInput(String source, String sql) {
  public StatementAdviceInput {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(sql, "sql");
  }
}
