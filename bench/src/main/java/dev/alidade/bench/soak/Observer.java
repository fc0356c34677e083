package dev.alidade.bench.soak;

import dev.alidade.bench.server.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Looks at a server from outside. */
final class Observer {
  private static final double MEGABYTE = 1024.0 * 1024;

  private final ServerProcess server;
  private final long start = System.nanoTime();

  Observer(ServerProcess server) {
    this.server = server;
  }

  /** A sample of now; the server collects its garbage for it. */
  Sample look() throws IOException, InterruptedException {
    double heap = livingBytes() / MEGABYTE;
    return new Sample(
        (System.nanoTime() - start) / 1e9, server.residentMegabytes(), heap, threads(), files());
  }

  /** The histogram counts what a full collection leaves; its last line has the sum. */
  private double livingBytes() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(server.pid()),
                "GC.class_histogram")
            .redirectErrorStream(true)
            .start();
    List<String> lines = process.inputReader().lines().toList();
    if (process.waitFor() != 0) {
      throw new IOException("jcmd failed: " + lines);
    }
    String total =
        lines.reversed().stream()
            .filter(line -> line.startsWith("Total"))
            .findFirst()
            .orElseThrow();
    return Double.parseDouble(total.strip().replaceAll(".*\\s", ""));
  }

  private int threads() throws IOException {
    return Files.readAllLines(ofServer("status")).stream()
        .filter(line -> line.startsWith("Threads:"))
        .mapToInt(line -> Integer.parseInt(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }

  private int files() throws IOException {
    try (Stream<Path> open = Files.list(ofServer("fd"))) {
      return (int) open.count();
    }
  }

  private Path ofServer(String what) {
    return Path.of("/proc", Long.toString(server.pid()), what);
  }
}
