package dev.alidade.ask;

import dev.alidade.ask.converse.Chip;
import java.util.ArrayList;
import java.util.List;

/** Says how an answer came about. */
final class Reasons {
  private Reasons() {}

  static String of(AskOutput answer) {
    if (answer.sql().isEmpty()) {
      return "The last turn gave no answer: " + answer.explanation();
    }
    List<String> reasons = new ArrayList<>();
    answer.paraphrase().ifPresent(phrase -> reasons.add("The last answer shows: " + phrase));
    if (!answer.tables().isEmpty()) {
      reasons.add("It reads " + String.join(", ", answer.tables()) + ".");
    }
    for (Chip chip : answer.filters()) {
      reasons.add(
          chip.label()
              + chip.words().map(words -> ", because you said \"" + words + "\".").orElse("."));
    }
    answer.kept().ifPresent(kept -> reasons.add("Kept from before: " + kept + "."));
    answer
        .understood()
        .forEach(one -> reasons.add("\"" + one.words() + "\" was taken as " + one.meaning() + "."));
    answer.trust().reasons().forEach(reason -> reasons.add(reason + "."));
    return String.join("\n", reasons);
  }
}
