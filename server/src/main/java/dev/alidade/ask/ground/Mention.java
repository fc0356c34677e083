package dev.alidade.ask.ground;

import dev.alidade.ask.text.Period;
import dev.alidade.ask.text.Span;
import dev.alidade.ask.text.TimeCut;
import dev.alidade.ask.text.Units;
import dev.alidade.engine.Column;
import dev.alidade.sql.DatePart;
import dev.alidade.sql.TableName;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/** What some words of a question may stand for. */
public sealed interface Mention {
  /** The words. */
  Span span();

  /** How well they fit, up to 1. */
  double score();

  /** What they would mean, for people. */
  String meaning();

  /** A table. */
  record OfTable(Span span, TableName table, double score) implements Mention {
    @Override
    public String meaning() {
      return "table " + table.table();
    }
  }

  /**
   * A column; {@code sameNames} tells how many columns the words fit as well.
   *
   * @param full whether the words name the column wholly
   */
  record OfColumn(
      Span span, TableName table, Column column, double score, boolean full, int sameNames)
      implements Mention {
    @Override
    public String meaning() {
      return table.table() + "." + column.name();
    }
  }

  /**
   * A stored value of a column.
   *
   * @param exact whether the words are the whole value
   */
  record OfValue(
      Span span, TableName table, Column column, String value, double score, boolean exact)
      implements Mention {
    @Override
    public String meaning() {
      return table.table() + "." + column.name() + " = " + value;
    }
  }

  /** A word that many values of a column hold: "kayak" in names of products. */
  record OfPart(Span span, TableName table, Column column, String text) implements Mention {
    @Override
    public double score() {
      return 0.7;
    }

    @Override
    public String meaning() {
      return table.table() + "." + column.name() + " contains " + text;
    }
  }

  /** A metric of the semantic model. */
  record OfMetric(Span span, BoundMetric metric) implements Mention {
    @Override
    public double score() {
      return 1;
    }

    @Override
    public String meaning() {
      return "the metric " + metric.name();
    }
  }

  /** Two columns that together hold full names. */
  record OfNameColumns(Span span, OfColumn first, OfColumn last) implements Mention {
    @Override
    public double score() {
      return Math.min(first.score(), last.score());
    }

    @Override
    public String meaning() {
      return first.meaning() + " and " + last.meaning();
    }
  }

  /** A full name that two columns hold in parts. */
  record OfFullName(Span span, OfValue first, OfValue last) implements Mention {
    @Override
    public double score() {
      return Math.min(first.score(), last.score());
    }

    @Override
    public String meaning() {
      return first.meaning() + " and " + last.meaning();
    }
  }

  /** A number, with the unit that was said. */
  record OfNumber(Span span, BigDecimal value, boolean inDigits, Optional<Units.Unit> unit)
      implements Mention {
    @Override
    public double score() {
      return 1;
    }

    @Override
    public String meaning() {
      return "the number " + value.toPlainString() + unit.map(said -> " " + said.name()).orElse("");
    }
  }

  /** A stretch of time; {@code relative} ones count from today. */
  record OfPeriod(Span span, Period period, boolean relative) implements Mention {
    @Override
    public double score() {
      return 1;
    }

    @Override
    public String meaning() {
      return period.start().map(start -> "from " + start + " ").orElse("")
          + period.end().map(end -> "until " + end.minusDays(1)).orElse("on");
    }
  }

  /** What dates are grouped by: "month", "weekday". */
  record OfGrain(Span span, TimeCut cut) implements Mention {
    @Override
    public double score() {
      return 1;
    }

    @Override
    public String meaning() {
      return "each " + cut.label();
    }
  }

  /** Some values of a part of a date, such as the days of weekends; the ends are included. */
  record OfTimePart(Span span, DatePart part, int first, int last) implements Mention {
    @Override
    public double score() {
      return 1;
    }

    @Override
    public String meaning() {
      String name = new TimeCut.Part(part).label();
      return first == last ? name + " " + first : name + " from " + first + " to " + last;
    }
  }

  /** A text in quotes, or a word that may be meant literally. */
  record OfText(Span span, String text, boolean quoted) implements Mention {
    @Override
    public double score() {
      return 1;
    }

    @Override
    public String meaning() {
      return "the text \"" + text + "\"";
    }
  }

  /**
   * A word that does something to the others.
   *
   * @param column what an adjective measures: "older" measures an age
   */
  record OfOperator(
      Span span, OperatorKind kind, String argument, Optional<OfColumn> column, double score)
      implements Mention {
    public OfOperator {
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(argument, "argument");
      Objects.requireNonNull(column, "column");
    }

    @Override
    public String meaning() {
      return column.map(measured -> measured.meaning() + ", ").orElse("")
          + OperatorMeaning.of(kind, argument);
    }
  }
}
