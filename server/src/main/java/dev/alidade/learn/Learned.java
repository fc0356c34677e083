package dev.alidade.learn;

import dev.alidade.ask.Experience;
import dev.alidade.ask.verified.VerifiedPair;
import dev.alidade.base.Caller;
import dev.alidade.store.Database;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** What people have taught, in our own database. */
public final class Learned implements Experience {
  private static final int MOST_WAITING = 200;

  private final ProposalStore store;

  /** Keeps it in {@code database}. */
  public Learned(Database database, Clock clock) {
    this.store = new ProposalStore(database, clock);
  }

  ProposalStore store() {
    return store;
  }

  @Override
  public List<VerifiedPair> pairs(String source) {
    return store.approvedQuestions(source).stream().map(Learned::pair).toList();
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
