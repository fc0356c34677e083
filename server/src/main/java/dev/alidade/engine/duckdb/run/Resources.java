package dev.alidade.engine.duckdb.run;

import java.lang.management.ManagementFactory;

/** How much of the machine one database may use. */
public record Resources(int threads, long memoryMegabytes) {
  /** Enough to parse statements. */
  public static final Resources PARSER = new Resources(1, 256);

  /** All processors and three eighths of the memory: Java and the system keep a half. */
  public static Resources ofThisMachine() {
    return new Resources(Runtime.getRuntime().availableProcessors(), share(3));
  }

  /** One thread a query and an eighth of the memory, for small queries. */
  public static Resources narrow() {
    return new Resources(1, share(1));
  }

  private static long share(int eighths) {
    long memory =
        ManagementFactory.getOperatingSystemMXBean()
                instanceof com.sun.management.OperatingSystemMXBean system
            ? system.getTotalMemorySize()
            : 2L << 30;
    return Math.max(256, (memory / 8 * eighths) >> 20);
  }
}
