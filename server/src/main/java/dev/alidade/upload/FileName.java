package dev.alidade.upload;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/** The name of a file as it is kept: one part of a path, short, and without surprises. */
final class FileName {
  /** File systems take 255 bytes; something is left for what is put around a name. */
  private static final int LONGEST = 180;

  private FileName() {}

  /** The safe form of what a client calls a file; of a path the last part counts. */
  static String of(String given) {
    String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
    String plain =
        Normalizer.normalize(last, Normalizer.Form.NFC)
            .replaceAll("[^\\p{L}\\p{M}\\p{N}._ ()+,=@&-]", "_")
            .replaceAll("^[. ]+|[. ]+$", "");
    if (plain.chars().noneMatch(Character::isLetterOrDigit)) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "The file has no name that can be kept; give `name` such as sales.csv");
    }
    return shortened(asData(plain));
  }

  /** Text files are read as CSV. */
  private static String asData(String name) {
    return name.replaceFirst("(?i)\\.txt(\\.gz|\\.zst)?$", ".csv$1");
  }

  /** Keeps the end, which says what the file is. */
  private static String shortened(String name) {
    int dot = name.indexOf('.', Math.max(0, name.length() - 20));
    String end = dot < 0 ? "" : name.substring(dot);
    String stem = dot < 0 ? name : name.substring(0, dot);
    while (bytes(stem) + bytes(end) > LONGEST) {
      stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
    }
    return stem + end;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
