package dev.alidade.engine.duckdb;

import java.lang.management.ManagementFactory;

/** How much of the machine one database may use. */
record Resources(int threads, long memoryMegabytes) {
  /** Enough to parse statements. */
  static final Resources PARSER = new Resources(1, 256);

  /** All processors and half of the memory, so that Java and the system keep the rest. */
  static Resources ofThisMachine() {
    long memory =
        ManagementFactory.getOperatingSystemMXBean()
                instanceof com.sun.management.OperatingSystemMXBean system
            ? system.getTotalMemorySize()
            : 2L << 30;
    return new Resources(
        Runtime.getRuntime().availableProcessors(), Math.max(256, (memory / 2) >> 20));
  }
}
