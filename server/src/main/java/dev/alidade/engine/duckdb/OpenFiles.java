package dev.alidade.engine.duckdb;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which files this process has open, and which are written to. The system's locks do not tell: a
 * process that opens a file twice gives its lock up when it closes it once.
 */
final class OpenFiles {
  private static final OpenFiles OF_THIS_PROCESS = new OpenFiles();

  // Guarded by this.
  private final Map<String, Integer> readers = new HashMap<>();
  private final Set<String> written = new HashSet<>();

  private OpenFiles() {}

  static OpenFiles ofThisProcess() {
    return OF_THIS_PROCESS;
  }

  /** Somebody reads from the file from now on. */
  synchronized void enter(String source, FileState file) {
    if (written.contains(file.identity())) {
      throw new AlidadeException(
          ErrorCode.SOURCE_UNAVAILABLE,
          "The file of `%s` is being written to through another source; try again in a moment"
              .formatted(source));
    }
    readers.merge(file.identity(), 1, Integer::sum);
  }

  /** Ends what {@link #enter} began. */
  synchronized void leave(FileState file) {
    readers.computeIfPresent(
        file.identity(), (identity, count) -> count == 1 ? null : Integer.valueOf(count - 1));
  }

  /** Nobody may read from the file from now on; fails where somebody does. */
  synchronized void claim(String source, FileState file) {
    if (readers.containsKey(file.identity()) || !written.add(file.identity())) {
      throw new AlidadeException(
          ErrorCode.SOURCE_UNAVAILABLE,
          "The file of `%s` is open as another source, too; a file that is written to may be one source only"
              .formatted(source));
    }
  }

  /** Ends what {@link #claim} began. */
  synchronized void release(FileState file) {
    written.remove(file.identity());
  }
}
