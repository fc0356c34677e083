package dev.alidade.cache.shared;

import com.github.luben.zstd.Zstd;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** The outer form of a shared result, made by a test around bytes of its own. */
final class Packed {
  private Packed() {}

  static byte[] of(byte[] plain) {
    byte[] packed = Zstd.compress(plain, 1);
    return ByteBuffer.allocate(Integer.BYTES + packed.length)
        .putInt(plain.length)
        .put(packed)
        .array();
  }

  static byte[] unpacked(byte[] bytes) {
    return Zstd.decompress(
        Arrays.copyOfRange(bytes, Integer.BYTES, bytes.length), ByteBuffer.wrap(bytes).getInt());
  }
}
