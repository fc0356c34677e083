package dev.alidade.ask.build;

import dev.alidade.ask.ground.Lattice;
import dev.alidade.ask.plan.Plan;
import dev.alidade.ask.text.Token;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What speaks for and against whole plans of one question. */
final class WholeFeatures {
  private final JoinGraph graph;
  private final Set<Integer> cues;
  private final Set<String> lemmas = new HashSet<>();
  private final AnswerFeatures answers;

  WholeFeatures(Lattice lattice, JoinGraph graph) {
    this.graph = graph;
    this.cues = Cues.english().of(lattice.question());
    this.answers = new AnswerFeatures(lattice);
    lattice.question().tokens().stream().map(Token::lemma).forEach(lemmas::add);
  }

  List<State.Weighed> of(Plan plan) {
    List<State.Weighed> features = new ArrayList<>(ShapeFeatures.of(plan, graph, cues));
    features.addAll(RoleFeatures.of(plan, graph, lemmas));
    features.addAll(answers.of(plan));
    return features;
  }
}
