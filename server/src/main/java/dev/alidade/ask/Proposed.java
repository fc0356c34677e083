package dev.alidade.ask;

import dev.alidade.ask.plan.Understood;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A reading that was decided on and is about to run.
 *
 * @param topic what the conversation is about then; none where SQL came without a plan
 * @param kept what it kept of the answer before
 */
record Proposed(
    String source,
    String sql,
    String paraphrase,
    Trust trust,
    List<Understood> understood,
    Optional<Topic> topic,
    Optional<String> kept) {
  Proposed {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(sql, "sql");
    Objects.requireNonNull(paraphrase, "paraphrase");
    Objects.requireNonNull(trust, "trust");
    understood = List.copyOf(understood);
    Objects.requireNonNull(topic, "topic");
    Objects.requireNonNull(kept, "kept");
  }
}
