package dev.alidade.evaluate;

import dev.alidade.ask.QuestionReader;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The readers of questions, whose clock shows the day on which a question is asked. */
final class Readers {
  private final Function<Clock, QuestionReader> made;
  private final Map<Clock, QuestionReader> byClock = new ConcurrentHashMap<>();

  Readers(Function<Clock, QuestionReader> made) {
    this.made = made;
  }

  QuestionReader of(SuiteQuestion question) {
    return byClock.computeIfAbsent(question.clock(), made);
  }
}
