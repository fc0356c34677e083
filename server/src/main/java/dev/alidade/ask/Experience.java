package dev.alidade.ask;

import dev.alidade.ask.verified.VerifiedPair;
import dev.alidade.base.Caller;
import dev.alidade.semantic.Synonym;
import java.util.List;
import java.util.Objects;

/** What people have taught besides what the semantic models say, and what they hint at. */
public interface Experience {
  /** Nobody teaches anything. */
  Experience NONE =
      new Experience() {
        @Override
        public List<VerifiedPair> pairs(String source) {
          return List.of();
        }

        @Override
        public void noticed(Hint hint) {}
      };

  /** The questions of a source whose answers were approved, the latest first. */
  List<VerifiedPair> pairs(String source);

  /** Somebody has said in other words what was not understood. */
  void noticed(Hint hint);

  /** What words of a turn seem to mean to whom. */
  record Hint(Caller caller, String source, Synonym synonym, String conversation, String turn) {
    public Hint {
      Objects.requireNonNull(caller, "caller");
      Objects.requireNonNull(source, "source");
      Objects.requireNonNull(synonym, "synonym");
      Objects.requireNonNull(conversation, "conversation");
      Objects.requireNonNull(turn, "turn");
    }
  }
}
