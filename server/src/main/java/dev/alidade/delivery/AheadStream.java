package dev.alidade.delivery;

import dev.alidade.export.Behind;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes one piece on another thread while the next one fills; closing it leaves the other open.
 */
final class AheadStream extends OutputStream {
  private static final int PIECE = 1 << 17;

  private final OutputStream out;
  private final Behind behind = new Behind("export");
  private byte[] filling = new byte[PIECE];
  private byte[] writing = new byte[PIECE];
  private int filled;
  private boolean broken;

  AheadStream(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(int unit) throws IOException {
    write(new byte[] {(byte) unit}, 0, 1);
  }

  @Override
  public void write(byte[] content, int offset, int length) throws IOException {
    int from = offset;
    while (from < offset + length) {
      if (filled == PIECE) {
        handOver();
      }
      int taken = Math.min(PIECE - filled, offset + length - from);
      System.arraycopy(content, from, filling, filled, taken);
      filled += taken;
      from += taken;
    }
  }

  private void handOver() throws IOException {
    if (!arrived()) {
      filled = 0;
      return;
    }
    byte[] piece = filling;
    int length = filled;
    filling = writing;
    writing = piece;
    filled = 0;
    behind.start(
        () -> {
          out.write(piece, 0, length);
          return length;
        });
  }

  /**
   * Waits for the last piece; fails once as it did, and then takes everything and keeps nothing.
   */
  private boolean arrived() throws IOException {
    if (!broken) {
      broken = true;
      behind.await();
      broken = false;
    }
    return !broken;
  }

  /** Everything that was written before has arrived. */
  @Override
  public void flush() throws IOException {
    handOver();
    if (arrived()) {
      out.flush();
    }
  }

  @Override
  public void close() {
    behind.close();
  }
}
