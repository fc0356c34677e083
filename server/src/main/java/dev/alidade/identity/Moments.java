package dev.alidade.identity;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Moments as they are typed and shown. */
final class Moments {
  private Moments() {}

  static String text(Instant moment) {
    return moment.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** Reads `2027-01-31`, the end of which counts, or `2027-01-31T12:00:00Z`. */
  static Instant read(String field, String text) {
    try {
      if (text.length() <= 10) {
        return LocalDate.parse(text).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
      }
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException malformed) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "`%s` is a day such as 2027-01-31 or a moment such as 2027-01-31T12:00:00Z"
              .formatted(field),
          malformed);
    }
  }
}
