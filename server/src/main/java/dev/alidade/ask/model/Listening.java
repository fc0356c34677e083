package dev.alidade.ask.model;

import dev.alidade.base.Cancellation;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Who waits for a model's answer.
 *
 * @param text takes each piece of the answer as it comes
 * @param spent takes what each try cost, whether or not it brought an answer
 */
public record Listening(Cancellation cancellation, Consumer<String> text, Consumer<Tokens> spent) {
  public Listening {
    Objects.requireNonNull(cancellation, "cancellation");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(spent, "spent");
  }
}
