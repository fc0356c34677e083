package dev.alidade.export;

import dev.alidade.engine.Batch;
import dev.alidade.engine.ResultColumn;
import dev.alidade.engine.ResultStream;
import dev.alidade.sql.DataType;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Standard SQL that makes a table and puts the rows into it, a thousand with each statement. */
public final class SqlFormat implements ExportFormat {
  private static final int ROWS_OF_A_STATEMENT = 1_000;
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  @Override
  public String name() {
    return "sql";
  }

  @Override
  public String mediaType() {
    return "application/sql";
  }

  @Override
  public String extension() {
    return "sql";
  }

  @Override
  public List<String> options() {
    return List.of("table");
  }

  @Override
  public void write(ResultStream result, ExportOptions options, OutputStream out)
      throws IOException {
    List<ResultColumn> columns = result.columns();
    List<String> names = Shapes.distinctNames(columns).stream().map(SqlFormat::quoted).toList();
    String table =
        Stream.of(options.table().orElse("result").split("\\.", -1))
            .map(SqlFormat::quoted)
            .collect(Collectors.joining("."));
    StringBuilder text = new StringBuilder(definition(table, names, columns));
    String insert = "INSERT INTO %s (%s) VALUES\n".formatted(table, String.join(", ", names));
    int inStatement = 0;
    for (Optional<Batch> batch = result.next(); batch.isPresent(); batch = result.next()) {
      for (int row = 0; row < batch.get().rows(); row++) {
        text.append(inStatement == 0 ? insert : ",\n");
        appendRow(text, columns, batch.get(), row);
        inStatement++;
        if (inStatement == ROWS_OF_A_STATEMENT) {
          text.append(";\n");
          inStatement = 0;
        }
      }
      out.write(text.toString().getBytes(StandardCharsets.UTF_8));
      text.setLength(0);
    }
    text.append(inStatement == 0 ? "" : ";\n");
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String definition(String table, List<String> names, List<ResultColumn> columns) {
    StringBuilder text = new StringBuilder("CREATE TABLE ").append(table).append(" (\n");
    for (int column = 0; column < columns.size(); column++) {
      text.append(column == 0 ? "  " : ",\n  ")
          .append(names.get(column))
          .append(' ')
          .append(typeOf(columns.get(column).type()));
    }
    return text.append("\n);\n").toString();
  }

  private static String typeOf(DataType type) {
    return switch (type.kind()) {
      case BOOLEAN -> "BOOLEAN";
      case INTEGER -> "BIGINT";
      case FLOAT -> "DOUBLE PRECISION";
      case DECIMAL ->
          Shapes.digits(type)
              .map(digits -> "DECIMAL(%d, %d)".formatted(digits.precision(), digits.scale()))
              .orElse("DECIMAL(38, 10)");
      case DATE -> "DATE";
      case TIME -> "TIME";
      case TIMESTAMP -> "TIMESTAMP";
      case TIMESTAMP_TZ -> "TIMESTAMP WITH TIME ZONE";
      case BINARY -> "BLOB";
      case UUID -> "CHAR(36)";
      case TEXT, INTERVAL, JSON, LIST, STRUCT, MAP, OTHER -> "TEXT";
    };
  }

  private static void appendRow(
      StringBuilder text, List<ResultColumn> columns, Batch batch, int row) {
    text.append('(');
    for (int column = 0; column < columns.size(); column++) {
      text.append(column == 0 ? "" : ", ");
      text.append(
          batch.isNull(column, row)
              ? "NULL"
              : literal(columns.get(column).type(), batch.value(column, row)));
    }
    text.append(')');
  }

  private static String literal(DataType type, Object value) {
    String plain = Shapes.text(type.kind(), value);
    return switch (value) {
      case Boolean truth -> truth ? "TRUE" : "FALSE";
      case Double number when !Double.isFinite(number) ->
          "CAST('%s' AS DOUBLE PRECISION)".formatted(plain);
      case Number number -> plain;
      case LocalDate date -> "DATE '" + plain + "'";
      case LocalTime time -> "TIME '" + plain + "'";
      case LocalDateTime time -> "TIMESTAMP '" + plain.replace('T', ' ') + "'";
      case OffsetDateTime time ->
          "TIMESTAMP WITH TIME ZONE '" + plain.replace('T', ' ').replace("Z", "+00:00") + "'";
      case byte[] bytes -> "X'" + HEX.formatHex(bytes) + "'";
      default -> "'" + plain.replace("'", "''") + "'";
    };
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
