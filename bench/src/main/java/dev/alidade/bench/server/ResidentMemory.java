package dev.alidade.bench.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What a process holds of the machine's memory. */
final class ResidentMemory {
  private ResidentMemory() {}

  /** In bytes; 0 where the system does not tell, or the process is gone. */
  static long of(long process) throws IOException {
    Path status = Path.of("/proc", Long.toString(process), "status");
    try {
      return Files.readAllLines(status).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
          .findFirst()
          .orElse(0);
    } catch (NoSuchFileException gone) {
      return 0;
    }
  }
}
