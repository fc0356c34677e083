package dev.alidade.learn;

import dev.alidade.operation.Description;
import java.util.Objects;
import java.util.Optional;

/** What {@code give_feedback} takes. */
public record FeedbackInput(
    @Description("Whether the answer was right") Verdict verdict,
    @Description("One of your conversations, or `last`") String conversation,
    @Description("The turn that is spoken of; the last one unless said") Optional<String> turn,
    @Description("What was wrong, or what should be known") Optional<String> note,
    @Description("SQL that answers the question right; it is tried with your access")
        Optional<String> correctedSql,
    @Description(
            "What was meant, as a whole question: it takes the place of a follow-up's words, and "
                + "of words that were not understood")
        Optional<String> question,
    @Description("The source of the corrected SQL, where the turn reached none")
        Optional<String> source) {
  public FeedbackInput {
    Objects.requireNonNull(verdict, "verdict");
    Objects.requireNonNull(conversation, "conversation");
    Objects.requireNonNull(turn, "turn");
    Objects.requireNonNull(note, "note");
    Objects.requireNonNull(correctedSql, "correctedSql");
    Objects.requireNonNull(question, "question");
    Objects.requireNonNull(source, "source");
  }
}
