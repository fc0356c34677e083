package dev.alidade.engine.duckdb.isolated;

import dev.alidade.engine.duckdb.run.WorkFolder;
import java.lang.management.ManagementFactory;
import java.util.Optional;

/** What all sources with workers share: the program, the watchdog and those who read statements. */
final class Yard {
  private static final long READER_MEGABYTES = 256;
  private static final int READERS = Math.max(2, Runtime.getRuntime().availableProcessors());

  private static Optional<Yard> shared = Optional.empty();

  private final WorkFolder folder = WorkFolder.create();
  private final WorkerProgram program = WorkerProgram.prepare();
  private final Watchdog watchdog = new Watchdog(memoryOfThisMachine() / 8 * 5);
  private final Crew readers = new Crew(this, "the grammar", READER_MEGABYTES, READERS);
  private int users;

  private Yard() {}

  /** The yard of this process, opened with its first user. */
  static synchronized Yard enter() {
    Yard yard = shared.orElseGet(Yard::new);
    yard.users++;
    shared = Optional.of(yard);
    return yard;
  }

  /** Ends what {@link #enter} began. */
  static synchronized void leave(Yard yard) {
    yard.users--;
    if (yard.users == 0) {
      yard.readers.close();
      yard.watchdog.close();
      yard.folder.close();
      shared = Optional.empty();
    }
  }

  Watchdog watchdog() {
    return watchdog;
  }

  /** The workers that read statements. */
  Crew readers() {
    return readers;
  }

  Worker start(WorkerMemory memory) {
    return Worker.start(program, memory, folder);
  }

  static long memoryOfThisMachine() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getTotalMemorySize()
        : 2L << 30;
  }
}
