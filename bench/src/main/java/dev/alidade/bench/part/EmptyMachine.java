package dev.alidade.bench.part;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A JVM that has nothing to do but to start: the least that any Java program takes.
 *
 * @param computed by its threads, which others on the machine do not lengthen
 */
record EmptyMachine(Duration elapsed, Duration computed) {
  // A process that has ended tells no times; the shell that waited for it does, in its second line.
  private static final String SCRIPT = "\"$0\" -version >/dev/null 2>&1 && times";
  private static final Pattern TIME = Pattern.compile("(\\d+)m([\\d.]+)s");

  static EmptyMachine start() throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    long before = System.nanoTime();
    Process process = new ProcessBuilder("bash", "-c", SCRIPT, java).start();
    List<String> lines = process.inputReader().lines().toList();
    Duration elapsed = Duration.ofNanos(System.nanoTime() - before);
    if (process.waitFor() != 0 || lines.size() != 2) {
      throw new IOException(java + " does not start");
    }
    return new EmptyMachine(elapsed, sum(lines.get(1)));
  }

  /** The seconds that it computed for itself and in the system, as {@code 0m0.051s 0m0.020s}. */
  static Duration sum(String times) {
    Matcher time = TIME.matcher(times);
    double seconds = 0;
    while (time.find()) {
      seconds += 60 * Double.parseDouble(time.group(1)) + Double.parseDouble(time.group(2));
    }
    return Duration.ofNanos(Math.round(seconds * 1e9));
  }
}
