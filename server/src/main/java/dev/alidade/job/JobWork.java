package dev.alidade.job;

import dev.alidade.query.GovernedResult;
import java.io.IOException;
import java.nio.file.Path;

/** What a job does with the rows of its query in place of keeping them. */
public interface JobWork extends JobTally {
  /**
   * Takes all rows; what it leaves in {@code folder}, which is there and empty, is kept as long as
   * the job and read by its caller only. Calls {@code checkRoom} every few megabytes.
   */
  void run(String job, GovernedResult rows, FurtherQueries further, Path folder, Runnable checkRoom)
      throws IOException;
}
