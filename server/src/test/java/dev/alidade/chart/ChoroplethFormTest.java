package dev.alidade.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alidade.operation.Json;
import dev.alidade.query.ColumnLabel;
import dev.alidade.sql.TypeKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Places are found by what they are called, and none is left out for being small. */
class ChoroplethFormTest {
  @Test
  void twoLettersAreStatesUnlessTheColumnSaysCountries() {
    JsonNode states = draw("state", "CA", "DE", "IN");
    assertThat(states.at("/data/0/locationmode").asText()).isEqualTo("USA-states");
    assertThat(states.at("/layout/geo/scope").asText()).isEqualTo("usa");

    JsonNode countries = draw("country", "CA", "DE", "IN");
    assertThat(countries.at("/data/0/locationmode").asText()).isEqualTo("ISO-3");
    assertThat(countries.at("/data/0/locations").toString()).isEqualTo("[\"CAN\",\"DEU\",\"IND\"]");
  }

  @Test
  void smallCountriesHaveTheFineOutlines() {
    assertThat(draw("country", "DEU", "FRA").at("/layout/geo").has("resolution")).isFalse();
    assertThat(draw("country", "DEU", "SGP").at("/layout/geo/resolution").asInt()).isEqualTo(50);
    assertThat(draw("country", "Germany", "Singapore").at("/layout/geo/resolution").asInt())
        .isEqualTo(50);
  }

  @Test
  void aLongTitleHasSeveralLines() {
    JsonNode figure = draw("country", "DEU", "FRA");
    assertThat(figure.at("/layout/title/text").asText())
        .isEqualTo(
            "How many people live in each of the countries that this table<br>names, in millions?");
    assertThat(figure.at("/layout/margin/t").asInt()).isEqualTo(72);
  }

  private static JsonNode draw(String column, String... places) {
    List<ColumnLabel> columns =
        List.of(
            new ColumnLabel(column, TypeKind.TEXT), new ColumnLabel("people", TypeKind.INTEGER));
    List<List<Object>> rows = new ArrayList<>();
    for (String place : places) {
      rows.add(List.of(place, 1));
    }
    String title =
        "How many people live in each of the countries that this table names, in millions?";
    ChartSpec spec = ChartChooser.as(ChartKind.CHOROPLETH, title, columns, rows).orElseThrow();
    return Json.mapper().valueToTree(PlotlyFigure.of(spec, columns, rows));
  }
}
