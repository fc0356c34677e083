package dev.alidade.ask;

import dev.alidade.operation.Description;
import dev.alidade.operation.Failure;
import java.util.Objects;
import java.util.Optional;

/** A turn of somebody else's conversation, as its reader may see it. */
public record SharedTurn(
    @Description("Its place among the turns that are shared, from 1") int number,
    String askedAt,
    @Description("The question; absent where it would say what you may not see")
        Optional<String> question,
    @Description("The answer, made anew from what you may see") Optional<AskOutput> answer,
    @Description("Why there is no answer") Optional<Failure> error) {
  public SharedTurn {
    Objects.requireNonNull(askedAt, "askedAt");
    Objects.requireNonNull(question, "question");
    Objects.requireNonNull(answer, "answer");
    Objects.requireNonNull(error, "error");
  }
}
