package dev.alidade.audit;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the records of one chain from the newest to the oldest, a segment at a time. */
final class ChainReader {
  private final int chain;
  private final List<Path> segments;
  private final long before;
  private List<byte[]> lines = List.of();
  private int line;
  private Optional<AuditEntry> current = Optional.empty();

  /** Those of the chain whose numbers are below {@code before}. */
  ChainReader(AuditFolder folder, int chain, long before) throws IOException {
    this.chain = chain;
    this.before = before;
    this.segments =
        new ArrayList<>(
            SegmentFiles.of(folder.chain(chain)).stream()
                .filter(segment -> SegmentFiles.first(segment) < before)
                .toList());
    advance();
  }

  /** The record that is next; empty after the oldest. */
  Optional<AuditEntry> current() {
    return current;
  }

  /** Moves to the one before it. */
  void advance() throws IOException {
    current = Optional.empty();
    while (current.isEmpty() && (line > 0 || !segments.isEmpty())) {
      if (line == 0) {
        lines = linesOf(segments.removeLast());
        line = lines.size();
        continue;
      }
      line--;
      current =
          RecordLine.read(lines.get(line))
              .filter(record -> record.sequence() < before)
              .map(record -> AuditEntry.read(chain, record));
    }
  }

  private static List<byte[]> linesOf(Path segment) throws IOException {
    try {
      return SegmentFiles.read(segment).whole();
    } catch (NoSuchFileException prunedMeanwhile) {
      return List.of();
    }
  }
}
