package dev.alidade.agreement;

import dev.alidade.engine.EngineFactory;
import dev.alidade.engine.SourceDefinition;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HexFormat;

/** An engine that databases are copied into, each into a database of its own. */
public interface TargetEngine {
  /** What the configuration calls it. */
  default String name() {
    return factory().engine();
  }

  /** What opens the copies as sources. */
  EngineFactory factory();

  /** Makes an empty database. */
  Target create(String label);

  /** The type of a copied column. Text sorts and compares by its letters' codes everywhere. */
  String typeOf(ColumnForm column);

  /** An identifier, quoted. */
  default String quote(String identifier) {
    return "\"" + identifier.replace("\"", "\"\"") + "\"";
  }

  /** Whether tables have primary and foreign keys. */
  default boolean hasKeys() {
    return true;
  }

  /** How rows get into it. */
  default RowWriter writer() {
    return new LiteralWriter(this);
  }

  /** A value as a literal; doubles keep every digit. */
  default String literal(Object value) {
    return switch (value) {
      case null -> "NULL";
      case Double real -> real.toString().contains("E") ? real.toString() : real + "E0";
      case BigDecimal exact -> exact.toPlainString();
      case LocalDate date -> "DATE '" + date + "'";
      case LocalDateTime time -> "TIMESTAMP '" + time.toString().replace('T', ' ') + "'";
      case byte[] bytes -> "X'" + HexFormat.of().formatHex(bytes) + "'";
      case String text -> text(text);
      default -> value.toString();
    };
  }

  /** A text as a literal. */
  default String text(String value) {
    return "'" + value.replace("'", "''") + "'";
  }

  /** A database that was made here. */
  interface Target {
    /** The driver itself, on which everything may be done. */
    Connection writer() throws SQLException;

    /** The driver itself, set to hand rows over as they come. */
    default Connection reader() throws SQLException {
      return writer();
    }

    /** The database as a source. */
    SourceDefinition source(String name);
  }
}
