package dev.alidade.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One statement that somebody ran or tried to run; {@code outcome} is "ok" or an error code. */
public record QueryRecord(
    String caller,
    String source,
    String submittedSql,
    Optional<String> governedSql,
    String outcome,
    long rows,
    Duration elapsed,
    Instant startedAt) {}
