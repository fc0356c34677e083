package dev.alidade.edge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.alidade.operation.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableLayoutTest {
  private static final Terminal PIPE = new Terminal(false, false, 100, false);

  @Test
  void numbersStandRightAndTextLeft() throws JsonProcessingException {
    assertThat(
            lines(
                PIPE,
                """
                {"columns": [{"name": "city"}, {"name": "sales"}],
                 "rows": [["Oslo", 7], ["Wien", 1200.50], [null, null]]}
                """))
        .containsExactly(
            "city |   sales",
            "-----+--------",
            "Oslo |       7",
            "Wien | 1200.50",
            "-    |       -");
  }

  @Test
  void wideCharactersKeepTheColumnsStraight() throws JsonProcessingException {
    assertThat(
            lines(
                PIPE,
                """
                {"columns": [{"name": "名"}, {"name": "b"}],
                 "rows": [["日本語", "x"], ["👍", "y"], ["abc", "z\\nz"]]}
                """))
        .containsExactly("名     | b", "-------+----", "日本語 | x", "👍     | y", "abc    | z␊z");
  }

  @Test
  void tooWideTablesGiveUpTheWidestColumnsFirst() throws JsonProcessingException {
    Terminal narrow = new Terminal(true, true, 30, false);

    List<String> lines =
        lines(
            narrow,
            """
            {"columns": [{"name": "id"}, {"name": "text"}, {"name": "more"}],
             "rows": [[1, "%s", "short"]]}
            """
                .formatted("long ".repeat(20)));

    assertThat(lines).allSatisfy(line -> assertThat(SafeText.width(line)).isLessThanOrEqualTo(30));
    assertThat(lines.get(2)).isEqualTo(" 1 | long long long l… | short");
  }

  @Test
  void tableThatCannotFitIsShownRowByRow() throws JsonProcessingException {
    Terminal narrow = new Terminal(true, true, 20, false);

    assertThat(
            lines(
                narrow,
                """
                {"columns": [{"name": "first_name"}, {"name": "last_name"}, {"name": "e"}],
                 "rows": [["Wilhelmina", "Featherstone", null]]}
                """))
        .containsExactly(
            "-- row 1", "first_name | Wilhelmina", "last_name  | Featherstone", "e          | -");
  }

  @Test
  void pipedTableIsNeverCut() throws JsonProcessingException {
    String text = "x".repeat(500);

    assertThat(
            lines(PIPE, "{\"columns\": [{\"name\": \"a\"}], \"rows\": [[\"%s\"]]}".formatted(text)))
        .contains(text);
  }

  @Test
  void colorsOnlyWhereWanted() throws JsonProcessingException {
    String output = "{\"columns\": [{\"name\": \"a\"}], \"rows\": [[null]]}";

    assertThat(lines(new Terminal(true, true, 80, true), output))
        .containsExactly("\u001b[1ma\u001b[0m", "-", "\u001b[2m-\u001b[0m");
    assertThat(lines(PIPE, output)).containsExactly("a", "-", "-");
  }

  @Test
  void resultWithoutColumnsHasNoLines() throws JsonProcessingException {
    assertThat(lines(PIPE, "{\"columns\": [], \"rows\": []}")).isEmpty();
  }

  private static List<String> lines(Terminal terminal, String output)
      throws JsonProcessingException {
    Table table = Table.ofResult(Json.mapper().readTree(output));
    return new TableLayout(terminal).lines(table, false);
  }
}
