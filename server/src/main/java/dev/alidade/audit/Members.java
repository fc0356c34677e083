package dev.alidade.audit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Writes the members of a record's JSON object, in the order of the calls. */
final class Members {
  /** A longer text is cut: a record must not fill the disk. */
  static final int LONGEST_TEXT = 100_000;

  private final StringBuilder text = new StringBuilder(512);

  Members add(String name, String value) {
    begin(name);
    quoted(value.length() > LONGEST_TEXT ? value.substring(0, LONGEST_TEXT) : value);
    if (value.length() > LONGEST_TEXT) {
      add(name + "_length", value.length());
    }
    return this;
  }

  Members add(String name, long value) {
    begin(name);
    text.append(value);
    return this;
  }

  Members add(String name, Optional<String> value) {
    value.ifPresent(there -> add(name, there));
    return this;
  }

  Members add(String name, List<String> values) {
    begin(name);
    text.append('[');
    for (int index = 0; index < values.size(); index++) {
      if (index > 0) {
        text.append(',');
      }
      quoted(values.get(index));
    }
    text.append(']');
    return this;
  }

  byte[] bytes() {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void begin(String name) {
    if (!text.isEmpty()) {
      text.append(',');
    }
    text.append('"').append(name).append("\":");
  }

  private void quoted(String value) {
    text.append('"');
    for (int index = 0; index < value.length(); index++) {
      char each = value.charAt(index);
      switch (each) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\n' -> text.append("\\n");
        case '\t' -> text.append("\\t");
        default -> plain(each);
      }
    }
    text.append('"');
  }

  /** Control characters would reach the terminal of who looks at the file. */
  private void plain(char each) {
    if (each < 0x20 || (each >= 0x7f && each < 0xa0)) {
      text.append("\\u00").append(Character.forDigit(each >> 4, 16));
      text.append(Character.forDigit(each & 15, 16));
      return;
    }
    text.append(each);
  }
}
