package dev.alidade.ask.converse;

import dev.alidade.ask.plan.AggregateFunction;
import dev.alidade.ask.plan.Predicate;
import dev.alidade.ask.plan.SelectPlan;
import dev.alidade.ask.text.TimeCut;
import dev.alidade.chart.ChartKind;
import dev.alidade.sql.TableName;
import java.util.List;
import java.util.Optional;

/** One change of a plan, or something asked about it. */
public sealed interface Edit {
  /** Something asked about the conversation and not about data. */
  enum Request implements Edit {
    /** How the last answer came about. */
    EXPLAIN,
    /** Back to the answer before the last. */
    UNDO,
    /** Nothing is kept. */
    START_OVER
  }

  /**
   * A condition on a column; one that stands on the same column is replaced.
   *
   * @param test written with {@link Place#use()}
   * @param also whether rows that fulfill the old condition stay
   */
  record Filter(Place place, Predicate test, boolean also, String words) implements Edit {}

  /** A condition on the measure of each group, or on what rows are sorted by. */
  record MeasureFilter(
      dev.alidade.ask.plan.ComparisonOperator operator, java.math.BigDecimal value, String words)
      implements Edit {}

  /** Conditions on a column are dropped; without a column, all of them, or those on time only. */
  record Unfilter(Optional<Place> place, boolean timeOnly) implements Edit {}

  /** What rows are gathered by: columns, or what dates are told apart by. */
  record Group(List<Place> places, Optional<TimeCut> cut, boolean also) implements Edit {
    public Group {
      places = List.copyOf(places);
    }
  }

  /** What is computed: a function of a column; without a column, of the same one as before. */
  record Measure(Optional<AggregateFunction> function, Optional<Place> place) implements Edit {}

  /** How many rows the last answer has. */
  record Count(Optional<TableName> of) implements Edit {}

  /** Further columns are shown. */
  record Show(List<Place> places) implements Edit {
    public Show {
      places = List.copyOf(places);
    }
  }

  /** Columns are shown no more. */
  record Hide(List<Place> places) implements Edit {
    public Hide {
      places = List.copyOf(places);
    }
  }

  /** How rows are sorted; without a place, by what they are sorted by, or by the measure. */
  record Sort(Optional<Place> place, Optional<Boolean> descending) implements Edit {}

  /** The order is turned around. */
  record Turn() implements Edit {}

  /** How many rows at most; none: all. */
  record Limit(Optional<Long> rows, Optional<Boolean> descending) implements Edit {}

  /** How the answer is drawn; without a kind, not at all. */
  record Draw(Optional<ChartKind> kind) implements Edit {}

  /** Another plan, of rows that belong to those of the last answer. */
  record OfLastRows(SelectPlan plan, TableName table) implements Edit {}
}
