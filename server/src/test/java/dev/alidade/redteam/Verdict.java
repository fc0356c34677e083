package dev.alidade.redteam;

import java.util.Objects;
import java.util.Optional;

/** What the judge found about one attempt, by its outcome and what is left in the database. */
public record Verdict(Outcome outcome, Optional<Leak> leak) {
  public Verdict {
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(leak, "leak");
  }

  /** Whether something came out, or changed, beyond policy. */
  public boolean isBypass() {
    return leak.isPresent();
  }

  /** How something got past the policies. */
  public enum Channel {
    /** A hidden value, whole or in part, stands in what came out. */
    VALUE,
    /**
     * What came out depends on hidden data: another database with the same visible rows says
     * otherwise.
     */
    TWIN,
    /** A database that holds nothing but what may be seen says otherwise. */
    COPY,
    /** Data, schema, files or what later statements see were changed. */
    CHANGE
  }

  /** One bypass, with what proves it. */
  public record Leak(Channel channel, String sql, String evidence) {
    public Leak {
      Objects.requireNonNull(channel, "channel");
      Objects.requireNonNull(sql, "sql");
      Objects.requireNonNull(evidence, "evidence");
    }
  }
}
