package dev.alidade.ask.ground;

import dev.alidade.ask.text.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** All that the words of a question may stand for, by the token where each mention starts. */
public final class Lattice {
  private final Question question;
  private final List<List<Mention>> byStart = new ArrayList<>();
  private final Set<Integer> contentWords;

  Lattice(Question question, List<Mention> mentions, Set<Integer> contentWords) {
    this.question = question;
    this.contentWords = new TreeSet<>(contentWords);
    for (int index = 0; index < question.tokens().size(); index++) {
      byStart.add(new ArrayList<>());
    }
    mentions.forEach(mention -> byStart.get(mention.span().start()).add(mention));
  }

  /** The question as tokens. */
  public Question question() {
    return question;
  }

  /** How many tokens. */
  public int size() {
    return byStart.size();
  }

  /** Mentions whose first token is this one. */
  public List<Mention> startingAt(int token) {
    return byStart.get(token);
  }

  /** Every mention, by its first token. */
  public List<Mention> all() {
    return byStart.stream().flatMap(List::stream).toList();
  }

  /** Whether the token carries meaning, so that a plan must account for it. */
  public boolean isContent(int token) {
    return contentWords.contains(token);
  }
}
