package dev.alidade.ask;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import java.util.Optional;

/**
 * What a planner that the asker named is to plan: the question that comes with it, or the last one
 * of the conversation again.
 *
 * @param source where it is asked
 * @param before the turn that this one takes the topic from
 * @param versionOf the turn whose question it is, where it is asked again
 */
record PlannedAnew(
    String question, Optional<String> source, Optional<String> before, Optional<String> versionOf) {

  static PlannedAnew of(AskInput input, Optional<ConversationStore.Kept> last) {
    Optional<String> source = input.source().or(() -> last.flatMap(kept -> kept.answer().source()));
    Optional<String> said = input.question().map(String::strip).filter(text -> !text.isEmpty());
    if (said.isPresent()) {
      return new PlannedAnew(
          said.get(), source, last.map(kept -> kept.answer().turn()), Optional.empty());
    }
    return again(last.orElseThrow(PlannedAnew::nothing), source);
  }

  private static PlannedAnew again(ConversationStore.Kept last, Optional<String> source) {
    AskOutput answer = last.answer();
    String question = whole(last);
    boolean same = question.equals(answer.question());
    return new PlannedAnew(
        question,
        source,
        same ? last.memory().before() : Optional.of(answer.turn()),
        same ? answer.versionOf().or(() -> Optional.of(answer.turn())) : Optional.empty());
  }

  private static String whole(ConversationStore.Kept last) {
    AskOutput answer = last.answer();
    return last.memory()
        .asks()
        .or(
            () ->
                answer.status() == AskStatus.ANSWERED
                    ? Optional.empty()
                    : Optional.of(answer.question()))
        .orElseThrow(
            () ->
                new AlidadeException(
                    ErrorCode.INVALID_INPUT,
                    "The last turn changed the answer before it, and planners plan whole questions;"
                        + " give the whole `question` with the `planner`"));
  }

  private static AlidadeException nothing() {
    return new AlidadeException(
        ErrorCode.INVALID_INPUT,
        "The conversation has no question to ask again; give a `question` with the `planner`");
  }
}
