package dev.alidade.semantic.ossie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.CatalogSnapshot;
import dev.alidade.engine.Column;
import dev.alidade.engine.Table;
import dev.alidade.engine.TableKind;
import dev.alidade.semantic.Accumulation;
import dev.alidade.semantic.Field;
import dev.alidade.semantic.Formula;
import dev.alidade.semantic.Metric;
import dev.alidade.semantic.Relationship;
import dev.alidade.semantic.SemanticModel;
import dev.alidade.semantic.document.Problem;
import dev.alidade.semantic.document.Problems;
import dev.alidade.semantic.formula.FormulaWriter;
import dev.alidade.sql.DataType;
import dev.alidade.sql.TableName;
import dev.alidade.sql.TimeGrain;
import dev.alidade.sql.TypeKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OssieReaderTest {
  private static final Path FILES = Path.of("src/test/resources/dev/alidade/semantic");

  @Test
  void readsAllThatAModelMaySay() throws IOException {
    SemanticModel model = read("flights.yaml", SourceTables.UNKNOWN);

    assertThat(model.name()).isEqualTo("flights");
    assertThat(model.description()).contains("Flights between airports");
    assertThat(model.firstMonth()).isEqualTo(7);
    assertThat(model.glossary()).extracting("term").containsExactly("red-eye");
    assertThat(model.verifiedQuestions())
        .extracting("name", "verifiedBy")
        .containsExactly(tuple("busiest airport", Optional.of("wendy")));
    assertThat(model.datasets())
        .extracting("name", "table", "primaryKey", "display", "synonyms")
        .containsExactly(
            tuple(
                "flights",
                TableName.of("public", "flight"),
                List.of("flight_id"),
                List.of("number"),
                List.of("trips", "legs")),
            tuple(
                "airports", TableName.of("Airport"), List.of("code"), List.of("city"), List.of()));
    assertThat(model.relationships())
        .extracting(Relationship::name, Relationship::synonyms)
        .containsExactly(
            tuple("from_airport", List.of("origin", "departure")),
            tuple("to_airport", List.of("destination")));
  }

  @Test
  void readsFields() throws IOException {
    List<Field> fields = read("flights.yaml", SourceTables.UNKNOWN).datasets().getFirst().fields();

    assertThat(fields)
        .extracting(Field::name, Field::dimension, Field::time, Field::unit)
        .containsExactly(
            tuple("number", true, false, Optional.empty()),
            tuple("departed_at", false, true, Optional.empty()),
            tuple("year", true, true, Optional.empty()),
            tuple("carrier", true, false, Optional.empty()),
            tuple("seats_sold", false, false, Optional.of("seats")),
            tuple("fill", false, false, Optional.of("%")));
    assertThat(fields.get(3).values())
        .isEqualTo(
            Map.of("LH", List.of("Lufthansa"), "BA", List.of("British Airways", "Speedbird")));
    assertThat(FormulaWriter.field(fields.get(5).formula(), "flights"))
        .isEqualTo("100 * sold / seats");
  }

  @Test
  void readsMetrics() throws IOException {
    List<Metric> metrics = read("flights.yaml", SourceTables.UNKNOWN).metrics();

    assertThat(metrics)
        .extracting(Metric::name, metric -> FormulaWriter.metric(metric.formula()))
        .containsExactly(
            tuple("flights_flown", "COUNT(flights.*)"),
            tuple("seats", "SUM(flights.sold)"),
            tuple("seats_per_flight", "seats / flights_flown"),
            tuple("seats_to_date", "seats"),
            tuple("seats_last_week", "seats"),
            tuple("seats_ever", "seats"));
    assertThat(metrics.get(1).time()).contains(new Formula.Column("flights", "departed"));
    assertThat(metrics.get(1).grain()).contains(TimeGrain.MONTH);
    assertThat(metrics)
        .extracting(Metric::accumulation)
        .endsWith(
            Optional.of(new Accumulation.ToDate(TimeGrain.YEAR)),
            Optional.of(new Accumulation.Last(7, TimeGrain.DAY)),
            Optional.of(new Accumulation.Everything()));
  }

  @Test
  void whatWasReadIsWrittenAsTheSame() throws IOException {
    for (Path file :
        List.of(FILES.resolve("flights.yaml"), Path.of("../examples/shop/semantic.yaml"))) {
      SemanticModel model =
          OssieReader.read(
              file.toString(),
              Files.readString(file),
              SourceTables.UNKNOWN,
              ErrorCode.INVALID_INPUT);

      String written = OssieWriter.write(model);

      assertThat(
              OssieReader.read("written", written, SourceTables.UNKNOWN, ErrorCode.INVALID_INPUT))
          .as(written)
          .isEqualTo(model);
    }
  }

  @Test
  void saysAllThatIsWrongAtItsPlace() throws IOException {
    Problems problems = new Problems();
    new OssieReader(airline(), problems).read(Files.readString(FILES.resolve("wrong.yaml")));

    assertThat(problems.all().stream().map(OssieReaderTest::shown).toList())
        .isEqualTo(Files.readAllLines(FILES.resolve("wrong.problems.txt")));
  }

  @Test
  void aFileThatIsNoYamlSaysWhere() {
    assertThatThrownBy(
            () ->
                OssieReader.read(
                    "model.yaml",
                    "semantic_model:\n  - name: [a\n",
                    SourceTables.UNKNOWN,
                    ErrorCode.CONFIGURATION_INVALID))
        .isInstanceOf(AlidadeException.class)
        .hasMessageContaining("model.yaml has an error:")
        .hasMessageContaining("model.yaml:3:1: this is not YAML");
    assertThatThrownBy(
            () ->
                OssieReader.read(
                    "m.yaml", "# nothing\n", SourceTables.UNKNOWN, ErrorCode.INVALID_INPUT))
        .hasMessageContaining("m.yaml is empty");
  }

  @Test
  void chainsOfMetricsEndBeforeTheStack() {
    StringBuilder text =
        new StringBuilder(
            "semantic_model:\n  - name: m\n    datasets: [{ name: d, source: d }]\n    metrics:\n");
    for (int metric = 0; metric < 5_000; metric++) {
      text.append("      - { name: m%d, expression: m%d + 1 }\n".formatted(metric, metric + 1));
    }
    Problems chained = new Problems();
    new OssieReader(SourceTables.UNKNOWN, chained)
        .read(text + "      - { name: m5000, expression: SUM(d.x) }\n");
    assertThat(chained.all()).hasSize(4_951).first().extracting(Problem::line).isEqualTo(5);
    assertThat(chained.all().getFirst().message()).contains("more than 50 times over");

    Problems round = new Problems();
    new OssieReader(SourceTables.UNKNOWN, round)
        .read(text + "      - { name: m5000, expression: m0 }\n");
    assertThat(round.all()).hasSize(20);
  }

  @Test
  void findsTablesHoweverTheSchemaIsWritten() {
    SourceTables tables = airline();

    assertThat(
            Stream.of("FLIGHT", "main.flight", "db.main.Flight", "\"flight\"", "other.flight")
                .map(source -> SourceTables.name(source).flatMap(tables::find).isPresent()))
        .containsExactly(true, true, true, true, false);
    assertThat(SourceTables.name("SELECT * FROM flight")).isEmpty();
    assertThat(SourceTables.name("a.b.c.d")).isEmpty();
    assertThat(SourceTables.name("\"a.b\".c")).contains(TableName.of("a.b", "c"));
  }

  private static String shown(Problem problem) {
    return "%d:%d %s".formatted(problem.line(), problem.column(), problem.message());
  }

  private static SemanticModel read(String file, SourceTables tables) throws IOException {
    return OssieReader.read(
        file, Files.readString(FILES.resolve(file)), tables, ErrorCode.INVALID_INPUT);
  }

  private static SourceTables airline() {
    return SourceTables.of(
        new CatalogSnapshot(
            List.of(
                table("flight", "flight_id", "number", "origin", "seats", "sold", "departed"),
                table("airport", "code", "city")),
            List.of()));
  }

  private static Table table(String name, String... columns) {
    return new Table(
        TableName.of("main", name),
        TableKind.TABLE,
        Stream.of(columns)
            .map(
                column ->
                    new Column(
                        column, new DataType(TypeKind.INTEGER, "INTEGER"), true, Optional.empty()))
            .toList(),
        List.of(columns[0]),
        Optional.empty(),
        Optional.empty());
  }
}
