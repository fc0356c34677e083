package dev.alidade.advice;

import java.util.Objects;

/** Another wording of a statement, and what was changed, in words. */
record Proposal(String sql, String change) {
  Proposal {
    Objects.requireNonNull(sql, "sql");
    Objects.requireNonNull(change, "change");
  }
}
