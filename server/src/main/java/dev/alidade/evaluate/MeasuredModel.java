package dev.alidade.evaluate;

import dev.alidade.ask.Reading;
import dev.alidade.ask.SecondOpinion;
import dev.alidade.ask.model.Models;
import dev.alidade.ask.model.Price;
import dev.alidade.ask.model.Usage;
import dev.alidade.query.QueryService;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;

/** A language model that is measured, and what went wrong with it. */
final class MeasuredModel {
  private final Models models;
  private final String name;
  private final Map<String, Integer> notes = new ConcurrentSkipListMap<>();

  MeasuredModel(Models models, String name) {
    this.models = models;
    this.name = name;
  }

  /** The model's opinions on one database; one question is asked after the other. */
  OnDatabase on(QueryService queries) {
    return new OnDatabase(queries);
  }

  /** What it said instead of plans, and how often. */
  Map<String, Integer> notes() {
    return notes;
  }

  /** One database, whose questions may be asked on different days. */
  final class OnDatabase {
    private final QueryService queries;
    private final Map<Clock, SecondOpinion> byDay = new ConcurrentHashMap<>();
    private Usage used = Usage.NONE;

    private OnDatabase(QueryService queries) {
      this.queries = queries;
    }

    /** Readings that the model made or confirmed: the built-in planner's are not its own. */
    Answered answer(SuiteQuestion question, SecondOpinion.Asked asked, Plans builtIn) {
      used = Usage.NONE;
      Consumer<Usage> count = usage -> used = used.plus(usage);
      SecondOpinion opinion =
          byDay.computeIfAbsent(
              question.clock(), clock -> models.opinion(name, queries, clock, count));
      SecondOpinion.Opinion said = opinion.on(asked, builtIn.readings(), builtIn.decision());
      said.notes().forEach(note -> notes.merge(note, 1, Integer::sum));
      boolean own =
          !said.readings().isEmpty()
              && said.readings().getFirst().origin() != Reading.Origin.BUILT_IN;
      return new Answered(
          own ? new Plans(said.readings(), said.decision()) : Plans.NONE,
          new Spent(
              used.tokens().input(), used.tokens().output(), Price.amount(used.millionths())));
    }
  }

  /** What it made of a question, and what that cost. */
  record Answered(Plans plans, Spent spent) {}
}
