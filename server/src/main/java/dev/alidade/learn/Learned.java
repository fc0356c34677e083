package dev.alidade.learn;

import dev.alidade.ask.Experience;
import dev.alidade.ask.verified.VerifiedPair;
import dev.alidade.base.Caller;
import dev.alidade.store.Database;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What people have taught, in our own database. */
public final class Learned implements Experience {
  private static final int MOST_WAITING = 200;

  private final ProposalStore store;
  private final Map<String, Approved> approved = new ConcurrentHashMap<>();

  /** What was approved when the store said this word of it. */
  private record Approved(String word, List<VerifiedPair> pairs) {}

  /** Keeps it in {@code database}. */
  public Learned(Database database, Clock clock) {
    this.store = new ProposalStore(database, clock);
  }

  ProposalStore store() {
    return store;
  }

  @Override
  public List<VerifiedPair> pairs(String source) {
    // Another process may have approved something since.
    String word = store.versionOfApproved(source);
    Approved known = approved.get(source);
    if (known != null && known.word().equals(word)) {
      return known.pairs();
    }
    List<VerifiedPair> pairs = store.approvedQuestions(source).stream().map(Learned::pair).toList();
    approved.put(source, new Approved(word, pairs));
    return pairs;
  }

  static VerifiedPair pair(Proposal proposal) {
    Lesson.OfQuestion lesson = (Lesson.OfQuestion) proposal.lesson();
    return new VerifiedPair(
        proposal.source(),
        lesson.question(),
        lesson.sql(),
        lesson.plan(),
        Optional.of(lesson.readOn()),
        proposal.decidedBy(),
        proposal.decidedAt());
  }

  @Override
  public void noticed(Hint hint) {
    if (hasRoom(hint.caller())) {
      store.propose(
          hint.caller(),
          hint.source(),
          new Lesson.OfSynonym(hint.synonym()),
          new ProposalStore.Spoken(hint.conversation(), hint.turn()),
          Optional.empty());
    }
  }

  /** Whether more of somebody's may wait. */
  boolean hasRoom(Caller caller) {
    return store.waiting(caller) < MOST_WAITING;
  }
}
