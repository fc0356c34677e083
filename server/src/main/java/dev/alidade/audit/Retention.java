package dev.alidade.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Segments that may go because their last record is too old.
 *
 * @param last the last record that goes
 */
record Retention(List<Path> segments, Link last) {
  Retention {
    segments = List.copyOf(segments);
    Objects.requireNonNull(last, "last");
  }

  /** Those of a chain whose records all happened before {@code limit}; empty where none did. */
  static Optional<Retention> of(Path folder, Instant limit) throws IOException {
    List<Path> all = SegmentFiles.of(folder);
    List<Path> old = new ArrayList<>();
    Optional<Link> last = Optional.empty();
    // The newest segment stays: the chain goes on in it.
    for (Path segment : all.subList(0, Math.max(0, all.size() - 1))) {
      Optional<RecordLine> end = SegmentFiles.read(segment).last();
      if (end.isEmpty() || !timeOf(end.get()).isBefore(limit)) {
        break;
      }
      old.add(segment);
      last = Optional.of(end.get().link());
    }
    return last.map(end -> new Retention(old, end));
  }

  /** The record that lets the chain begin later. */
  byte[] members(Instant now) {
    return new Members()
        .add("time", now.toString())
        .add("kind", "pruned")
        .add("through", last.sequence())
        .add("through_hash", last.hash())
        .bytes();
  }

  void remove() throws IOException {
    for (Path segment : segments) {
      Files.deleteIfExists(segment);
    }
  }

  private static Instant timeOf(RecordLine record) {
    return AuditEntry.read(0, record).time();
  }
}
