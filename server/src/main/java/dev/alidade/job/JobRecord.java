package dev.alidade.job;

import dev.alidade.operation.Failure;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A job as it is kept.
 *
 * @param keptUntil when it is forgotten, and its result with it
 * @param instance the process that runs or ran it
 * @param seenAs tells what its caller saw of the source, as {@code Access.fingerprint} does
 */
record JobRecord(
    String id,
    String caller,
    String source,
    String sql,
    JobState state,
    long rows,
    long bytes,
    Optional<Failure> error,
    Instant submittedAt,
    Optional<Instant> finishedAt,
    Instant keptUntil,
    String instance,
    String seenAs) {
  JobRecord {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(caller, "caller");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(sql, "sql");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(error, "error");
    Objects.requireNonNull(submittedAt, "submittedAt");
    Objects.requireNonNull(finishedAt, "finishedAt");
    Objects.requireNonNull(keptUntil, "keptUntil");
    Objects.requireNonNull(instance, "instance");
    Objects.requireNonNull(seenAs, "seenAs");
  }

  /** The same with another state; nothing else is known of it. */
  JobRecord as(JobState other) {
    return new JobRecord(
        id,
        caller,
        source,
        sql,
        other,
        rows,
        bytes,
        error,
        submittedAt,
        finishedAt,
        keptUntil,
        instance,
        seenAs);
  }

  /** The same with so many rows. */
  JobRecord withSize(long someRows, long someBytes) {
    return new JobRecord(
        id,
        caller,
        source,
        sql,
        state,
        someRows,
        someBytes,
        error,
        submittedAt,
        finishedAt,
        keptUntil,
        instance,
        seenAs);
  }

  /** The same, ended. */
  JobRecord ended(JobState how, Optional<Failure> why, Instant when, Instant forgottenAt) {
    return new JobRecord(
        id,
        caller,
        source,
        sql,
        how,
        rows,
        bytes,
        why,
        submittedAt,
        Optional.of(when),
        forgottenAt,
        instance,
        seenAs);
  }
}
