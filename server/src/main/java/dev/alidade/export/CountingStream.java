package dev.alidade.export;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Counts what is written through it. */
public final class CountingStream extends FilterOutputStream {
  private long bytes;

  /** Writes to {@code out}. */
  public CountingStream(OutputStream out) {
    super(out);
  }

  /** How much was written. */
  public long bytes() {
    return bytes;
  }

  @Override
  public void write(int unit) throws IOException {
    out.write(unit);
    bytes += 1;
  }

  @Override
  public void write(byte[] content, int offset, int length) throws IOException {
    out.write(content, offset, length);
    bytes += length;
  }
}
