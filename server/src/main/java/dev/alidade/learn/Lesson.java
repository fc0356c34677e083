package dev.alidade.learn;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.alidade.ask.plan.Plan;
import dev.alidade.semantic.Synonym;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** What is proposed to be learned. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Lesson.OfSynonym.class, name = "synonym"),
  @JsonSubTypes.Type(value = Lesson.OfQuestion.class, name = "verified_question")
})
sealed interface Lesson {
  /** Other words for something. */
  record OfSynonym(Synonym synonym) implements Lesson {
    public OfSynonym {
      Objects.requireNonNull(synonym, "synonym");
    }
  }

  /**
   * A question with its answer.
   *
   * @param plan how it is answered; none where the answer is SQL
   * @param readOn the day that relative dates of the question counted from
   */
  record OfQuestion(String question, String sql, Optional<Plan> plan, LocalDate readOn)
      implements Lesson {
    public OfQuestion {
      Objects.requireNonNull(question, "question");
      Objects.requireNonNull(sql, "sql");
      Objects.requireNonNull(plan, "plan");
      Objects.requireNonNull(readOn, "readOn");
    }
  }

  default ProposalKind kind() {
    return switch (this) {
      case OfSynonym synonym -> ProposalKind.SYNONYM;
      case OfQuestion question -> ProposalKind.VERIFIED_QUESTION;
    };
  }

  /** The same for two lessons that teach the same. */
  default String same() {
    return switch (this) {
      case OfSynonym(Synonym synonym) -> synonym.words() + "\n" + synonym.target();
      case OfQuestion question -> plain(question.question()) + "\n" + question.sql();
    };
  }

  private static String plain(String question) {
    return question.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}.<>='-]+", " ").strip();
  }
}
