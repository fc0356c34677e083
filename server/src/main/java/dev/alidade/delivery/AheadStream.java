package dev.alidade.delivery;

import dev.alidade.export.Behind;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes some pieces on another thread while the next ones fill; closing it leaves the other open.
 */
final class AheadStream extends OutputStream {
  private static final int PIECE = 1 << 18;
  private static final int PIECES = 6;

  private final OutputStream out;
  // All but the piece that fills may wait: whose turn it is to fill has been written.
  private final Behind behind = new Behind("export", PIECES - 1);
  private final byte[][] pieces = new byte[PIECES][];
  private int turn;
  private byte[] filling = new byte[PIECE];
  private int filled;
  private boolean broken;
  // Only the thread behind looks at it.
  private boolean failed;

  AheadStream(OutputStream out) {
    this.out = out;
    pieces[turn] = filling;
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

  /** Fails once as a piece before did, and then takes everything and keeps nothing. */
  private void handOver() throws IOException {
    byte[] piece = filling;
    int length = filled;
    filled = 0;
    if (broken) {
      return;
    }
    broken = true;
    behind.start(() -> send(piece, length));
    broken = false;
    turn = (turn + 1) % PIECES;
    if (pieces[turn] == null) {
      pieces[turn] = new byte[PIECE];
    }
    filling = pieces[turn];
  }

  /** Writes a piece, unless one before it could not be written. */
  private boolean send(byte[] piece, int length) throws IOException {
    if (!failed) {
      failed = true;
      out.write(piece, 0, length);
      failed = false;
    }
    return failed;
  }

  /** Everything that was written before has arrived. */
  @Override
  public void flush() throws IOException {
    handOver();
    if (broken) {
      return;
    }
    broken = true;
    behind.await();
    broken = false;
    out.flush();
  }

  @Override
  public void close() {
    behind.close();
  }
}
