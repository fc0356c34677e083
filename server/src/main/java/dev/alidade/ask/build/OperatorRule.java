package dev.alidade.ask.build;

import dev.alidade.ask.ground.Mention;
import dev.alidade.ask.ground.OperatorKind;
import dev.alidade.ask.plan.AcrossKind;
import dev.alidade.ask.plan.AggregateFunction;
import dev.alidade.ask.plan.TextMatchKind;
import dev.alidade.ask.text.TimeCut;
import dev.alidade.sql.TimeGrain;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Words that do something to others change what the reading waits for. */
final class OperatorRule implements Rule<Mention.OfOperator> {
  private static final Map<OperatorKind, Feature.Family> READ = new EnumMap<>(OperatorKind.class);
  private static final Feature WORDS = Feature.of("operator.words");
  private static final Feature SORT_SET = Feature.of("direction.after-key");
  private static final Feature SORT_SHOWN = Feature.of("direction.of-shown");
  private static final Feature FREQUENT_LAST = Feature.of("frequent.of-shown");
  private static final Feature MEASURE_SCORE = Feature.of("superlative.measure-score");
  private static final Feature AVERAGE_OF_SUBJECT = Feature.of("aggregate.of-subject");
  private static final Set<String> LEADING = Set.of("by", "per");
  private static final Feature ASK_AGAIN = Feature.of("ask.again");

  static {
    for (OperatorKind kind : OperatorKind.values()) {
      READ.put(kind, new Feature.Family("operator." + kind));
    }
  }

  private final ComparisonRule comparison = new ComparisonRule();

  @Override
  public void apply(
      State state, Mention.OfOperator mention, Surroundings around, Consumer<State> out) {
    State next = state.after(mention);
    next.feature(WORDS, mention.span().length());
    next.feature(READ.get(mention.kind()), state.clause, state.link);
    switch (mention.kind()) {
      case ASK -> ask(next, state, out);
      case ASK_FOR -> {
        if (!state.waits()) {
          next.clause = Clause.SHOW;
          out.accept(next.fact(new Fact.ShowKind(mention.argument(), mention.span())));
        }
      }
      case EVERYTHING -> {
        if (!state.waits() && state.clause == Clause.SHOW) {
          out.accept(next.fact(new Fact.ShowAll(mention.span())));
        }
      }
      case COUNT -> count(next, state, mention, out);
      case AGGREGATE -> aggregate(next, state, mention, out);
      case SUPERLATIVE -> superlative(next, state, mention, around, out);
      case FREQUENT -> frequent(next, state, mention, out);
      case COMPARE, BETWEEN, TIMES -> comparison.apply(next, state, mention, out);
      case ACROSS -> across(next, state, mention, out);
      case SIDE_BY_SIDE -> {
        if (!state.waits() && !state.count) {
          out.accept(next.fact(new Fact.SideBySide(mention.span())));
        }
      }
      case AVERAGE_COUNT -> {
        if (!state.waits() && !state.count && state.clause == Clause.SHOW) {
          next.count = true;
          out.accept(next.fact(new Fact.AverageOver(mention.span())));
        }
      }
      case NOT, EXCEPT -> {
        next.negated = true;
        if (mention.kind() == OperatorKind.EXCEPT) {
          next.clause = Clause.CONDITION;
        }
        out.accept(next);
      }
      case EACH -> each(next, state, mention, out);
      case ORDER -> {
        if (!state.waits()) {
          next.clause = Clause.SORT;
          out.accept(next);
        }
      }
      case DIRECTION -> direction(next, state, mention, out);
      case DISTINCT -> {
        next.distinct = true;
        out.accept(next);
      }
      case AND -> {
        next.link =
            switch (mention.argument()) {
              case "comma" -> Link.COMMA;
              case "but" -> Link.BUT;
              default -> Link.AND;
            };
        out.accept(next);
      }
      case OR -> {
        next.link = Link.OR;
        next.joint = mention.argument().isEmpty() ? Fact.Joint.OR : state.joint;
        out.accept(next);
      }
      case BOTH -> {
        next.joint = Fact.Joint.BOTH;
        out.accept(next);
      }
      case TEXT_MATCH -> {
        if (state.match == null && state.number == null && !state.between) {
          next.match = TextMatchKind.valueOf(mention.argument());
          out.accept(next);
        }
      }
      case MISSING -> missing(next, state, mention, out);
      case LINK -> link(next, state, mention, out);
    }
  }

  private static void ask(State next, State state, Consumer<State> out) {
    if (state.waits()) {
      return;
    }
    next.clause = Clause.SHOW;
    next.link = Link.NONE;
    if (state.shows()) {
      next.feature(ASK_AGAIN);
    }
    out.accept(next);
  }

  private static void count(
      State next, State state, Mention.OfOperator mention, Consumer<State> out) {
    if (state.match != null || state.count || state.between) {
      return;
    }
    if (state.clause == Clause.SORT) {
      boolean descending = state.descending != null && state.descending;
      next.fact(
          new Fact.SortCount(
              Optional.empty(), Optional.empty(), descending, Optional.empty(), mention.span()));
      out.accept(next);
      return;
    }
    if (state.superlative != null || state.compare != null) {
      // "the largest number of orders", "more than the number of": the table that follows is
      // counted.
      if (state.superlative != null) {
        next.superlative = state.superlative.ofRows();
      }
      out.accept(next);
      return;
    }
    if (state.subject != null || state.number != null) {
      return;
    }
    next.count = true;
    next.distinct = state.distinct || mention.argument().equals("distinct");
    out.accept(next);
  }

  private static void aggregate(
      State next, State state, Mention.OfOperator mention, Consumer<State> out) {
    List<String> words = List.of(mention.argument().split(" ", -1));
    AggregateFunction function = AggregateFunction.valueOf(words.getFirst());
    next.timed = words.contains("time") || (state.timed && !state.aggregates.isEmpty());
    boolean twice = state.superlative != null && !function.needsNumbers();
    if (state.count || state.match != null || twice) {
      return;
    }
    Target subject = state.subject == null ? state.measured : state.subject;
    if (state.compare != null && subject != null) {
      State closed = next.copy().feature(AVERAGE_OF_SUBJECT);
      closed.subject = null;
      closed.measured = null;
      closed.compare = null;
      closed.negated = false;
      closed.fact(
          new Fact.Condition(
              subject,
              new Test.ComparesAggregate(state.compare, function, subject),
              state.negated,
              state.joint,
              mention.span()));
      out.accept(closed);
    }
    List<AggregateFunction> more = new ArrayList<>(state.aggregates);
    more.add(function);
    next.aggregates = more;
    out.accept(next);
  }

  private static void superlative(
      State next,
      State state,
      Mention.OfOperator mention,
      Surroundings around,
      Consumer<State> out) {
    if (state.superlative != null
        || state.match != null
        || state.subject != null
        || state.between
        || !state.aggregates.isEmpty()) {
      return;
    }
    boolean descending = mention.argument().startsWith("most");
    boolean ofValue = mention.argument().endsWith("value");
    long limit = state.number == null ? 1 : state.number.longValue();
    next.number = null;
    next.numberSpan = null;
    if (state.metric != null) {
      // "spent the most": what is ranked by stands before how.
      next.metric = null;
      next.fact(new Fact.SortMetric(state.metric, descending, Optional.of(limit), mention.span()));
      out.accept(next);
      return;
    }
    if (mention.column().isPresent()) {
      Mention.OfColumn measured = mention.column().get();
      next = measuredBy(next, state, mention, measured, around);
      next.fact(
          new Fact.SortColumn(
              Optional.of(new Target(measured.table(), measured.column())),
              Optional.empty(),
              descending,
              Optional.of(limit),
              mention.span()));
      out.accept(next);
      return;
    }
    next.superlative = new State.Superlative(descending, limit, false, ofValue, mention.span());
    out.accept(next);
  }

  private static State measuredBy(
      State next,
      State state,
      Mention.OfOperator mention,
      Mention.OfColumn measured,
      Surroundings around) {
    State reading = Attachment.read(next, measured, around);
    reading.feature(MEASURE_SCORE, measured.score());
    reading.used = Chain.plus(state.used, mention);
    reading.lastColumn = state.lastColumn;
    return reading;
  }

  private static void frequent(
      State next, State state, Mention.OfOperator mention, Consumer<State> out) {
    if (state.superlative != null || state.match != null) {
      return;
    }
    boolean descending = mention.argument().equals("most");
    long limit = state.number == null ? 1 : state.number.longValue();
    next.number = null;
    State waiting = next.copy();
    waiting.superlative = new State.Superlative(descending, limit, true, false, mention.span());
    out.accept(waiting);
    if (state.shows() || state.tables.size() > 0) {
      next.feature(FREQUENT_LAST);
      next.fact(
          new Fact.SortCount(
              Optional.empty(), Optional.empty(), descending, Optional.of(limit), mention.span()));
      out.accept(next);
    }
  }

  private static void across(
      State next, State state, Mention.OfOperator mention, Consumer<State> out) {
    if (state.waitsBesideRanking() || state.count) {
      return;
    }
    List<String> words = List.of(mention.argument().split(" ", -1));
    next.count = words.contains("count");
    next.fact(new Fact.Across(AcrossKind.valueOf(words.getFirst()), mention.span()));
    if (words.contains("by") && !grouped(state)) {
      TimeCut cut = new TimeCut.Into(TimeGrain.valueOf(words.getLast()));
      State periods = next.copy();
      out.accept(periods.fact(new Fact.GroupPeriod(cut, mention.span())));
    }
    out.accept(next);
  }

  private static boolean grouped(State state) {
    return Chain.list(state.facts).stream().anyMatch(Fact.GroupPeriod.class::isInstance);
  }

  private static void each(
      State next, State state, Mention.OfOperator mention, Consumer<State> out) {
    if (state.grouping || state.match != null || state.subject != null) {
      return;
    }
    boolean by = mention.argument().equals("by");
    if (by && state.clause == Clause.SORT) {
      out.accept(next);
      return;
    }
    if (by && state.superlative != null) {
      out.accept(next.copy());
    }
    next.grouping = true;
    next.leading = LEADING.contains(mention.argument());
    next.clause = Clause.GROUP;
    out.accept(next);
  }

  private static void direction(
      State next, State state, Mention.OfOperator mention, Consumer<State> out) {
    boolean descending = mention.argument().equals("descending");
    next.clause = Clause.SORT;
    next.descending = descending;
    if (state.lastFact() instanceof Fact.SortColumn sort && sort.limit().isEmpty()) {
      next.facts =
          Chain.plus(
              state.facts.before(),
              new Fact.SortColumn(
                  sort.target(), sort.aggregate(), descending, sort.limit(), sort.span()));
      out.accept(next.feature(SORT_SET));
      return;
    }
    if (state.lastFact() instanceof Fact.SortCount sort && sort.limit().isEmpty()) {
      next.facts =
          Chain.plus(
              state.facts.before(),
              new Fact.SortCount(sort.table(), sort.per(), descending, sort.limit(), sort.span()));
      out.accept(next.feature(SORT_SET));
      return;
    }
    if (state.waits()) {
      return;
    }
    out.accept(next.copy());
    next.fact(
        new Fact.SortColumn(
            Optional.empty(), Optional.empty(), descending, Optional.empty(), mention.span()));
    out.accept(next.feature(SORT_SHOWN));
  }

  private static void missing(
      State next, State state, Mention.OfOperator mention, Consumer<State> out) {
    if (state.subject == null || state.compare != null) {
      return;
    }
    next.subject = null;
    next.negated = false;
    next.fact(
        new Fact.Condition(
            state.subject, new Test.Missing(), state.negated, state.joint, mention.span()));
    out.accept(next);
  }

  private static void link(
      State next, State state, Mention.OfOperator mention, Consumer<State> out) {
    Link link = Link.of(mention.argument());
    next.link = link;
    switch (link) {
      case WITH, WHOSE, THAT, HAVE, IN, NAMED -> {
        if (state.clause == Clause.SHOW
            && (state.shows() || !state.tables.isEmpty() || state.count)) {
          next.clause = Clause.CONDITION;
        }
      }
      case END -> {
        if (state.subject != null || state.match != null || state.between) {
          return;
        }
        next.clause = Clause.SHOW;
        next.negated = false;
      }
      case NONE, OF, POSSESSIVE, FOR, TO, BYAGENT, IS, THAN, AND, COMMA, OR, BUT -> {
        // These leave the clause as it is.
      }
    }
    out.accept(next);
  }

  static BigDecimal numberOf(String text) {
    return new BigDecimal(text);
  }
}
