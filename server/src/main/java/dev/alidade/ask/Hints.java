package dev.alidade.ask;

import dev.alidade.base.Caller;
import dev.alidade.semantic.Synonym;
import java.util.List;
import java.util.Optional;

/** Notices where somebody says in other words what was not understood. */
final class Hints {
  private final SourceMaps maps;
  private final Experience experience;

  Hints(SourceMaps maps, Experience experience) {
    this.maps = maps;
    this.experience = experience;
  }

  /** The question of {@code before} was asked again, in words that were understood. */
  void reworded(Caller caller, AskOutput before, AskOutput after) {
    boolean answered = after.status() == AskStatus.ANSWERED && after.kept().isEmpty();
    if (answered && !before.unexplained().isEmpty()) {
      tell(
          caller,
          after,
          finder(caller, after).between(before.question(), before.unexplained(), after.question()));
    }
  }

  /** A filter of {@code before} was given another value. */
  void corrected(Caller caller, AskOutput before, ChipEdit edit, AskOutput after) {
    List<String> values = edit.values().orElse(List.of());
    before.filters().stream()
        .filter(chip -> chip.id().equals(edit.id()))
        .findFirst()
        .ifPresent(chip -> tell(caller, after, finder(caller, after).corrected(chip, values)));
  }

  private SynonymFinder finder(Caller caller, AskOutput answer) {
    return new SynonymFinder(maps.of(caller, answer.source().orElseThrow()));
  }

  private void tell(Caller caller, AskOutput answer, Optional<Synonym> synonym) {
    synonym.ifPresent(
        one ->
            experience.noticed(
                new Experience.Hint(
                    caller,
                    answer.source().orElseThrow(),
                    one,
                    answer.conversation(),
                    answer.turn())));
  }
}
