package dev.alidade.ask.model;

import java.util.Optional;
import java.util.function.Consumer;

/** An answer while it comes. */
final class Draft {
  private final Consumer<String> watcher;
  private final StringBuilder text = new StringBuilder();
  private Tokens tokens = Tokens.NONE;
  private Optional<Ending> ending = Optional.empty();
  private boolean finished;

  Draft(Consumer<String> watcher) {
    this.watcher = watcher;
  }

  /** Why an answer ends. */
  enum Ending {
    COMPLETE,
    TOO_LONG,
    DECLINED
  }

  void add(String piece) {
    if (!piece.isEmpty()) {
      text.append(piece);
      watcher.accept(piece);
    }
  }

  /** The input so far known to have been read, where it is more than nothing. */
  void input(long count) {
    tokens = new Tokens(Math.max(count, tokens.input()), tokens.output());
  }

  void output(long count) {
    tokens = new Tokens(tokens.input(), Math.max(count, tokens.output()));
  }

  void end(Ending why) {
    ending = Optional.of(why);
  }

  /** The server said that nothing more comes. */
  void finish() {
    finished = true;
  }

  boolean isFinished() {
    return finished;
  }

  Optional<Ending> ending() {
    return ending;
  }

  String text() {
    return text.toString();
  }

  Tokens tokens() {
    return tokens;
  }
}
