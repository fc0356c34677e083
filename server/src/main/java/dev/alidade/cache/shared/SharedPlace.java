package dev.alidade.cache.shared;

import dev.alidade.engine.Parameters;
import dev.alidade.engine.ValueCodec;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * All that the rows of a statement depend on, the data included.
 *
 * @param source the name that the instances give the source
 * @param identity which database it reads, in which way, in the source's own words
 * @param text what runs: the governed text
 * @param version the word of the data
 */
public record SharedPlace(
    String source, String identity, String text, Parameters parameters, String version) {
  public SharedPlace {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(identity, "identity");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(parameters, "parameters");
    Objects.requireNonNull(version, "version");
  }

  /** Bytes that no other place has. */
  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    try {
      out.writeByte(RowsCodec.FORMAT);
      // Engines give a point in time the offset that this process has.
      List<String> parts = List.of(source, identity, text, version, ZoneId.systemDefault().getId());
      for (String part : parts) {
        write(part, out);
      }
      write(parameters, out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static void write(Parameters parameters, DataOutputStream out) throws IOException {
    switch (parameters) {
      case Parameters.Positional positional -> {
        out.writeInt(positional.values().size());
        for (Object value : positional.values()) {
          writeValue(value, out);
        }
      }
      case Parameters.Named named -> {
        // No count of values is negative, so these are never taken for the others.
        out.writeInt(-1 - named.values().size());
        for (Map.Entry<String, Object> entry : new TreeMap<>(named.values()).entrySet()) {
          write(entry.getKey(), out);
          writeValue(entry.getValue(), out);
        }
      }
    }
  }

  private static void writeValue(Object value, DataOutputStream out) throws IOException {
    write(value == null ? "" : value.getClass().getName(), out);
    if (value instanceof String text) {
      write(text, out);
      return;
    }
    ValueCodec.write(value, out);
  }

  // Half a surrogate has no bytes of its own in UTF-8.
  private static void write(String text, DataOutputStream out) throws IOException {
    out.writeInt(text.length());
    out.writeChars(text);
  }
}
