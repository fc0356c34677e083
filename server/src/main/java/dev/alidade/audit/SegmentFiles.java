package dev.alidade.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of one chain: each is named by the number of its first record. */
final class SegmentFiles {
  private static final Pattern NAME = Pattern.compile("([0-9]{20})\\.ndjson");

  private SegmentFiles() {}

  static Path path(Path folder, long first) {
    return folder.resolve("%020d.ndjson".formatted(first));
  }

  /** All segments of a chain, the oldest first. */
  static List<Path> of(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> NAME.matcher(nameOf(file)).matches()).sorted().toList();
    }
  }

  /** The numbers of all chains, in order. */
  static List<Integer> chains(Path audit) throws IOException {
    if (!Files.isDirectory(audit)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(audit)) {
      return folders
          .map(SegmentFiles::nameOf)
          .filter(name -> name.matches("[1-9][0-9]{0,5}"))
          .map(Integer::valueOf)
          .sorted()
          .toList();
    }
  }

  /** The number of the first record, as the name says. */
  static long first(Path segment) {
    Matcher name = NAME.matcher(nameOf(segment));
    return name.matches() ? Long.parseLong(name.group(1)) : 0;
  }

  /** The lines of a segment, and what stands after the last end of a line. */
  static final class Lines {
    private final List<byte[]> whole;
    private final int torn;

    private Lines(List<byte[]> whole, int torn) {
      this.whole = whole;
      this.torn = torn;
    }

    /** Those that have an end. */
    List<byte[]> whole() {
      return whole;
    }

    /** How many bytes have no end. */
    int torn() {
      return torn;
    }

    /** How many bytes the whole lines take. */
    long length() {
      return whole.stream().mapToLong(line -> line.length + 1L).sum();
    }

    /** The last whole line that is a record. */
    Optional<RecordLine> last() {
      for (int index = whole.size() - 1; index >= 0; index--) {
        Optional<RecordLine> record = RecordLine.read(whole.get(index));
        if (record.isPresent()) {
          return record;
        }
      }
      return Optional.empty();
    }
  }

  static Lines read(Path segment) throws IOException {
    byte[] bytes = Files.readAllBytes(segment);
    List<byte[]> whole = new ArrayList<>();
    int start = 0;
    for (int index = 0; index < bytes.length; index++) {
      if (bytes[index] == '\n') {
        whole.add(Arrays.copyOfRange(bytes, start, index));
        start = index + 1;
      }
    }
    return new Lines(List.copyOf(whole), bytes.length - start);
  }

  private static String nameOf(Path path) {
    return path.getFileName().toString();
  }
}
