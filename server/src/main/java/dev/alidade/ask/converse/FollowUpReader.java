package dev.alidade.ask.converse;

import dev.alidade.ask.build.SourceMap;
import dev.alidade.ask.compile.PlanValidator;
import dev.alidade.ask.ground.Lattice;
import dev.alidade.ask.plan.SelectPlan;
import dev.alidade.ask.text.Question;
import dev.alidade.ask.text.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a text as a change of the last plan. */
public final class FollowUpReader {
  private static final int MOST_READINGS = 4;

  private final SourceMap map;
  private final Editor editor;
  private final PlanValidator validator;
  private final Tokenizer tokenizer = new Tokenizer();

  /** Reads in the light of a source. */
  public FollowUpReader(SourceMap map) {
    this.map = map;
    this.editor = new Editor(map);
    this.validator = new PlanValidator(map.knowledge());
  }

  /** What the whole text asks of the conversation itself, where it does. */
  public static Optional<Edit.Request> request(String text) {
    return Cues.english()
        .whole(new Tokenizer().read(text).tokens())
        .flatMap(
            found ->
                switch (found.cue()) {
                  case EXPLAIN -> Optional.of(Edit.Request.EXPLAIN);
                  case UNDO -> Optional.of(Edit.Request.UNDO);
                  case START_OVER -> Optional.of(Edit.Request.START_OVER);
                  case ALL,
                      COUNT,
                      LEAD,
                      ALSO,
                      INSTEAD,
                      GROUP,
                      SORT,
                      DIRECTION,
                      TOP,
                      MEASURE,
                      SHOW,
                      HIDE,
                      REMOVE,
                      EXCEPT,
                      DRAW,
                      FILLER ->
                      Optional.empty();
                });
  }

  /** Every way in which the text changes the plan. */
  public FollowUp read(String text, SelectPlan plan) {
    Question question = tokenizer.read(text);
    boolean all =
        Cues.english().whole(question.tokens()).filter(f -> f.cue() == Cue.ALL).isPresent();
    if (all) {
      Edit edit = new Edit.Limit(Optional.empty(), Optional.empty());
      return new FollowUp(
          made(plan, List.of(List.of(edit)), 1), List.of(), FollowUp.Kind.REFERRING);
    }
    Lattice lattice = map.lattice(question);
    EditDraft draft = new EditReader(lattice, new Places(map, plan)).read();
    return new FollowUp(
        draft.slots.isEmpty() ? List.of() : made(plan, draft.slots, draft.weakest),
        draft.unexplained,
        draft.kind());
  }

  /** The plan with edits that nobody had to read. */
  public Optional<SelectPlan> changed(SelectPlan plan, List<Edit> edits) {
    return editor.apply(plan, edits).filter(made -> validator.problems(made).isEmpty());
  }

  private List<FollowUp.Reading> made(SelectPlan plan, List<List<Edit>> slots, double confidence) {
    List<List<Edit>> combined = List.of(List.of());
    for (List<Edit> slot : slots) {
      List<List<Edit>> longer = new ArrayList<>();
      for (List<Edit> before : combined) {
        for (Edit edit : slot) {
          List<Edit> one = new ArrayList<>(before);
          one.add(edit);
          longer.add(one);
        }
      }
      combined = longer.subList(0, Math.min(MOST_READINGS, longer.size()));
    }
    List<FollowUp.Reading> readings = new ArrayList<>();
    for (List<Edit> edits : combined) {
      List<Edit> ordered = withoutIdleCount(edits);
      changed(plan, ordered)
          .filter(made -> readings.stream().noneMatch(reading -> reading.plan().equals(made)))
          .ifPresent(made -> readings.add(new FollowUp.Reading(ordered, made, confidence)));
    }
    return readings;
  }

  /** A count of rows that are gathered by something is what gathering them gives anyway. */
  private static List<Edit> withoutIdleCount(List<Edit> edits) {
    boolean gathered = edits.stream().anyMatch(Edit.Group.class::isInstance);
    Edit count = new Edit.Count(Optional.empty());
    return gathered ? edits.stream().filter(edit -> !edit.equals(count)).toList() : edits;
  }
}
