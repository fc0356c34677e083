package dev.alidade.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a chain that was left is taken up again.
 *
 * @param last the last record, as the chain or its anchor knows it
 * @param segment the file to go on in, if its end is that record
 * @param length how long that file is up to the record's end
 * @param time when that record was made
 * @param finding what was not as it was left
 */
record ChainEnd(
    Link last, Optional<Path> segment, long length, Instant time, Optional<Members> finding) {
  ChainEnd {
    Objects.requireNonNull(last, "last");
    Objects.requireNonNull(segment, "segment");
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(finding, "finding");
  }

  /** Reads the end from the last segment that has a record, and from the anchor. */
  static ChainEnd read(Path folder, Path anchorPath, Seal seal, Instant now) throws IOException {
    Optional<Link> anchor = Anchor.read(anchorPath, seal);
    List<Path> segments = SegmentFiles.of(folder).reversed();
    for (Path path : segments) {
      SegmentFiles.Lines lines = SegmentFiles.read(path);
      Optional<RecordLine> last = lines.last();
      if (last.isPresent()) {
        return after(last.get(), path, lines, anchor, now);
      }
    }
    return anchor
        .map(end -> new ChainEnd(end, Optional.empty(), 0, now, Optional.of(missing(0, end, now))))
        .orElseGet(() -> new ChainEnd(Link.NONE, Optional.empty(), 0, now, Optional.empty()));
  }

  private static ChainEnd after(
      RecordLine last, Path path, SegmentFiles.Lines lines, Optional<Link> anchor, Instant now) {
    if (anchor.isPresent() && anchor.get().sequence() > last.sequence()) {
      // What is left stays as it was found; the hole shows in the numbers.
      Members missing = missing(last.sequence(), anchor.get(), now);
      return new ChainEnd(anchor.get(), Optional.empty(), 0, now, Optional.of(missing));
    }
    Optional<Members> finding = Optional.empty();
    if (lines.torn() > 0) {
      finding = Optional.of(recovered(now).add("torn_bytes", lines.torn()));
    }
    if (anchor.isEmpty()) {
      finding = Optional.of(finding.orElseGet(() -> recovered(now)).add("anchor", "missing"));
    }
    return new ChainEnd(
        last.link(), Optional.of(path), lines.length(), AuditEntry.read(0, last).time(), finding);
  }

  private static Members missing(long last, Link anchor, Instant now) {
    return recovered(now).add("missing_from", last + 1).add("missing_to", anchor.sequence());
  }

  private static Members recovered(Instant now) {
    return new Members().add("time", now.toString()).add("kind", "recovered");
  }
}
