package dev.alidade.engine.postgres;

import dev.alidade.engine.jdbc.CellReader;
import dev.alidade.engine.jdbc.ResultType;
import dev.alidade.sql.DataType;
import dev.alidade.sql.TypeKind;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;

/** How the columns of a result are read; every value travels as text. */
final class ColumnReaders {
  private ColumnReaders() {}

  static ResultType of(ResultSetMetaData result, int column) throws SQLException {
    String name = result.getColumnTypeName(column);
    DataType type = type(name, result, column);
    return new ResultType(type, reader(type.kind(), name));
  }

  private static DataType type(String name, ResultSetMetaData result, int column)
      throws SQLException {
    return switch (result.getColumnType(column)) {
      case Types.ARRAY ->
          new DataType(TypeKind.LIST, name.startsWith("_") ? name.substring(1) + "[]" : name);
      case Types.STRUCT -> new DataType(TypeKind.STRUCT, name);
      case Types.VARCHAR -> new DataType(PostgresTypes.known(name).orElse(TypeKind.TEXT), name);
      default ->
          new DataType(
              PostgresTypes.known(name).orElse(TypeKind.OTHER), shown(name, result, column));
    };
  }

  private static String shown(String name, ResultSetMetaData result, int column)
      throws SQLException {
    int precision = result.getPrecision(column);
    return name.equals("numeric") && precision > 0
        ? "numeric(%d,%d)".formatted(precision, result.getScale(column))
        : name;
  }

  private static CellReader reader(TypeKind kind, String name) {
    return switch (kind) {
      case INTEGER -> CellReader.longs();
      case FLOAT -> CellReader.doubles();
      case TEXT, JSON, INTERVAL, OTHER -> CellReader.texts();
      case BINARY -> CellReader.objects(ResultSet::getBytes);
      case LIST, STRUCT, MAP -> CellReader.objects(new Nested(name));
      case BOOLEAN, DECIMAL, DATE, TIME, TIMESTAMP, TIMESTAMP_TZ, UUID ->
          CellReader.objects(
              (result, column) -> {
                String text = result.getString(column);
                return text == null ? null : TextValues.read(kind, text);
              });
    };
  }

  /** Learns what it is made of with the first value. */
  private static final class Nested implements CellReader.ObjectCell {
    private final String name;
    private NestedType type;

    Nested(String name) {
      this.name = name;
    }

    @Override
    public Object read(ResultSet result, int column) throws SQLException {
      String text = result.getString(column);
      if (text == null) {
        return null;
      }
      if (type == null) {
        type = new NestedTypes(result.getStatement().getConnection()).named(name);
      }
      return type.read(text);
    }
  }
}
