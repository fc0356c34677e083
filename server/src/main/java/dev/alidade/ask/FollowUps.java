package dev.alidade.ask;

import dev.alidade.ask.build.SourceMap;
import dev.alidade.ask.compile.PlanCompiler;
import dev.alidade.ask.converse.Chips;
import dev.alidade.ask.converse.Edit;
import dev.alidade.ask.converse.FollowUp;
import dev.alidade.ask.converse.FollowUpReader;
import dev.alidade.ask.converse.Kept;
import dev.alidade.ask.converse.Referral;
import dev.alidade.ask.converse.Said;
import dev.alidade.ask.explain.Paraphraser;
import dev.alidade.ask.plan.Plan;
import dev.alidade.ask.plan.SelectPlan;
import dev.alidade.ask.plan.Understood;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Decides whether a text changes the last question or asks a new one. */
final class FollowUps {
  private final SourceMaps maps;
  private final SourceReader reader;

  FollowUps(SourceMaps maps, SourceReader reader) {
    this.maps = maps;
    this.reader = reader;
  }

  /** What a text is, beside the last question. */
  sealed interface Verdict {
    /** A question of its own. */
    record Anew() implements Verdict {}

    /** A change of the last one. */
    record Changed(Proposed proposed) implements Verdict {}

    /** Either, or one of several changes: the asker must choose. */
    record Unclear(List<Proposed> choices, String why) implements Verdict {}

    /** It speaks of what came before and cannot be read. */
    record Lost(List<String> unexplained) implements Verdict {}
  }

  /**
   * A complete question is never a change, one that names nothing to show always is where it can be
   * read as one; what names something and asks nothing may be both.
   *
   * @param standalone what the text asks by itself
   */
  Verdict judge(
      Caller caller, String text, Topic topic, Function<String, SourceReader.Outcome> standalone) {
    if (!(topic.plan() instanceof SelectPlan plan)) {
      return new Verdict.Anew();
    }
    SourceMap map = maps.of(caller, topic.source());
    FollowUp said = new FollowUpReader(map).read(text, plan);
    return switch (said.kind()) {
      case COMPLETE -> new Verdict.Anew();
      case ELLIPTIC ->
          said.isWhole() ? changed(topic, said) : perhapsAnew(text, said, standalone.apply(text));
      case REFERRING -> referring(text, topic, said, map, standalone);
      case BARE -> bare(text, topic, said, standalone);
    };
  }

  private Verdict referring(
      String text,
      Topic topic,
      FollowUp said,
      SourceMap map,
      Function<String, SourceReader.Outcome> standalone) {
    if (said.isWhole()) {
      return changed(topic, said);
    }
    SelectPlan last = (SelectPlan) topic.plan();
    Optional<Referral> referral = Referral.of(text, last, map);
    if (referral.isPresent()) {
      return ofLastRows(topic, referral.get(), map, standalone.apply(referral.get().question()))
          .<Verdict>map(Verdict.Changed::new)
          .orElseGet(() -> lost(said));
    }
    return perhapsAnew(text, said, standalone.apply(text));
  }

  /** What leans on the last question is not answered without it unless the asker says so. */
  private static Verdict perhapsAnew(String text, FollowUp said, SourceReader.Outcome alone) {
    return alone.decision() instanceof Decision.Answer answer
        ? new Verdict.Unclear(
            List.of(anew(text, answer.reading())),
            "I do not see how this changes the last question. By itself it can mean:")
        : lost(said);
  }

  private Optional<Proposed> ofLastRows(
      Topic topic, Referral referral, SourceMap map, SourceReader.Outcome outcome) {
    if (!(outcome.decision() instanceof Decision.Answer answer)
        || !(answer.reading().candidate().plan() instanceof SelectPlan fresh)
        || !answer.reading().source().equals(topic.source())) {
      return Optional.empty();
    }
    Edit edit = new Edit.OfLastRows(fresh, referral.table());
    return new FollowUpReader(map)
        .changed((SelectPlan) topic.plan(), List.of(edit))
        .map(
            made ->
                proposed(
                    new Topic(
                        topic.source(),
                        made,
                        Said.in(referral.question(), fresh),
                        Optional.empty(),
                        true,
                        topic.label(),
                        Math.min(topic.confidence(), answer.reading().confidence()),
                        Optional.empty(),
                        topic.planner()),
                    Optional.of("of the last answer: " + Paraphraser.sentence(topic.plan())),
                    answer.reading().candidate().understood()));
  }

  private Verdict bare(
      String text, Topic topic, FollowUp said, Function<String, SourceReader.Outcome> standalone) {
    SourceReader.Outcome alone = standalone.apply(text);
    boolean answers = answers(alone);
    if (!said.isWhole()) {
      return new Verdict.Anew();
    }
    if (!answers) {
      return changed(topic, said);
    }
    Reading reading = alone.readings().getFirst();
    List<Proposed> choices =
        new ArrayList<>(said.readings().stream().map(one -> proposed(topic, one)).toList());
    if (choices.stream().anyMatch(choice -> choice.sql().equals(reading.sql()))) {
      return new Verdict.Anew();
    }
    choices.add(anew(text, reading));
    return new Verdict.Unclear(
        choices, "This may go on with the last question or be a new one; choose what you mean.");
  }

  private static boolean answers(SourceReader.Outcome outcome) {
    return outcome.decision() instanceof Decision.Answer;
  }

  private static Verdict lost(FollowUp said) {
    return new Verdict.Lost(said.unexplained());
  }

  private Verdict changed(Topic topic, FollowUp said) {
    List<Proposed> readings = said.readings().stream().map(one -> proposed(topic, one)).toList();
    return readings.size() == 1
        ? new Verdict.Changed(readings.getFirst())
        : new Verdict.Unclear(
            readings, "What you said can mean more than one thing here; choose what you mean.");
  }

  private Proposed proposed(Topic topic, FollowUp.Reading reading) {
    SelectPlan before = (SelectPlan) topic.plan();
    Optional<Edit.Draw> draw =
        reading.edits().stream()
            .filter(Edit.Draw.class::isInstance)
            .map(Edit.Draw.class::cast)
            .findFirst();
    Topic after =
        new Topic(
            topic.source(),
            reading.plan(),
            Said.after(topic.said(), reading.edits(), reading.plan()),
            draw.isPresent() ? draw.get().kind() : topic.chart(),
            draw.map(wanted -> wanted.kind().isPresent()).orElse(topic.drawn()),
            topic.label(),
            topic.confidence() * Math.min(1, reading.confidence()),
            topic.look(),
            topic.planner());
    return proposed(after, Kept.of(before, reading.plan()), List.of());
  }

  /** A plan that nobody said in words: a chip that was changed, a turn that was taken back. */
  Proposed proposed(Topic topic, Optional<String> kept, List<Understood> understood) {
    Trust trust =
        new Trust(
                topic.label(),
                topic.confidence(),
                List.of(
                    "The plan of the last answer was changed only as you said",
                    "The plan was inferred from the names, keys and values of the source"))
            .by(topic.planner());
    return new Proposed(
        topic.source(),
        new PlanCompiler(reader.dialect(topic.source())).compile(topic.plan()),
        Paraphraser.sentence(topic.plan()),
        trust,
        understood,
        Optional.of(topic),
        kept);
  }

  /** A reading that stands by itself. */
  static Proposed anew(String text, Reading reading) {
    Trust trust = Trust.of(reading, List.of());
    Plan plan = reading.candidate().plan();
    return new Proposed(
        reading.source(),
        reading.sql(),
        Paraphraser.sentence(plan),
        trust,
        reading.candidate().understood(),
        Optional.of(topic(text, reading)),
        Optional.empty());
  }

  static Topic topic(String text, Reading reading) {
    return new Topic(
        reading.source(),
        reading.candidate().plan(),
        Said.in(text, reading.candidate().plan()),
        Optional.empty(),
        true,
        Trust.of(reading, List.of()).label(),
        reading.confidence(),
        Optional.empty(),
        Optional.of(reading.planner()));
  }

  /** What follows from an approved answer is inferred again. */
  static Topic approved(String text, String source, Plan plan) {
    return new Topic(
        source,
        plan,
        Said.in(text, plan),
        Optional.empty(),
        true,
        Trust.Label.INFERRED,
        1,
        Optional.empty(),
        Optional.empty());
  }

  /** The last plan with one chip changed. */
  Proposed edited(Caller caller, Topic topic, ChipEdit edit) {
    SourceMap map = maps.of(caller, topic.source());
    List<String> values = edit.values().orElse(List.of());
    if (!(topic.plan() instanceof SelectPlan before)) {
      throw none(edit.id());
    }
    SelectPlan after =
        Chips.changed(before, edit.id(), values, map.today())
            .flatMap(made -> new FollowUpReader(map).changed(made, List.of()))
            .orElseThrow(() -> none(edit.id()));
    Topic changed =
        new Topic(
            topic.source(),
            after,
            Said.after(topic.said(), List.of(), after),
            topic.chart(),
            topic.drawn(),
            topic.label(),
            topic.confidence(),
            topic.look(),
            topic.planner());
    return proposed(changed, Kept.of(before, after), List.of());
  }

  private static AlidadeException none(String id) {
    return new AlidadeException(
        ErrorCode.INVALID_INPUT,
        "The last answer has no filter `%s` that can be changed so; its filters name those it has"
            .formatted(id));
  }
}
