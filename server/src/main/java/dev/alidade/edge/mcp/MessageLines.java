package dev.alidade.edge.mcp;

import dev.alidade.operation.Json;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Cuts a stream of bytes into lines that are not larger than a message may be. */
final class MessageLines {
  /** Stands for a line that was too long: no JSON, so that its sender is told. */
  private static final byte[] TOO_LONG = {'?'};

  private final InputStream in;

  MessageLines(InputStream in) {
    this.in = new BufferedInputStream(in, 64 * 1024);
  }

  /** The next line that holds anything; empty at the end of the input. */
  byte[] next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(256);
    boolean tooLong = false;
    int unit = in.read();
    while (unit >= 0) {
      if (unit == '\n') {
        if (tooLong) {
          return TOO_LONG;
        }
        byte[] bytes = line.toByteArray();
        if (!isBlank(bytes)) {
          return bytes;
        }
        line.reset();
      } else if (line.size() < Json.LARGEST_BODY) {
        line.write(unit);
      } else {
        tooLong = true;
      }
      unit = in.read();
    }
    byte[] rest = line.toByteArray();
    return isBlank(rest) ? new byte[0] : rest;
  }

  private static boolean isBlank(byte[] bytes) {
    for (byte unit : bytes) {
      if (unit != ' ' && unit != '\t' && unit != '\r') {
        return false;
      }
    }
    return true;
  }
}
