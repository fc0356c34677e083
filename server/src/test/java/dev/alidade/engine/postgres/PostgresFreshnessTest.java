package dev.alidade.engine.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** No function that goes by more than its arguments is taken for one that does not. */
class PostgresFreshnessTest {
  /** They go by settings of the session too, which a source gives all its connections alike. */
  private static final Set<String> BY_SETTINGS =
      Set.of(
          """
          array_to_json array_to_string concat concat_ws convert convert_from convert_to date
          date_add date_part date_subtract date_trunc enum_first enum_last enum_range extract
          format generate_series json_agg json_agg_strict json_build_array json_build_object
          json_object_agg json_object_agg_strict json_object_agg_unique
          json_object_agg_unique_strict json_populate_record json_populate_recordset
          json_strip_nulls json_to_record json_to_recordset json_to_tsvector jsonb_agg
          jsonb_agg_strict jsonb_build_array jsonb_build_object jsonb_path_exists_tz
          jsonb_path_match_tz jsonb_path_query_array_tz jsonb_path_query_first_tz
          jsonb_path_query_tz jsonb_populate_record jsonb_populate_record_valid
          jsonb_populate_recordset jsonb_strip_nulls jsonb_to_record jsonb_to_recordset
          jsonb_to_tsvector length make_timestamptz money numeric overlaps phraseto_tsquery
          plainto_tsquery quote_literal quote_nullable row_to_json time timestamp timestamptz
          timetz timezone to_char to_date to_json to_jsonb to_number to_timestamp to_tsquery
          to_tsvector ts_headline version websearch_to_tsquery xml_is_well_formed
          """
              .strip()
              .split("\\s+"));

  @Test
  void everyAllowedFunctionThatTheServerCallsUnstableIsKnown() throws Exception {
    Set<String> allowed = allowed();
    Set<String> unstable = new TreeSet<>();
    try (Connection connection = PostgresServer.shared().connect("postgres");
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT DISTINCT proname FROM pg_catalog.pg_proc WHERE provolatile <> 'i'")) {
      while (row.next()) {
        unstable.add(row.getString(1));
      }
    }
    unstable.retainAll(allowed);
    unstable.removeAll(BY_SETTINGS);
    unstable.removeIf(
        name ->
            PostgresFreshness.WORDS.contains(name)
                || PostgresFreshness.WORDS.contains(name + "(")
                || name.startsWith("pg_"));
    assertThat(unstable).isEmpty();
  }

  private static Set<String> allowed() throws IOException {
    Set<String> names = new TreeSet<>();
    boolean functions = false;
    try (InputStream list =
        PostgresFreshnessTest.class.getResourceAsStream(
            "/dev/alidade/engine/postgres/gate/names.txt")) {
      for (String line : new String(list.readAllBytes(), StandardCharsets.UTF_8).split("\\R", -1)) {
        if (line.startsWith("[")) {
          functions = line.equals("[functions]") || line.equals("[aggregates]");
        } else if (functions && !line.startsWith("#")) {
          names.addAll(Set.of(line.strip().split("\\s+", -1)));
        }
      }
    }
    assertThat(names).contains("now", "to_char");
    return names;
  }
}
