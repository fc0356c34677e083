package dev.alidade.edge.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The bytes from the first to the last, both included. */
record ByteRange(long first, long last) {
  private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  /** What a header asks for of a file of that size; empty where it is no single range. */
  static Optional<ByteRange> read(String header, long size) {
    Matcher matcher = ONE.matcher(header.strip());
    if (!matcher.matches() || (matcher.group(1).isEmpty() && matcher.group(2).isEmpty())) {
      return Optional.empty();
    }
    if (matcher.group(1).isEmpty()) {
      long suffix = Long.parseLong(matcher.group(2));
      return Optional.of(new ByteRange(suffix == 0 ? size : Math.max(0, size - suffix), size - 1));
    }
    long first = Long.parseLong(matcher.group(1));
    if (matcher.group(2).isEmpty()) {
      return Optional.of(new ByteRange(first, Math.max(first, size - 1)));
    }
    long last = Long.parseLong(matcher.group(2));
    return last < first ? Optional.empty() : Optional.of(new ByteRange(first, last));
  }

  boolean isWithin(long size) {
    return first < size;
  }

  /** The same, ending with the file. */
  ByteRange within(long size) {
    return new ByteRange(first, Math.min(last, size - 1));
  }

  long length() {
    return last - first + 1;
  }
}
