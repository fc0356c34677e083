package dev.alidade.engine.mysql;

import dev.alidade.engine.jdbc.CellReader;
import dev.alidade.engine.jdbc.ResultType;
import dev.alidade.sql.DataType;
import dev.alidade.sql.TypeKind;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;

/**
 * The servers' types as ours, and how their values are read.
 *
 * @param smallIsBoolean whether TINYINT(1) and BIT(1) hold truth values
 */
record MySqlTypes(boolean smallIsBoolean) {
  /** The type of a column of the catalog: {@code decimal} and {@code decimal(12,2)}. */
  DataType ofCatalog(String dataType, String columnType, boolean json) {
    String name = dataType.toLowerCase(Locale.ROOT);
    String full = columnType.toLowerCase(Locale.ROOT);
    if (json) {
      return new DataType(TypeKind.JSON, "json");
    }
    boolean truth = smallIsBoolean && (full.startsWith("tinyint(1)") || full.equals("bit(1)"));
    return new DataType(truth ? TypeKind.BOOLEAN : kind(name), full);
  }

  ResultType ofResult(ResultSetMetaData result, int column) throws SQLException {
    String name = result.getColumnTypeName(column).toLowerCase(Locale.ROOT);
    boolean truth =
        smallIsBoolean
            && (name.equals("boolean") || (name.equals("bit") && result.getPrecision(column) == 1));
    if (truth) {
      return new ResultType(
          new DataType(TypeKind.BOOLEAN, "boolean"), CellReader.objects(MySqlTypes::truth));
    }
    String word = name.equals("boolean") ? "tinyint" : name;
    return new ResultType(new DataType(kind(firstWord(word)), word), reader(word));
  }

  private static String firstWord(String name) {
    int space = name.indexOf(' ');
    return space < 0 ? name : name.substring(0, space);
  }

  private static TypeKind kind(String name) {
    return switch (name) {
      case "tinyint", "smallint", "mediumint", "int", "integer", "bigint", "year", "bit" ->
          TypeKind.INTEGER;
      case "decimal", "numeric", "olddecimal", "newdecimal" -> TypeKind.DECIMAL;
      case "float", "double", "real" -> TypeKind.FLOAT;
      case "date" -> TypeKind.DATE;
      case "time" -> TypeKind.INTERVAL;
      case "datetime" -> TypeKind.TIMESTAMP;
      case "timestamp" -> TypeKind.TIMESTAMP_TZ;
      case "json" -> TypeKind.JSON;
      case "uuid" -> TypeKind.UUID;
      case "binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob", "vector" ->
          TypeKind.BINARY;
      case "inet4",
          "inet6",
          "char",
          "varchar",
          "tinytext",
          "text",
          "mediumtext",
          "longtext",
          "enum",
          "set",
          "null" ->
          TypeKind.TEXT;
      default -> TypeKind.OTHER;
    };
  }

  private static CellReader reader(String name) {
    return switch (name) {
      case "tinyint",
          "tinyint unsigned",
          "smallint",
          "smallint unsigned",
          "mediumint",
          "mediumint unsigned",
          "int",
          "integer",
          "int unsigned",
          "integer unsigned",
          "bigint",
          "year" ->
          CellReader.longs();
      case "bigint unsigned" -> CellReader.objects(MySqlTypes::unsigned);
      case "bit" -> CellReader.objects(MySqlTypes::bits);
      case "decimal", "olddecimal", "newdecimal" -> CellReader.objects(ResultSet::getBigDecimal);
      case "double" -> CellReader.doubles();
      case "float" -> CellReader.doubles(MySqlTypes::shortFloat);
      case "date" -> CellReader.objects(MySqlTypes::date);
      case "datetime" -> CellReader.objects(MySqlTypes::moment);
      case "timestamp" -> CellReader.objects(MySqlTypes::zonedMoment);
      case "uuid" -> CellReader.objects(MySqlTypes::uuid);
      case "binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob", "vector" ->
          CellReader.objects(ResultSet::getBytes);
      case "geometry",
          "point",
          "linestring",
          "polygon",
          "multipoint",
          "multilinestring",
          "multipolygon",
          "geometrycollection" ->
          CellReader.objects(MySqlTypes::geometry);
      default -> CellReader.texts();
    };
  }

  private static Object truth(ResultSet result, int column) throws SQLException {
    long value = result.getLong(column);
    if (value == 0) {
      return result.wasNull() ? null : false;
    }
    if (value == 1) {
      return true;
    }
    throw new UnreadableValue(
        "Column `%s` is a TINYINT(1) that holds %d, so it counts; set `tinyint1: integer` for the source, or select the column + 0"
            .formatted(result.getMetaData().getColumnLabel(column), value),
        null);
  }

  private static Object unsigned(ResultSet result, int column) throws SQLException {
    String digits = result.getString(column);
    if (digits == null) {
      return null;
    }
    return narrow(new BigInteger(digits));
  }

  private static Object bits(ResultSet result, int column) throws SQLException {
    byte[] bytes = result.getBytes(column);
    return bytes == null ? null : narrow(new BigInteger(1, bytes));
  }

  // Wide values only come as wide numbers where they need to.
  private static Object narrow(BigInteger value) {
    return value.bitLength() < Long.SIZE ? (Object) value.longValueExact() : value;
  }

  // The digits that the server prints, not those of the nearest double.
  private static double shortFloat(ResultSet result, int column) throws SQLException {
    return Double.parseDouble(Float.toString(result.getFloat(column)));
  }

  // A date that is all zeros is NULL to the server itself (IS NULL finds it).
  private static Object date(ResultSet result, int column) throws SQLException {
    try {
      return result.getObject(column, LocalDate.class);
    } catch (DateTimeException noSuchDay) {
      throw noSuchDay(result, column, noSuchDay);
    }
  }

  private static LocalDateTime moment(ResultSet result, int column) throws SQLException {
    try {
      return result.getObject(column, LocalDateTime.class);
    } catch (DateTimeException noSuchDay) {
      throw noSuchDay(result, column, noSuchDay);
    }
  }

  private static Object zonedMoment(ResultSet result, int column) throws SQLException {
    LocalDateTime moment = moment(result, column);
    return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
  }

  private static UnreadableValue noSuchDay(ResultSet result, int column, DateTimeException cause)
      throws SQLException {
    return new UnreadableValue(
        "Column `%s` holds a date that no calendar has, such as 2024-00-00; select CAST(it AS CHAR)"
            .formatted(result.getMetaData().getColumnLabel(column)),
        cause);
  }

  private static Object uuid(ResultSet result, int column) throws SQLException {
    String text = result.getString(column);
    return text == null ? null : UUID.fromString(text);
  }

  private static Object geometry(ResultSet result, int column) throws SQLException {
    Object geometry = result.getObject(column);
    return geometry == null ? null : geometry.toString();
  }
}
