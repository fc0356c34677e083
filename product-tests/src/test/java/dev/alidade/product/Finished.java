package dev.alidade.product;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** What a process printed until it ended well. */
final class Finished {
  private Finished() {}

  /** Runs a program to its end and gives what it printed anywhere. */
  static String output(ProcessBuilder builder, int seconds) throws Exception {
    return standardOutput(builder.redirectErrorStream(true), seconds);
  }

  /** Runs a program to its end and gives its standard output; ending badly fails the test. */
  static String standardOutput(ProcessBuilder builder, int seconds) throws Exception {
    Path output = Files.createTempFile("alidade-output", ".txt");
    Process process = builder.redirectOutput(output.toFile()).start();
    process.getOutputStream().close();
    try {
      boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
      String printed = Files.readString(output, StandardCharsets.UTF_8);
      if (!ended || process.exitValue() != 0) {
        throw new AssertionError(
            "%s %s:\n%s"
                .formatted(
                    String.join(" ", builder.command()),
                    ended ? "failed" : "did not end",
                    printed));
      }
      return printed;
    } finally {
      process.destroyForcibly();
      Files.deleteIfExists(output);
    }
  }
}
