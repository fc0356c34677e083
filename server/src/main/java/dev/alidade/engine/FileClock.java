package dev.alidade.engine;

import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.concurrent.TimeUnit;

/**
 * Whether the time that a file system keeps of a file's last change tells it from the next one: two
 * changes within one tick of its clock look alike (Git calls such files racily clean).
 */
public final class FileClock {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
  // FAT counts in two seconds; kernels keep a time of up to 10 ms ago.
  private static final long COARSE = TimeUnit.MILLISECONDS.toNanos(2_500);
  private static final long FINE = TimeUnit.MILLISECONDS.toNanos(50);

  private FileClock() {}

  /** Whether a change from now on would leave another time than {@code written}. */
  public static boolean isSettled(FileTime written, Clock clock) {
    long changed = written.to(TimeUnit.NANOSECONDS);
    long now = TimeUnit.MILLISECONDS.toNanos(clock.millis());
    boolean wholeSeconds = changed % SECOND == 0;
    return now - changed > (wholeSeconds ? COARSE : FINE);
  }
}
