package dev.alidade.engine.mysql;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** Binds values so that they arrive as they are. */
final class MySqlValues {
  private MySqlValues() {}

  static void bind(PreparedStatement statement, int index, Object value) throws SQLException {
    switch (value) {
      case null -> statement.setNull(index, Types.VARCHAR);
      case Boolean flag -> statement.setBoolean(index, flag);
      case Long number -> statement.setLong(index, number);
      case Integer number -> statement.setLong(index, number);
      case BigDecimal number -> statement.setBigDecimal(index, number);
      case Double number -> statement.setDouble(index, number);
      case String text -> statement.setString(index, text);
      case LocalDate date -> statement.setObject(index, date);
      case LocalTime time -> statement.setObject(index, time);
      case LocalDateTime moment -> statement.setObject(index, moment);
      // The session is in UTC, so this is the moment for a TIMESTAMP and its time in UTC for
      // others.
      case OffsetDateTime moment ->
          statement.setObject(
              index, moment.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime());
      case byte[] bytes -> statement.setBytes(index, bytes);
      case UUID id -> statement.setString(index, id.toString());
      default ->
          throw new AlidadeException(
              ErrorCode.PARAMETER_INVALID,
              "A value of type %s cannot be bound; give a text, number, date or truth value"
                  .formatted(value.getClass().getSimpleName()));
    }
  }
}
