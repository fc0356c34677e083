package dev.alidade.job;

import java.time.Instant;
import java.util.Optional;

/** Processes by a name that no other process has, not even one that gets the same number later. */
final class Instances {
  private Instances() {}

  /** This process. */
  static String own() {
    return nameOf(ProcessHandle.current());
  }

  /** Whether a process of that name runs on this machine. */
  static boolean isAlive(String name) {
    try {
      long number = Long.parseLong(name.substring(0, name.indexOf('@')));
      return ProcessHandle.of(number).map(Instances::nameOf).equals(Optional.of(name));
    } catch (NumberFormatException | StringIndexOutOfBoundsException malformed) {
      return false;
    }
  }

  private static String nameOf(ProcessHandle process) {
    Instant start = process.info().startInstant().orElse(Instant.EPOCH);
    return process.pid() + "@" + start.toEpochMilli();
  }
}
