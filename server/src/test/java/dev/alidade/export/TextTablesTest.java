package dev.alidade.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TextTablesTest {
  @Nested
  class Html extends ExportFormatContract {
    @Override
    ExportFormat format() {
      return new HtmlFormat();
    }

    @Override
    void readBack(Path file) throws Exception {
      assertThat(Python.rows("html.py", file)).isEqualTo(Python.expected(EveryType.rows(), ""));
    }

    @Override
    long rowsIn(Path file) throws Exception {
      return Python.rows("html.py", file).size() - 1L;
    }

    @Test
    void aValueIsNeverMarkup() throws Exception {
      Path file = write("hostile", EveryType.COLUMNS, EveryType.rows(), faithful());
      assertThat(Files.readString(file)).doesNotContain("<script").contains("&lt;script&gt;");
    }

    @Test
    void nullIsShownAsSaid() throws Exception {
      Path file =
          write(
              "nulls",
              EveryType.COLUMNS,
              EveryType.rows().subList(1, 2),
              options("{\"nulls\": \"<NULL>\"}"));
      assertThat(Files.readString(file)).contains("<td class=\"null\">&lt;NULL&gt;</td>");
    }
  }

  @Nested
  class Markdown extends ExportFormatContract {
    @Override
    ExportFormat format() {
      return new MarkdownFormat();
    }

    @Override
    void readBack(Path file) throws Exception {
      List<List<String>> expected =
          Python.expected(EveryType.rows(), "").stream()
              .map(row -> row.stream().map(text -> text.replace("\r\n", "\n")).toList())
              .toList();
      assertThat(MarkdownReader.rows(file)).isEqualTo(expected);
    }

    @Override
    long rowsIn(Path file) throws Exception {
      return MarkdownReader.rows(file).size() - 1L;
    }
  }
}
