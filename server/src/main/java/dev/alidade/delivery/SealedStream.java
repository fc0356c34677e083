package dev.alidade.delivery;

import dev.alidade.base.Sha256;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.function.LongConsumer;

/** Counts and digests what is written through it. */
final class SealedStream extends FilterOutputStream {
  private final MessageDigest digest;
  private final LongConsumer written;
  private long bytes;

  /** {@code written} hears of every write. */
  SealedStream(OutputStream out, LongConsumer written) {
    super(out);
    this.written = written;
    digest = Sha256.begin();
  }

  @Override
  public void write(int unit) throws IOException {
    write(new byte[] {(byte) unit}, 0, 1);
  }

  @Override
  public void write(byte[] content, int offset, int length) throws IOException {
    out.write(content, offset, length);
    digest.update(content, offset, length);
    bytes += length;
    written.accept(length);
  }

  long bytes() {
    return bytes;
  }

  /** The digest of everything; asked once. */
  String sha256() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
