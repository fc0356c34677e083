package dev.alidade.edge.mcp.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A revision of the protocol, newest first. */
public enum Revision {
  R2026_07_28("2026-07-28"),
  R2025_11_25("2025-11-25"),
  R2025_06_18("2025-06-18"),
  R2025_03_26("2025-03-26");

  private final String date;

  Revision(String date) {
    this.date = date;
  }

  /** Its name in messages and headers. */
  public String date() {
    return date;
  }

  /** Whether every request says all that it needs; the revisions before begin with a session. */
  public boolean isStateless() {
    return this == R2026_07_28;
  }

  /** Whether several messages may travel as one array. */
  public boolean hasBatches() {
    return this == R2025_03_26;
  }

  /** Whether a stream may close before its answer and be taken up again. */
  public boolean hasPolling() {
    return this == R2025_11_25;
  }

  /** Whether a client may be asked to send its person to a page. */
  public boolean hasPages() {
    return this == R2026_07_28 || this == R2025_11_25;
  }

  /** The revision of that name. */
  public static Optional<Revision> of(String date) {
    return Arrays.stream(values()).filter(revision -> revision.date.equals(date)).findFirst();
  }

  /** What a session is agreed on when a client proposes {@code date}. */
  public static Revision negotiate(String date) {
    return of(date).filter(revision -> !revision.isStateless()).orElse(R2025_11_25);
  }

  /** The names of all. */
  public static List<String> dates() {
    return Arrays.stream(values()).map(Revision::date).toList();
  }
}
