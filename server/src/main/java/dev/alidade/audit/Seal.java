package dev.alidade.audit;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import javax.crypto.Mac;

/** Computes the hashes of one chain; for one thread at a time. */
final class Seal {
  private final Mac mac;

  Seal(AuditKey key) {
    this.mac = key.seal();
  }

  /** The hash of a record: over the hash before it and all that the record says. */
  String of(String previous, byte[] content, int offset, int length) {
    mac.update(previous.getBytes(StandardCharsets.US_ASCII));
    mac.update(content, offset, length);
    return HexFormat.of().formatHex(mac.doFinal());
  }

  String of(String text) {
    return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
  }
}
