package dev.alidade.agreement;

import dev.alidade.safety.SharedData;
import dev.alidade.sql.TypeKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** The tables of TPC-H with the types that its specification gives them. */
public final class Tpch {
  private static final String TABLES =
      """
      region r_regionkey:primary r_name:25 r_comment:152
      nation n_nationkey:primary n_name:25 n_regionkey:key n_comment:152
      supplier s_suppkey:primary s_name:25 s_address:40 s_nationkey:key s_phone:15 s_acctbal:decimal s_comment:101
      customer c_custkey:primary c_name:25 c_address:40 c_nationkey:key c_phone:15 c_acctbal:decimal c_mktsegment:10 c_comment:117
      part p_partkey:primary p_name:55 p_mfgr:25 p_brand:10 p_type:25 p_size:key p_container:10 p_retailprice:decimal p_comment:23
      partsupp ps_partkey:primary ps_suppkey:primary ps_availqty:key ps_supplycost:decimal ps_comment:199
      orders o_orderkey:primary o_custkey:key o_orderstatus:1 o_totalprice:decimal o_orderdate:date o_orderpriority:15 o_clerk:15 o_shippriority:key o_comment:79
      lineitem l_orderkey:primary l_partkey:key l_suppkey:key l_linenumber:primary l_quantity:decimal l_extendedprice:decimal l_discount:decimal l_tax:decimal l_returnflag:1 l_linestatus:1 l_shipdate:date l_commitdate:date l_receiptdate:date l_shipinstruct:25 l_shipmode:10 l_comment:44
      """;

  /** The foreign keys of the specification; on this sample they all hold. */
  private static final String REFERENCES =
      """
      nation n_regionkey region r_regionkey
      supplier s_nationkey nation n_nationkey
      customer c_nationkey nation n_nationkey
      partsupp ps_partkey part p_partkey
      partsupp ps_suppkey supplier s_suppkey
      orders o_custkey customer c_custkey
      lineitem l_orderkey orders o_orderkey
      lineitem l_partkey,l_suppkey partsupp ps_partkey,ps_suppkey
      """;

  private Tpch() {}

  /** All eight tables with their rows. */
  public static List<CopiedTable> tables() {
    return TABLES.lines().map(Tpch::table).toList();
  }

  private static CopiedTable table(String description) {
    List<String> words = List.of(description.split(" "));
    List<ColumnForm> columns = words.stream().skip(1).map(Tpch::column).toList();
    List<String> primaryKey =
        words.stream()
            .filter(word -> word.endsWith(":primary"))
            .map(word -> word.substring(0, word.indexOf(':')))
            .toList();
    return new CopiedTable(
        words.getFirst(),
        columns,
        primaryKey,
        references(words.getFirst()),
        rows(words.getFirst(), columns));
  }

  private static List<CopiedTable.Reference> references(String table) {
    return REFERENCES
        .lines()
        .map(line -> line.split(" "))
        .filter(words -> words[0].equals(table))
        .map(
            words ->
                new CopiedTable.Reference(
                    List.of(words[1].split(",")), words[2], List.of(words[3].split(","))))
        .toList();
  }

  private static ColumnForm column(String description) {
    String name = description.substring(0, description.indexOf(':'));
    return switch (description.substring(name.length() + 1)) {
      case "key", "primary" -> ColumnForm.of(name, TypeKind.INTEGER);
      case "decimal" -> ColumnForm.decimal(name, 15, 2);
      case "date" -> ColumnForm.of(name, TypeKind.DATE);
      case String length -> ColumnForm.text(name, Integer.parseInt(length));
    };
  }

  private static List<Object[]> rows(String table, List<ColumnForm> columns) {
    List<Object[]> rows = new ArrayList<>();
    try (InputStream file =
            Files.newInputStream(SharedData.at("sql-dialects/tpc-h/" + table + ".csv.gz"));
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(new GZIPInputStream(file), StandardCharsets.UTF_8))) {
      String header = lines.readLine();
      List<String> names = columns.stream().map(ColumnForm::name).toList();
      if (!List.of(header.toLowerCase(Locale.ROOT).split("\\|")).equals(names)) {
        throw new IllegalStateException(table + " has other columns: " + header);
      }
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        rows.add(row(line, columns));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return rows;
  }

  private static Object[] row(String line, List<ColumnForm> columns) {
    String[] cells = line.split("\\|", -1);
    Object[] row = new Object[columns.size()];
    for (int column = 0; column < row.length; column++) {
      row[column] = value(cells[column], columns.get(column).kind());
    }
    return row;
  }

  private static Object value(String cell, TypeKind kind) {
    return switch (kind) {
      case INTEGER -> (Object) Long.valueOf(cell);
      case DECIMAL -> new BigDecimal(cell).setScale(2);
      case DATE -> java.time.LocalDate.parse(cell);
      case TEXT -> cell;
      case BOOLEAN,
          FLOAT,
          TIME,
          TIMESTAMP,
          TIMESTAMP_TZ,
          INTERVAL,
          BINARY,
          UUID,
          JSON,
          LIST,
          STRUCT,
          MAP,
          OTHER ->
          throw new IllegalArgumentException("TPC-H has no " + kind);
    };
  }
}
