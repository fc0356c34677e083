package dev.alidade.audit;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the check of one chain found.
 *
 * @param first the number of its first record, 0 where there is none
 * @param pruned the last record that retention removed, 0 where none was
 * @param from when the first record was made
 * @param lastHash what a copy of the chain's end is compared with
 * @param torn bytes of a record that a kill interrupted: it was never acknowledged
 */
public record ChainReport(
    int chain,
    long records,
    long first,
    long last,
    long pruned,
    Optional<Instant> from,
    Optional<Instant> to,
    String lastHash,
    int torn,
    List<Finding> findings) {
  public ChainReport {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(lastHash, "lastHash");
    findings = List.copyOf(findings);
  }
}
