package dev.alidade.bench.report;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a run was made, as far as others may know it: no name of a host or a person.
 *
 * @param load how many threads wanted a processor when the run began, the last minute's average
 */
public record Machine(
    String processor, int cores, long memory, String system, String java, double load) {
  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

  /** This one, now. */
  public static Machine here() throws IOException {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return new Machine(
        processorName(),
        system.getAvailableProcessors(),
        system.getTotalMemorySize() >> 20,
        system.getName() + " " + system.getArch(),
        System.getProperty("java.vm.version"),
        Math.round(system.getSystemLoadAverage() * 100) / 100.0);
  }

  private static String processorName() throws IOException {
    if (!Files.exists(PROCESSORS)) {
      return "unknown";
    }
    return Files.readAllLines(PROCESSORS).stream()
        .filter(line -> line.startsWith("model name"))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse("unknown");
  }
}
