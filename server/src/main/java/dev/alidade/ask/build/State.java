package dev.alidade.ask.build;

import dev.alidade.ask.ground.BoundMetric;
import dev.alidade.ask.ground.Mention;
import dev.alidade.ask.plan.AggregateFunction;
import dev.alidade.ask.plan.ComparisonOperator;
import dev.alidade.ask.plan.TextMatchKind;
import dev.alidade.ask.text.Span;
import dev.alidade.sql.TableName;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/**
 * A reading of the first words of a question: the facts so far, and what the words before wait for.
 *
 * <p>A field that is null waits for nothing. States are copied, then changed, never shared while
 * they change.
 */
final class State {
  record Weighed(Feature feature, double value) {}

  /**
   * A word of ranking.
   *
   * @param ofValue whether it ranks by a value only, and never by how many rows there are
   */
  record Superlative(boolean descending, Long limit, boolean frequent, boolean ofValue, Span span) {
    /** The same by how many rows there are. */
    Superlative ofRows() {
      return new Superlative(descending, limit, frequent, false, span);
    }
  }

  final Weights weights;
  int position;
  double score;
  Chain<Weighed> features;
  Chain<Fact> facts;
  Chain<Mention> used;
  Chain<Integer> skipped;
  Set<TableName> tables = Set.of();

  Clause clause = Clause.SHOW;
  Link link = Link.NONE;
  Fact.Joint joint = Fact.Joint.AND;

  List<AggregateFunction> aggregates = List.of();
  boolean timed;
  boolean count;
  boolean distinct;
  boolean negated;
  boolean grouping;
  boolean leading;
  boolean between;
  ComparisonOperator compare;
  Target measured;
  BigDecimal number;
  Span numberSpan;
  BigDecimal low;
  Target subject;
  BoundMetric metric;
  AggregateFunction subjectAggregate;
  Superlative superlative;
  TextMatchKind match;
  Boolean descending;
  Target lastColumn;

  State(Weights weights) {
    this.weights = weights;
  }

  private State(State other) {
    weights = other.weights;
    position = other.position;
    score = other.score;
    features = other.features;
    facts = other.facts;
    used = other.used;
    skipped = other.skipped;
    tables = other.tables;
    clause = other.clause;
    link = other.link;
    joint = other.joint;
    aggregates = other.aggregates;
    timed = other.timed;
    count = other.count;
    distinct = other.distinct;
    negated = other.negated;
    grouping = other.grouping;
    leading = other.leading;
    between = other.between;
    compare = other.compare;
    measured = other.measured;
    number = other.number;
    numberSpan = other.numberSpan;
    low = other.low;
    subject = other.subject;
    metric = other.metric;
    subjectAggregate = other.subjectAggregate;
    superlative = other.superlative;
    match = other.match;
    descending = other.descending;
    lastColumn = other.lastColumn;
  }

  /** All that decides how a reading can go on; of two with the same, the better one suffices. */
  record Signature(List<Object> parts) {}

  Signature signature() {
    return new Signature(
        java.util.Arrays.asList(
            facts,
            clause,
            link,
            joint,
            aggregates,
            timed,
            count,
            distinct,
            negated,
            grouping,
            leading,
            between,
            compare,
            measured,
            number,
            low,
            subject,
            metric,
            subjectAggregate,
            superlative,
            match,
            descending,
            lastColumn));
  }

  State copy() {
    return new State(this);
  }

  /** A copy that has read the mention. */
  State after(Mention mention) {
    State next = new State(this);
    next.position = mention.span().end();
    next.used = Chain.plus(used, mention);
    return next;
  }

  State feature(Feature feature, double value) {
    score += weights.of(feature) * value;
    features = Chain.plus(features, new Weighed(feature, value));
    return this;
  }

  State feature(Feature feature) {
    return feature(feature, 1);
  }

  /** Adds the feature with its refinements for where in the sentence it occurs. */
  State feature(Feature.Family family, Clause at, Link after) {
    return feature(family.base()).feature(family.in(at)).feature(family.after(at, after));
  }

  State fact(Fact fact) {
    facts = Chain.plus(facts, fact);
    return this;
  }

  Fact lastFact() {
    return facts == null ? null : facts.last();
  }

  State touch(TableName table) {
    if (!tables.contains(table)) {
      Set<TableName> more = new java.util.LinkedHashSet<>(tables);
      more.add(table);
      tables = more;
    }
    return this;
  }

  boolean shows() {
    for (Chain<Fact> at = facts; at != null; at = at.before()) {
      if (at.last() instanceof Fact.Show
          || at.last() instanceof Fact.ShowTable
          || at.last() instanceof Fact.ShowAll
          || at.last() instanceof Fact.ShowCount
          || at.last() instanceof Fact.ShowMetric) {
        return true;
      }
    }
    return false;
  }

  /** Whether what comes next may be one more dimension: "by brand and ...". */
  boolean mayGroupOn() {
    boolean listed = link == Link.AND || link == Link.COMMA;
    boolean grouped =
        lastFact() instanceof Fact.GroupColumn
            || lastFact() instanceof Fact.GroupTable
            || lastFact() instanceof Fact.GroupPeriod;
    return listed && grouped && !waits() && !count;
  }

  /** Whether something waits beside an aggregate. */
  boolean waitsForMore() {
    return superlative != null || number != null || subject != null || compare != null;
  }

  /** Whether some word still waits for another. */
  boolean waits() {
    return number != null || superlative != null || waitsOtherwise();
  }

  /** Whether a word other than a number still waits. */
  boolean waitsBesideNumber() {
    return superlative != null || waitsOtherwise();
  }

  /** Whether a word other than a superlative still waits. */
  boolean waitsBesideRanking() {
    return number != null || waitsOtherwise();
  }

  private boolean waitsOtherwise() {
    return !aggregates.isEmpty()
        || grouping
        || between
        || compare != null
        || subject != null
        || metric != null
        || match != null;
  }
}
