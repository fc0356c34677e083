package dev.alidade.app;

import dev.alidade.upload.UploadLimits;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the section `uploads`. */
final class UploadReader {
  private static final String LARGEST = "largest-file-mb";
  private static final String QUOTA = "all-files-mb";
  private static final int MOST = 100_000_000;

  private UploadReader() {}

  static UploadLimits read(ConfigNode section) {
    Map<String, ConfigNode> fields = section.fields(List.of(LARGEST, QUOTA));
    return UploadLimits.ofMegabytes(
        megabytes(fields, LARGEST).orElse(UploadLimits.USUAL_LARGEST),
        megabytes(fields, QUOTA).orElse(UploadLimits.USUAL_QUOTA));
  }

  private static Optional<Integer> megabytes(Map<String, ConfigNode> fields, String name) {
    return Optional.ofNullable(fields.get(name)).flatMap(field -> field.number(1, MOST));
  }
}
