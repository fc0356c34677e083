package dev.alidade.app;

import dev.alidade.ask.Past;
import dev.alidade.ask.PastTurn;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.chart.ChartSubject;
import dev.alidade.operation.Invocation;
import dev.alidade.saved.BoundQuery;
import dev.alidade.saved.SavedFeature;
import java.util.Map;
import java.util.Optional;

/** Lets saved queries and answers be drawn, as far as their caller may see them. */
final class ChartSubjects implements ChartSubject.Finder {
  private final SavedFeature saved;
  private final Past past;

  ChartSubjects(SavedFeature saved, Past past) {
    this.saved = saved;
    this.past = past;
  }

  @Override
  public ChartSubject ofQuery(String name, Map<String, Object> values, Invocation invocation) {
    BoundQuery query = saved.bound(name, values, invocation.caller());
    return new ChartSubject(
        query.source(),
        query.sql(),
        query.parameters(),
        Optional.empty(),
        Optional.of(query.record()));
  }

  @Override
  public ChartSubject ofTurn(String conversation, Optional<String> turn, Invocation invocation) {
    PastTurn answer = past.turn(invocation.caller(), conversation, turn);
    if (answer.sql().isEmpty() || answer.source().isEmpty()) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "The turn `%s` has no rows to draw; name one that was answered, or ask again"
              .formatted(answer.turn()));
    }
    return new ChartSubject(
        answer.source().get(),
        answer.sql().get(),
        Optional.empty(),
        Optional.of(answer.asks().orElse(answer.question())),
        Optional.empty());
  }
}
