package dev.alidade.bench.load;

import java.io.IOException;

/** An answer that is an error: it is counted, and the measurement goes on. */
public final class Refused extends IOException {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 300;

  private final int status;

  /** An HTTP status, with the answer that explains it. */
  public Refused(int status, String answer) {
    super(
        "status %d: %s".formatted(status, answer.substring(0, Math.min(LONGEST, answer.length()))));
    this.status = status;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }
}
