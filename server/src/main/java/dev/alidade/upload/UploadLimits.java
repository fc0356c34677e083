package dev.alidade.upload;

/**
 * How much may be uploaded, in bytes; compressed files count as what they expand to.
 *
 * @param largest one file
 * @param quota all files that are kept
 */
public record UploadLimits(long largest, long quota) {
  /** Megabytes of one file, where nothing is said. */
  public static final int USUAL_LARGEST = 1_024;

  /** Megabytes of all files, where nothing is said. */
  public static final int USUAL_QUOTA = 10_240;

  private static final long MEGABYTE = 1L << 20;

  /** What holds where nothing is configured. */
  public static final UploadLimits USUAL = ofMegabytes(USUAL_LARGEST, USUAL_QUOTA);

  public UploadLimits {
    if (largest < 1 || quota < 1) {
      throw new IllegalArgumentException("limits of uploads are above 0");
    }
  }

  /** The same in megabytes. */
  public static UploadLimits ofMegabytes(long largest, long quota) {
    return new UploadLimits(largest * MEGABYTE, quota * MEGABYTE);
  }

  /** Bytes in words. */
  static String inWords(long bytes) {
    return bytes < MEGABYTE
        ? "%,d kB".formatted(Math.max(1, bytes / 1_024))
        : "%,d MB".formatted(bytes / MEGABYTE);
  }
}
