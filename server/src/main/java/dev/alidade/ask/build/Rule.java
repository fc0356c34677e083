package dev.alidade.ask.build;

import dev.alidade.ask.ground.Mention;
import java.util.function.Consumer;

/** How readings go on with one kind of mention. */
interface Rule<M extends Mention> {
  /** Gives every reading that continues {@code state} with {@code mention}; may give none. */
  void apply(State state, M mention, Surroundings around, Consumer<State> out);
}
