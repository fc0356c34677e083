package dev.alidade.cache.shared;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A server that keeps bytes for all instances, for a while. Whatever takes too long or is refused
 * fails with an {@link dev.alidade.base.AlidadeException} whose message may be shown.
 */
public interface Shelf extends AutoCloseable {
  /** Where it is, without secrets. */
  String place();

  /** Makes sure that it answers, and connects where it must; takes seconds at most. */
  void reach();

  /**
   * What lies under a name, cut behind {@code most} bytes, and then a mark, in one round trip and
   * in this order: what was forgotten before the mark was read was so before the answer.
   */
  Found find(String name, String mark, int most);

  /** The marks of these names, in their order. */
  List<Optional<String>> marks(List<String> names);

  /** Makes a mark where there is none; gives the one that stands there now. */
  String markIfNone(String name, String mark);

  /** Puts a mark in the place of the one that is there. */
  void mark(String name, String mark);

  /** Keeps bytes under a name, at most for so long. */
  void put(String name, byte[] value, Duration lifetime);

  @Override
  void close();

  /** What lay there. */
  record Found(Optional<byte[]> value, Optional<String> mark) {
    public Found {
      Objects.requireNonNull(value, "value");
      Objects.requireNonNull(mark, "mark");
    }
  }
}
