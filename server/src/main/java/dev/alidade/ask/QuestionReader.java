package dev.alidade.ask;

import dev.alidade.ask.compile.PlanCompiler;
import dev.alidade.ask.compile.PlanValidator;
import dev.alidade.ask.explain.Paraphraser;
import dev.alidade.ask.plan.Candidate;
import dev.alidade.ask.plan.Domain;
import dev.alidade.ask.plan.Planner;
import dev.alidade.ask.text.Question;
import dev.alidade.ask.text.Tokenizer;
import dev.alidade.sql.Dialect;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a question on one source: plans it, drops what is wrong, and says how sure it is. */
public final class QuestionReader {
  private final Planner planner;
  private final boolean everyWording;
  private final Confidence confidence;
  private final Tokenizer tokenizer = new Tokenizer();

  /** A reader that plans with {@code planner}. */
  public QuestionReader(Planner planner) {
    this(planner, Confidence.builtIn(), false);
  }

  private QuestionReader(Planner planner, Confidence confidence, boolean everyWording) {
    this.planner = planner;
    this.confidence = confidence;
    this.everyWording = everyWording;
  }

  /** A reader that also gives readings that differ in the order of columns only. */
  public static QuestionReader forTraining(Planner planner) {
    return new QuestionReader(planner, new Confidence(Map.of()), true);
  }

  /** How many words and marks a question has. */
  public static int words(String text) {
    return new Tokenizer().read(text).tokens().size();
  }

  /** Words that name nothing in the source. */
  List<String> unknown(String text, Domain domain) {
    return planner.unknown(tokenizer.read(text), domain);
  }

  /** Valid readings that differ in their SQL, the best first. */
  public List<Reading> read(String text, Domain domain, Dialect dialect) {
    Question question = tokenizer.read(text);
    PlanCompiler compiler = new PlanCompiler(dialect);
    PlanValidator validator = new PlanValidator(domain.knowledge());
    Map<String, Candidate> bySql = new LinkedHashMap<>();
    Set<String> phrases = new HashSet<>();
    for (Candidate candidate : planner.plan(question, domain)) {
      if (validator.problems(candidate.plan()).isEmpty()) {
        // Readings that people could not tell apart are one: the best of them stands for all.
        if (everyWording || phrases.add(Paraphraser.sentence(candidate.plan()))) {
          bySql.putIfAbsent(compiler.compile(candidate.plan()), candidate);
        }
      }
    }
    List<Candidate> candidates = List.copyOf(bySql.values());
    List<Reading> readings = new ArrayList<>();
    bySql.forEach(
        (sql, candidate) ->
            readings.add(
                new Reading(
                    domain.knowledge().source(),
                    candidate,
                    sql,
                    confidence.of(candidate, candidates, question.tokens().size()))));
    return readings;
  }
}
