package dev.alidade.ask.converse;

import dev.alidade.ask.explain.Phrases;
import dev.alidade.ask.plan.Plan;
import dev.alidade.ask.plan.Predicate;
import dev.alidade.ask.plan.SelectPlan;
import dev.alidade.ask.plan.Words;
import dev.alidade.ask.text.Question;
import dev.alidade.ask.text.Span;
import dev.alidade.ask.text.Tokenizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The words that said each condition of a plan, by the condition in plain words. */
public final class Said {
  private Said() {}

  /** What a question said of its own plan. */
  public static Map<String, String> in(String text, Plan plan) {
    Map<String, String> said = new LinkedHashMap<>();
    if (plan instanceof SelectPlan select) {
      Question question = new Tokenizer().read(text);
      for (Predicate part : Predicates.conjuncts(select.filter())) {
        Words words = words(part);
        List<Span> spans =
            words.spans().stream().filter(s -> s.end() <= question.tokens().size()).toList();
        if (!spans.isEmpty()) {
          said.put(
              Phrases.of(part, select),
              spans.stream().map(question::written).collect(Collectors.joining(" ")));
        }
      }
    }
    return said;
  }

  /** What was said before, and what edits said since. */
  public static Map<String, String> after(
      Map<String, String> before, List<Edit> edits, SelectPlan plan) {
    Map<String, String> said = new LinkedHashMap<>();
    for (Predicate part : Predicates.conjuncts(plan.filter())) {
      String phrase = Phrases.of(part, plan);
      if (before.containsKey(phrase)) {
        said.put(phrase, before.get(phrase));
      }
      for (Edit edit : edits) {
        if (edit instanceof Edit.Filter filter && FilterEditor.isOn(plan, part, filter.place())) {
          said.putIfAbsent(phrase, filter.words());
        }
      }
    }
    return said;
  }

  private static Words words(Predicate predicate) {
    return switch (predicate) {
      case Predicate.Comparison comparison -> comparison.words();
      case Predicate.Between between -> between.words();
      case Predicate.TextMatch match -> match.words();
      case Predicate.InPeriod within -> within.words();
      case Predicate.Missing missing -> missing.words();
      case Predicate.Member member -> member.words();
      case Predicate.AllOf all ->
          all.parts().stream().map(Said::words).reduce(Words.NONE, Words::and);
      case Predicate.AnyOf any ->
          any.parts().stream().map(Said::words).reduce(Words.NONE, Words::and);
    };
  }
}
