package dev.alidade.engine.duckdb.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * What the first records of a CSV file show: DuckDB's own detection skips rows that do not fit, and
 * rows must never get lost silently.
 *
 * @param delimiter the character between columns; empty where there is one column only
 * @param oddLine the first line whose number of columns differs from the first line's
 */
record CsvShape(Optional<Character> delimiter, Optional<OddLine> oddLine) {
  /** A record that does not fit. */
  record OddLine(int line, int columns, int expected) {}

  private static final List<Character> CANDIDATES = List.of(',', ';', '\t', '|');
  private static final int LOOK_AT = 256 * 1024;

  /** Reads the start of a file that is plain or gzip. */
  static CsvShape of(Path file, Charset charset) throws IOException {
    try (InputStream plain = Files.newInputStream(file);
        InputStream input =
            DataFormat.compression(file).equals("gz") ? new GZIPInputStream(plain) : plain) {
      return of(new String(input.readNBytes(LOOK_AT), charset));
    }
  }

  static CsvShape of(String start) {
    CsvShape best = new CsvShape(Optional.empty(), Optional.empty());
    int bestColumns = 1;
    for (char candidate : CANDIDATES) {
      List<OddLine> records = records(start, candidate);
      int columns = records.isEmpty() ? 1 : records.getFirst().columns();
      Optional<OddLine> odd =
          records.stream().filter(record -> record.columns() != columns).findFirst();
      boolean better =
          columns > 1
              && (bestColumns == 1
                  || (odd.isEmpty() && best.oddLine().isPresent())
                  || (odd.isEmpty() == best.oddLine().isEmpty() && columns > bestColumns));
      if (better) {
        bestColumns = columns;
        best =
            new CsvShape(
                Optional.of(candidate),
                odd.map(line -> new OddLine(line.line(), line.columns(), columns)));
      }
    }
    return best;
  }

  /** Lines and column counts of whole, non-empty records. */
  private static List<OddLine> records(String text, char delimiter) {
    List<OddLine> records = new ArrayList<>();
    int line = 1;
    int recordLine = 1;
    int columns = 1;
    boolean quoted = false;
    boolean fieldStart = true;
    boolean empty = true;
    for (int index = 0; index < text.length(); index++) {
      char character = text.charAt(index);
      if (character == '\n') {
        line++;
      }
      if (quoted) {
        quoted = character != '"';
        continue;
      }
      if (character == '\n') {
        if (!empty) {
          records.add(new OddLine(recordLine, columns, columns));
        }
        recordLine = line;
        columns = 1;
        fieldStart = true;
        empty = true;
        continue;
      }
      if (character == '"' && (fieldStart || text.charAt(index - 1) == '"')) {
        quoted = true;
      }
      fieldStart = character == delimiter;
      columns += character == delimiter ? 1 : 0;
      empty = empty && character == '\r';
    }
    return records;
  }

  /** The character set that the first bytes of a plain file declare. */
  static Charset charset(Path file) throws IOException {
    if (!DataFormat.compression(file).isEmpty()) {
      return StandardCharsets.UTF_8;
    }
    try (InputStream input = Files.newInputStream(file)) {
      byte[] mark = input.readNBytes(2);
      boolean sixteen =
          mark.length == 2
              && ((mark[0] == (byte) 0xff && mark[1] == (byte) 0xfe)
                  || (mark[0] == (byte) 0xfe && mark[1] == (byte) 0xff));
      return sixteen ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }
  }
}
