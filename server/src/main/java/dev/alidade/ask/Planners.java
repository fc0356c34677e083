package dev.alidade.ask;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Who may plan a question: the built-in planner, and the language models that are configured.
 *
 * @param usual who is asked besides the built-in planner where the asker names none
 * @param models what each model says, by its name; the built-in planner decides only where that one
 *     fails
 * @param asked the names of those that a question goes to first where the asker names none
 */
public record Planners(
    SecondOpinion usual, SequencedMap<String, SecondOpinion> models, List<String> asked) {
  /** What the built-in planner is called. */
  public static final String BUILT_IN = "built-in";

  /** The built-in planner alone. */
  public static final Planners ALONE = helpedBy(SecondOpinion.NOBODY);

  public Planners {
    Objects.requireNonNull(usual, "usual");
    models = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(models));
    asked = List.copyOf(asked);
  }

  /** The built-in planner, with somebody to ask besides whom nobody can name. */
  public static Planners helpedBy(SecondOpinion second) {
    return new Planners(second, new LinkedHashMap<>(), List.of(BUILT_IN));
  }

  /** Whom to ask besides the built-in planner where the asker names a planner, or none. */
  SecondOpinion opinion(Optional<String> planner) {
    if (planner.isEmpty()) {
      return usual;
    }
    check(planner.get());
    return models.getOrDefault(planner.get(), SecondOpinion.NOBODY);
  }

  /** Fails with PLANNER_NOT_FOUND where nobody is called that. */
  void check(String planner) {
    if (!names().contains(planner)) {
      throw new AlidadeException(
          ErrorCode.PLANNER_NOT_FOUND,
          "No planner `%s`; there is `%s`".formatted(planner, String.join("`, `", names())));
    }
  }

  /** What can be named, and who is asked where nothing is. */
  ListPlannersOutput list() {
    return new ListPlannersOutput(
        names().stream()
            .map(name -> new ListPlannersOutput.Item(name, kind(name), asked.contains(name)))
            .toList());
  }

  private static ListPlannersOutput.Kind kind(String name) {
    return name.equals(BUILT_IN) ? ListPlannersOutput.Kind.BUILT_IN : ListPlannersOutput.Kind.MODEL;
  }

  private List<String> names() {
    List<String> names = new ArrayList<>(List.of(BUILT_IN));
    names.addAll(models.keySet());
    return names;
  }
}
