package dev.alidade.learn;

import dev.alidade.learn.EvaluateOutput.Answer;
import dev.alidade.learn.EvaluateOutput.Asked;
import dev.alidade.learn.EvaluateOutput.Verified;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says the effect of a proposal in a few sentences. */
final class Summary {
  private Summary() {}

  static String of(Verified verified, Asked asked, Optional<Answer> answer) {
    List<String> sentences = new ArrayList<>();
    answer.ifPresent(one -> sentences.add(of(one)));
    sentences.add(of(verified));
    sentences.add(of(asked));
    return String.join(" ", sentences);
  }

  private static String of(Answer answer) {
    return switch (answer.now()) {
      case RIGHT -> "The question has the proposed rows already.";
      case WRONG -> "The question has other rows now than those proposed.";
      case UNANSWERED -> "The question has no answer now.";
    };
  }

  private static String of(Verified verified) {
    if (verified.questions() == 0) {
      return "There are no verified questions to measure by.";
    }
    String right =
        "Verified questions that come out right: %d of %d"
            .formatted(verified.rightAfter(), verified.questions());
    return verified.changed().isEmpty()
        ? right + ", with it and without."
        : right + " with it, %d without.".formatted(verified.rightBefore());
  }

  private static String of(Asked asked) {
    if (asked.questions() == 0) {
      return "Nobody's questions are kept yet.";
    }
    String alike =
        "Questions of late that are answered alike: %d of %d"
            .formatted(asked.same(), asked.questions());
    return asked.same() == asked.questions()
        ? alike + "."
        : alike
            + "; otherwise %d, now answered %d, no longer %d."
                .formatted(asked.differ(), asked.gained(), asked.lost());
  }
}
