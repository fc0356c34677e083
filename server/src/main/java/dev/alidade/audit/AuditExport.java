package dev.alidade.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gives the records as they stand in the files, hashes included, a segment in memory at a time. */
public final class AuditExport {
  private final AuditFolder folder;

  /** An export of the audit of a state folder. */
  public AuditExport(AuditFolder folder) {
    this.folder = folder;
  }

  /**
   * What one chain holds.
   *
   * @param bytes of its files
   */
  public record Extent(int chain, long first, long last, long bytes) {}

  /** What there is, chain by chain. */
  public List<Extent> extents() {
    try {
      List<Extent> extents = new ArrayList<>();
      for (int chain : SegmentFiles.chains(folder.chains())) {
        List<Path> segments = SegmentFiles.of(folder.chain(chain));
        Optional<AuditEntry> last = new ChainReader(folder, chain, Long.MAX_VALUE).current();
        if (last.isPresent()) {
          long bytes = 0;
          for (Path segment : segments) {
            bytes += segment.toFile().length();
          }
          long first = SegmentFiles.first(segments.getFirst());
          extents.add(new Extent(chain, first, last.get().line().sequence(), bytes));
        }
      }
      return extents;
    } catch (IOException cause) {
      throw AuditFolder.unreadable(cause);
    }
  }

  /** Writes every record of that time, a line each, chain by chain, the oldest first. */
  public void write(Optional<Instant> from, Optional<Instant> until, OutputStream out)
      throws IOException {
    for (int chain : SegmentFiles.chains(folder.chains())) {
      for (Path segment : SegmentFiles.of(folder.chain(chain))) {
        for (byte[] line : linesOf(segment)) {
          Optional<RecordLine> record = RecordLine.read(line);
          if (record.isPresent() && isWanted(chain, record.get(), from, until)) {
            String head = "{\"chain\":%d,\"record\":".formatted(chain);
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.write(line);
            out.write('}');
            out.write('\n');
          }
        }
      }
    }
  }

  private static boolean isWanted(
      int chain, RecordLine record, Optional<Instant> from, Optional<Instant> until) {
    if (from.isEmpty() && until.isEmpty()) {
      return true;
    }
    Instant time = AuditEntry.read(chain, record).time();
    return from.map(first -> !time.isBefore(first)).orElse(true)
        && until.map(time::isBefore).orElse(true);
  }

  private static List<byte[]> linesOf(Path segment) throws IOException {
    try {
      return SegmentFiles.read(segment).whole();
    } catch (NoSuchFileException prunedMeanwhile) {
      return List.of();
    }
  }
}
