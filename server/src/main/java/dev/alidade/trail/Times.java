package dev.alidade.trail;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Reads days and times as people write them. */
final class Times {
  private Times() {}

  static Instant read(String field, String text) {
    try {
      return text.length() == 10
          ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
          : Instant.parse(text);
    } catch (DateTimeException malformed) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "`%s` must be a date such as 2026-01-31 or a time such as 2026-01-31T12:00:00Z"
              .formatted(field));
    }
  }
}
