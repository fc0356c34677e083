package dev.alidade.trail;

import dev.alidade.operation.Description;
import java.util.List;

/** What an export of everything would hold. */
public record ExportAuditOutput(
    List<Chain> chains, @Description("How to get the records themselves") String next) {
  public ExportAuditOutput {
    chains = List.copyOf(chains);
  }

  /** One chain of records. */
  public record Chain(int chain, long first, long last, long bytes) {}
}
