package dev.alidade.engine.duckdb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The worker processes of a process, as the system shows them. */
final class WorkerProcesses {
  private static final String ENTRY = "dev.alidade.engine.duckdb.isolated.WorkerMain";

  private WorkerProcesses() {}

  static List<ProcessHandle> ofThisProcess() {
    return of(ProcessHandle.current());
  }

  static List<ProcessHandle> of(ProcessHandle parent) {
    return parent.descendants().filter(WorkerProcesses::isWorker).toList();
  }

  /** Those of this process that have a database file open. */
  static List<ProcessHandle> reading(Path file) {
    return ofThisProcess().stream().filter(worker -> hasOpen(worker, file)).toList();
  }

  /** Its environment, as it was started with. */
  static Map<String, String> environment(ProcessHandle worker) {
    return Arrays.stream(read(worker, "environ").split("\0", -1))
        .filter(entry -> entry.contains("="))
        .map(entry -> entry.split("=", 2))
        .collect(Collectors.toMap(entry -> entry[0], entry -> entry[1]));
  }

  /** What the system says of its memory, in kB: such as {@code Rss}, {@code Private_Dirty}. */
  static long kilobytes(ProcessHandle worker, String name) {
    return read(worker, "smaps_rollup")
        .lines()
        .filter(line -> line.startsWith(name + ":"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
        .findFirst()
        .orElse(0);
  }

  private static boolean hasOpen(ProcessHandle worker, Path file) {
    try (Stream<Path> open = Files.list(Path.of("/proc", Long.toString(worker.pid()), "fd"))) {
      return open.anyMatch(link -> leadsTo(link, file));
    } catch (IOException | UncheckedIOException ended) {
      return false;
    }
  }

  private static boolean leadsTo(Path link, Path file) {
    try {
      return Files.readSymbolicLink(link).equals(file);
    } catch (IOException closed) {
      return false;
    }
  }

  private static boolean isWorker(ProcessHandle process) {
    try {
      return read(process, "cmdline").contains(ENTRY);
    } catch (UncheckedIOException ended) {
      return false;
    }
  }

  private static String read(ProcessHandle process, String file) {
    try {
      return Files.readString(Path.of("/proc", Long.toString(process.pid()), file));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
