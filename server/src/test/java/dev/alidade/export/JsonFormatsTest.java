package dev.alidade.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class JsonFormatsTest {
  /** What DuckDB makes of a file of JSON. */
  abstract static class Contract extends ExportFormatContract {
    abstract String layout();

    private String table(Path file) {
      List<String> columns = new ArrayList<>();
      for (int column = 0; column < EveryType.COLUMNS.size(); column++) {
        String type = DuckDbReader.types().get(column);
        String name = EveryType.COLUMNS.get(column).name();
        // Bytes come as base64, and a document as the text that it is.
        columns.add(
            "\"%s\": '%s'"
                .formatted(
                    name.replace("\"", "\"\""), column == 11 || column == 13 ? "VARCHAR" : type));
      }
      return "read_json('%s', format = '%s', maximum_object_size = 10000000, columns = {%s})"
          .formatted(file, layout(), String.join(", ", columns));
    }

    @Override
    void readBack(Path file) throws Exception {
      try (DuckDbReader reader = new DuckDbReader()) {
        String casts =
            DuckDbReader.casts(
                column -> {
                  String name =
                      '"' + EveryType.COLUMNS.get(column).name().replace("\"", "\"\"") + '"';
                  return column == 11 ? "from_base64(" + name + ")" : name;
                });
        assertThat(reader.differences("SELECT %s FROM %s".formatted(casts, table(file)))).isEmpty();
      }
    }

    @Override
    long rowsIn(Path file) throws Exception {
      try (DuckDbReader reader = new DuckDbReader()) {
        return Long.parseLong(
            reader
                .rows(
                    "SELECT count(*) FROM read_json('%s', format = '%s', columns = {whole: 'BIGINT'})"
                        .formatted(file, layout()))
                .getFirst()
                .getFirst());
      }
    }
  }

  @Nested
  class Ndjson extends Contract {
    @Override
    ExportFormat format() {
      return new NdjsonFormat();
    }

    @Override
    String layout() {
      return "newline_delimited";
    }
  }

  @Nested
  class Json extends Contract {
    @Override
    ExportFormat format() {
      return new JsonFormat();
    }

    @Override
    String layout() {
      return "array";
    }

    @Test
    void forPeopleItIsLaidOutOverLines() throws Exception {
      Path file = write("pretty", EveryType.COLUMNS, EveryType.rows(), pretty());
      assertThat(Files.readString(file)).contains("\n  \"whole\" : 1,\n");
      readBack(file);
    }

    private static ExportOptions pretty() throws IOException {
      return options("{\"pretty\": true}");
    }
  }
}
