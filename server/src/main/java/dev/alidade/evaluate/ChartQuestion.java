package dev.alidade.evaluate;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.operation.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * A chart of the suite nvBench, with the questions that it answers.
 *
 * @param chart the kind that a person chose
 * @param vql the gold: SQL with a kind before it and a grouping of dates behind it
 * @param vega the chart as Vega-Lite, with the values that it shows
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record ChartQuestion(
    String id,
    @JsonProperty("db_id") String database,
    String chart,
    String vql,
    List<String> nl,
    JsonNode vega) {
  private static final int PARTS = 3;

  ChartQuestion {
    nl = List.copyOf(nl);
  }

  /** Whether series are told apart. */
  boolean isSplit() {
    return vega.path("encoding").has("color") && !chart.equals("Pie");
  }

  /** A third of the databases is only ever scored; which one, its name decides. */
  String split() {
    CRC32 sum = new CRC32();
    sum.update(database.getBytes(StandardCharsets.UTF_8));
    return sum.getValue() % PARTS == 0 ? "check" : "tune";
  }

  /** The marks that the gold shows: place, measure, and series where there are several. */
  List<List<Object>> marks() {
    List<List<Object>> marks = new ArrayList<>();
    for (JsonNode value : vega.path("data").path("values")) {
      List<Object> mark = new ArrayList<>(List.of(cell(value, "x_data"), cell(value, "y_data")));
      if (isSplit()) {
        mark.add(cell(value, "classify"));
      }
      marks.add(mark);
    }
    return marks;
  }

  private static Object cell(JsonNode value, String name) {
    JsonNode cell = value.path(name);
    return cell.isNumber() ? (Object) cell.decimalValue() : cell.asText();
  }

  static List<ChartQuestion> read(Path suite) {
    List<ChartQuestion> questions = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(suite)) {
        questions.add(Json.mapper().readValue(line, ChartQuestion.class));
      }
    } catch (JsonProcessingException cause) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "Line %d of %s is no chart of nvBench; give its file with --charts"
              .formatted(questions.size() + 1, suite),
          cause);
    } catch (IOException cause) {
      throw new AlidadeException(
          ErrorCode.FILE_UNREADABLE,
          "The charts of %s cannot be read; check the path".formatted(suite),
          cause);
    }
    return questions;
  }
}
