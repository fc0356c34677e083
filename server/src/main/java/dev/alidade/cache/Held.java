package dev.alidade.cache;

import dev.alidade.base.AlidadeException;
import dev.alidade.cache.derive.Answer;
import dev.alidade.cache.derive.Part;
import dev.alidade.engine.ResultColumn;
import dev.alidade.engine.ResultRules;
import dev.alidade.sql.TableName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What running a statement gave, kept to be given again. */
sealed interface Held {
  /** When and from which data it was read. */
  Origin origin();

  /** About how many bytes it takes. */
  long bytes();

  /** All rows of a result. */
  record Result(Origin origin, List<ResultColumn> columns, List<HeldBatch> batches, long bytes)
      implements Held {
    public Result {
      Objects.requireNonNull(origin, "origin");
      columns = List.copyOf(columns);
      batches = List.copyOf(batches);
    }

    /** The part of it that answers another statement; empty where it does not surely. */
    Optional<Held> taken(Part part, ResultRules rules) {
      return part.take(new Answer(columns, new ArrayList<>(batches)), rules)
          .map(
              answer -> {
                List<HeldBatch> copies =
                    answer.batches().stream()
                        .map(batch -> HeldBatch.of(batch, answer.columns().size()))
                        .toList();
                long size = copies.stream().mapToLong(HeldBatch::bytes).sum();
                return new Result(origin.takenAs(part.told()), answer.columns(), copies, size);
              });
    }
  }

  /** The statement's own fault, which is the same as long as the data are. */
  record Failure(Origin origin, AlidadeException failure) implements Held {
    private static final long BYTES = 2_000;

    public Failure {
      Objects.requireNonNull(origin, "origin");
      Objects.requireNonNull(failure, "failure");
    }

    @Override
    public long bytes() {
      return BYTES;
    }

    /** The failure for another who runs into it. */
    AlidadeException again() {
      return new AlidadeException(
          failure.code(), failure.getMessage(), failure.location(), failure);
    }
  }

  /**
   * Where it is from.
   *
   * @param version the word of the data, empty where the source tells none
   * @param readAt when it was begun to be read, which is how old it may be
   * @param tables what the statement read
   * @param taken from which other kept result it was taken, if it was
   */
  record Origin(String version, Instant readAt, List<TableName> tables, Optional<String> taken) {
    public Origin {
      Objects.requireNonNull(version, "version");
      Objects.requireNonNull(readAt, "readAt");
      tables = List.copyOf(tables);
      Objects.requireNonNull(taken, "taken");
    }

    /** What the source gave itself. */
    Origin(String version, Instant readAt, List<TableName> tables) {
      this(version, readAt, tables, Optional.empty());
    }

    /** The same for what is taken from it. */
    Origin takenAs(String told) {
      return new Origin(version, readAt, tables, Optional.of(told));
    }
  }
}
