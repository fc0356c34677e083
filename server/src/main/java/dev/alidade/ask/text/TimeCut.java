package dev.alidade.ask.text;

import dev.alidade.sql.DatePart;
import dev.alidade.sql.TimeGrain;
import java.util.Locale;

/** By what a date is told apart from others: the period that it falls into, or one of its parts. */
public sealed interface TimeCut {
  /** What people call it. */
  String label();

  /** The period that a date falls into. */
  record Into(TimeGrain grain) implements TimeCut {
    @Override
    public String label() {
      return grain.name().toLowerCase(Locale.ROOT);
    }
  }

  /** A part of a date, such as its weekday, of every week alike. */
  record Part(DatePart part) implements TimeCut {
    @Override
    public String label() {
      return part.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }
}
