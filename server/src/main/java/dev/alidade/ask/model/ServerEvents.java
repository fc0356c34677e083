package dev.alidade.ask.model;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads server-sent events; a server that never ends one cannot fill the memory. */
final class ServerEvents {
  private static final int LONGEST = 4 * 1024 * 1024;

  private final InputStream in;
  private int read;

  ServerEvents(InputStream in) {
    this.in = new BufferedInputStream(in);
  }

  /** What a server sends at once; {@code name} is empty where it gives none. */
  record Event(String name, String data) {}

  /** The next event that holds data; empty at the end. */
  Optional<Event> next() throws IOException {
    String name = "";
    StringBuilder data = new StringBuilder();
    boolean any = false;
    for (Optional<String> line = line(); line.isPresent(); line = line()) {
      String text = line.get();
      if (text.isEmpty() && any) {
        return Optional.of(new Event(name, data.toString()));
      }
      if (text.startsWith("event:")) {
        name = text.substring("event:".length()).strip();
      }
      if (text.startsWith("data:")) {
        data.append(any ? "\n" : "").append(text.substring("data:".length()).strip());
        any = true;
      }
    }
    // An event whose end did not come is not one.
    return Optional.empty();
  }

  private Optional<String> line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int letter = in.read(); letter >= 0; letter = in.read()) {
      if (++read > LONGEST) {
        throw new IOException("the answer is longer than " + LONGEST + " bytes");
      }
      if (letter == '\n') {
        return Optional.of(line.toString(StandardCharsets.UTF_8));
      }
      if (letter != '\r') {
        line.write(letter);
      }
    }
    return Optional.empty();
  }
}
