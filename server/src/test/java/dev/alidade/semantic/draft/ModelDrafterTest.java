package dev.alidade.semantic.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.alidade.base.ErrorCode;
import dev.alidade.catalog.ColumnProfile;
import dev.alidade.catalog.SourceKnowledge;
import dev.alidade.engine.CatalogSnapshot;
import dev.alidade.engine.Column;
import dev.alidade.engine.ForeignKey;
import dev.alidade.engine.Table;
import dev.alidade.engine.TableKind;
import dev.alidade.semantic.Dataset;
import dev.alidade.semantic.Field;
import dev.alidade.semantic.Formula;
import dev.alidade.semantic.GlossaryTerm;
import dev.alidade.semantic.Metric;
import dev.alidade.semantic.Relationship;
import dev.alidade.semantic.SemanticModel;
import dev.alidade.semantic.formula.FormulaWriter;
import dev.alidade.semantic.ossie.OssieReader;
import dev.alidade.semantic.ossie.OssieWriter;
import dev.alidade.semantic.ossie.SourceTables;
import dev.alidade.sql.DataType;
import dev.alidade.sql.TableName;
import dev.alidade.sql.TypeKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ModelDrafterTest {
  private static final Table AIRPORTS =
      table("airports", "Places with a runway", "code", "TEXT name", "latitude", "longitude");
  private static final Table PASSENGERS =
      table(
          "Passengers",
          "",
          "passenger_id",
          "TEXT FirstName",
          "TEXT surname",
          "DATE birth_date",
          "TEXT email");
  private static final Table FLIGHTS =
      table(
          "flights",
          "",
          "flight_id",
          "origin_code",
          "destination_code",
          "TEXT number",
          "DATE departed_on",
          "DATE arrived_on",
          "seats",
          "distance_km",
          "ticket_price_usd",
          "BOOLEAN cancelled",
          "year");
  private static final Table BOOKINGS =
      table("bookings", "", "booking_id", "flight_id", "passenger_id", "amount_eur", "rating");
  private static final SourceKnowledge AIRLINE =
      new SourceKnowledge(
          "airline",
          new CatalogSnapshot(
              List.of(AIRPORTS, PASSENGERS, FLIGHTS, BOOKINGS),
              List.of(
                  key(FLIGHTS, "origin_code", AIRPORTS, false),
                  key(FLIGHTS, "destination_code", AIRPORTS, true),
                  key(BOOKINGS, "flight_id", FLIGHTS, false),
                  key(BOOKINGS, "passenger_id", PASSENGERS, false))),
          Map.of(
              FLIGHTS.name(),
              Map.of(
                  "number",
                  new ColumnProfile(
                      3, 0, 3, List.of("LH1"), Optional.of("LH1"), Optional.of("LH3")))),
          words -> List.of());

  @Test
  void toldApartWhatGroupsAndWhatIsCounted() {
    SemanticModel model = draft().model();

    assertThat(model.dataset("flights").orElseThrow().fields())
        .extracting(Field::name, Field::dimension, Field::time, Field::unit)
        .containsExactly(
            tuple("flight_id", true, false, Optional.empty()),
            tuple("origin_code", true, false, Optional.empty()),
            tuple("destination_code", true, false, Optional.empty()),
            tuple("number", true, false, Optional.empty()),
            tuple("departed_on", true, true, Optional.empty()),
            tuple("arrived_on", true, true, Optional.empty()),
            tuple("seats", false, false, Optional.empty()),
            tuple("distance_km", false, false, Optional.of("km")),
            tuple("ticket_price_usd", false, false, Optional.of("USD")),
            tuple("cancelled", true, false, Optional.empty()),
            tuple("year", true, false, Optional.empty()));
    assertThat(model.datasets())
        .extracting(Dataset::name, Dataset::display)
        .containsExactly(
            tuple("airports", List.of("name")),
            tuple("Passengers", List.of("FirstName", "surname")),
            tuple("flights", List.of("number")),
            tuple("bookings", List.of("booking_id")));
  }

  @Test
  void metricsAreCountsSumsAndAveragesByTheirDate() {
    assertThat(draft().model().metrics())
        .extracting(Metric::name, metric -> FormulaWriter.metric(metric.formula()), Metric::time)
        .containsExactly(
            tuple("airports_count", "COUNT(airports.*)", Optional.empty()),
            tuple("passengers_count", "COUNT(Passengers.*)", Optional.empty()),
            tuple("flights_count", "COUNT(flights.*)", departed()),
            tuple("total_seats", "SUM(flights.seats)", departed()),
            tuple("total_distance_km", "SUM(flights.distance_km)", departed()),
            tuple("average_ticket_price_usd", "AVG(flights.ticket_price_usd)", departed()),
            tuple("bookings_count", "COUNT(bookings.*)", departed()),
            tuple("total_amount_eur", "SUM(bookings.amount_eur)", departed()),
            tuple("average_rating", "AVG(bookings.rating)", departed()));
  }

  @Test
  void rolesComeFromTheNamesOfKeys() {
    assertThat(draft().model().relationships())
        .extracting(Relationship::name, Relationship::synonyms)
        .containsExactly(
            tuple("flights_to_origin_airports", List.of("origin")),
            tuple("flights_to_destination_airports", List.of("destination")),
            tuple("bookings_to_flights", List.of()),
            tuple("bookings_to_Passengers", List.of()));
  }

  @Test
  void whatIsGuessedIsSaid() {
    assertThat(draft().notes())
        .containsExactly(
            "Nobody declared that `destination_code` of `flights` points at `airports`; names and values say so",
            "`flights` has several dates; its metrics go by `departed_on`, the first");
    assertThat(draft().model().glossary())
        .containsExactly(new GlossaryTerm("airports", "Places with a runway", List.of()));
  }

  @Test
  void aDraftIsAModelWhateverNamesThereAre() {
    List<Table> tables =
        List.of(
            table("order", "", "select", "TEXT \"", "from date", "a.b", "Größe m²", "$$", "💶"),
            table("Order", "", "a.b", "SUM", "count"),
            table("a.b", "", "id"),
            table("SELECT x", "", "id"));
    SourceKnowledge hostile =
        new SourceKnowledge(
            "odd", new CatalogSnapshot(tables, List.of()), Map.of(), words -> List.of());

    SemanticModel model = ModelDrafter.of(hostile, tables).model();

    String text = OssieWriter.write(model);
    assertThat(
            OssieReader.read(
                "draft", text, SourceTables.of(hostile.catalog()), ErrorCode.INVALID_INPUT))
        .as(text)
        .isEqualTo(model);
  }

  private static Draft draft() {
    return ModelDrafter.of(AIRLINE, AIRLINE.tables());
  }

  private static Optional<Formula.Column> departed() {
    return Optional.of(new Formula.Column("flights", "departed_on"));
  }

  private static ForeignKey key(Table from, String column, Table to, boolean inferred) {
    return new ForeignKey(from.name(), List.of(column), to.name(), to.primaryKey(), inferred);
  }

  private static Table table(String name, String comment, String... columns) {
    return new Table(
        TableName.of(name),
        TableKind.TABLE,
        Stream.of(columns).map(ModelDrafterTest::column).toList(),
        List.of(column(columns[0]).name()),
        Optional.of(comment).filter(text -> !text.isEmpty()),
        Optional.empty());
  }

  private static Column column(String written) {
    for (TypeKind kind : List.of(TypeKind.TEXT, TypeKind.DATE, TypeKind.BOOLEAN)) {
      if (written.startsWith(kind.name() + " ")) {
        return column(written.substring(kind.name().length() + 1), kind);
      }
    }
    return column(written, TypeKind.INTEGER);
  }

  private static Column column(String name, TypeKind kind) {
    return new Column(name, new DataType(kind, kind.name()), true, Optional.empty());
  }
}
