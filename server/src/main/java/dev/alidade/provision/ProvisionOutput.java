package dev.alidade.provision;

import dev.alidade.operation.Description;
import dev.alidade.operation.Headline;
import java.util.List;
import java.util.Objects;

/** What {@code provision_access} gives. */
public record ProvisionOutput(
    @Headline(1) String message,
    @Headline(2) @Description("The statements, which run in one transaction") String script,
    @Headline(3)
        @Description(
            "What the account sees, counted by itself and by Alidade; empty unless applied")
        List<Seen> seen) {
  public ProvisionOutput {
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(script, "script");
    seen = List.copyOf(seen);
  }

  /** What it sees of one table. */
  public record Seen(
      String table,
      @Description("What the account calls it") String view,
      @Description("Rows that the account counts, which are as many as Alidade shows") long rows) {
    public Seen {
      Objects.requireNonNull(table, "table");
      Objects.requireNonNull(view, "view");
    }
  }
}
