package dev.alidade.job;

import java.time.Duration;

/**
 * What jobs may take.
 *
 * @param running jobs of one caller that wait or run
 * @param bytesOfJob one result
 * @param bytesOfCaller all kept results of one caller
 * @param bytesOfAll all kept results
 * @param keep how long a result is kept unless the caller says otherwise
 */
public record JobBounds(
    int running, long bytesOfJob, long bytesOfCaller, long bytesOfAll, Duration keep) {
  private static final long GIGABYTE = 1024L * 1024 * 1024;

  /** Right for one server with some gigabytes of disk to spare. */
  public static final JobBounds USUAL =
      new JobBounds(20, GIGABYTE, 2 * GIGABYTE, 8 * GIGABYTE, Duration.ofHours(1));
}
