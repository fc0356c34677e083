package dev.alidade.ask;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.alidade.ask.verified.VerifiedPair;
import dev.alidade.operation.Description;
import dev.alidade.operation.Headline;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Why an answer can be trusted, and how far. */
public record Trust(
    @Headline(1) @Description("What stands behind the answer") Label label,
    @Headline(2) @Description("How likely the reading is right, between 0 and 1") double confidence,
    List<String> reasons,
    @Description("Who approved it; only of verified answers") Optional<Approval> approval,
    @Description("Who made the plan: `built-in`, or a language model's name")
        Optional<String> planner) {
  /** Who approved an answer. */
  public record Approval(
      @Description("Who, where it is known") Optional<String> by,
      @Description("When, where it is known") Optional<String> at) {
    public Approval {
      Objects.requireNonNull(by, "by");
      Objects.requireNonNull(at, "at");
    }

    static Approval of(VerifiedPair pair) {
      return new Approval(pair.approvedBy(), pair.approvedAt().map(Instant::toString));
    }
  }

  /** What stands behind an answer. */
  public enum Label {
    VERIFIED,
    GOVERNED,
    INFERRED,
    MODEL,
    NONE
  }

  @JsonCreator
  public Trust {
    reasons = List.copyOf(reasons);
    Objects.requireNonNull(approval, "approval");
    Objects.requireNonNull(planner, "planner");
    confidence = Math.round(confidence * 1000) / 1000.0;
  }

  /** Of an answer that nobody approved. */
  public Trust(Label label, double confidence, List<String> reasons) {
    this(label, confidence, reasons, Optional.empty(), Optional.empty());
  }

  /** What a person approved. */
  static Trust verified(double confidence, Approval approval, List<String> reasons) {
    return new Trust(Label.VERIFIED, confidence, reasons, Optional.of(approval), Optional.empty());
  }

  /** The same of a plan that somebody made. */
  Trust by(Optional<String> name) {
    return new Trust(label, confidence, reasons, approval, name);
  }

  /** What stands behind a reading. */
  static Trust of(Reading reading, List<String> notes) {
    return label(reading, notes).by(Optional.of(reading.planner()));
  }

  private static Trust label(Reading reading, List<String> notes) {
    return switch (reading.origin()) {
      case BUILT_IN ->
          of(
              Label.INFERRED,
              reading.confidence(),
              notes,
              "Every word of the question that carries meaning is accounted for",
              "The plan was inferred from the names, keys and values of the source");
      case MODEL ->
          of(
              Label.MODEL,
              reading.confidence(),
              notes,
              "A language model made the plan; it was checked against the source");
      case BOTH ->
          of(
              Label.MODEL,
              reading.confidence(),
              notes,
              "A language model and the built-in planner read the question alike");
    };
  }

  /** What stands behind SQL that a model wrote. */
  static Trust of(Decision.Unplanned written, List<String> notes) {
    return of(
            Label.MODEL,
            written.confidence(),
            notes,
            "A language model wrote the SQL; nothing but what you may see was in its reach,"
                + " but whether it answers the question is not checked")
        .by(Optional.of(written.planner()));
  }

  private static Trust of(Label label, double confidence, List<String> notes, String... reasons) {
    return new Trust(label, confidence, Stream.concat(Stream.of(reasons), notes.stream()).toList());
  }

  static Trust none(List<String> reasons) {
    return new Trust(Label.NONE, 0, reasons);
  }
}
