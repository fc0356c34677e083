package dev.alidade.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.query.ColumnLabel;
import dev.alidade.sql.TypeKind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChartChooserTest {
  private static final ColumnLabel CITY = new ColumnLabel("city", TypeKind.TEXT);
  private static final ColumnLabel TOTAL = new ColumnLabel("total", TypeKind.FLOAT);
  private static final ColumnLabel WEIGHT = new ColumnLabel("weight", TypeKind.INTEGER);
  private static final ColumnLabel DAY = new ColumnLabel("day", TypeKind.DATE);

  @Test
  void drawsANumberForOneCell() {
    assertThat(kind(List.of(TOTAL), List.of(List.of(5)))).contains(ChartKind.NUMBER);
  }

  @Test
  void drawsBarsForCategories() {
    assertThat(kind(List.of(CITY, TOTAL), List.of(List.of("a", 1), List.of("b", 2))))
        .contains(ChartKind.BAR);
  }

  @Test
  void drawsALineOverTime() {
    assertThat(
            kind(List.of(DAY, TOTAL), List.of(List.of("2024-01-01", 1), List.of("2024-01-02", 2))))
        .contains(ChartKind.LINE);
  }

  @Test
  void drawsPointsForTwoMeasures() {
    assertThat(kind(List.of(WEIGHT, TOTAL), List.of(List.of(1, 2), List.of(2, 3), List.of(3, 5))))
        .contains(ChartKind.SCATTER);
  }

  @Test
  void leavesTextsAsATable() {
    assertThat(kind(List.of(CITY), List.of(List.of("a"), List.of("b")))).isEmpty();
  }

  private static Optional<ChartKind> kind(List<ColumnLabel> columns, List<List<Object>> rows) {
    return ChartChooser.choose("title", columns, rows).map(ChartSpec::kind);
  }
}
