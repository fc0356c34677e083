package dev.alidade.learn;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.policy.Right;
import dev.alidade.query.QueryService;
import dev.alidade.semantic.Vocabulary;
import java.util.Optional;

/** What of proposals and feedback a decider may see: that which is about what they see anyway. */
final class Sight {
  private final QueryService queries;
  private final Vocabulary vocabulary;

  Sight(QueryService queries, Vocabulary vocabulary) {
    this.queries = queries;
    this.vocabulary = vocabulary;
  }

  /** Whether the caller decides on proposals at all. */
  boolean decides(Caller caller) {
    return queries.access(caller).operation("approve_proposal", Right.DEFINE).allowed();
  }

  boolean sees(Caller caller, Proposal proposal) {
    return sees(
        caller,
        proposal.source(),
        () ->
            switch (proposal.lesson()) {
              case Lesson.OfSynonym one ->
                  vocabulary.sees(caller, proposal.source(), one.synonym());
              case Lesson.OfQuestion one -> mayRun(caller, proposal.source(), one.sql());
            });
  }

  /** What was never answered holds words only, and nobody knows which source they are about. */
  boolean sees(Caller caller, FeedbackStore.Said said) {
    Optional<String> sql = said.sql();
    return said.source()
        .map(
            source ->
                sees(
                    caller,
                    source,
                    () -> sql.map(text -> mayRun(caller, source, text)).orElse(true)))
        .orElseGet(() -> queries.access(caller).isUnrestricted());
  }

  /** Whether the caller may run the statement. */
  boolean mayRun(Caller caller, String source, String sql) {
    return queries.check(caller, source, sql).governed().isPresent();
  }

  private interface Look {
    boolean sees();
  }

  private boolean sees(Caller caller, String source, Look look) {
    if (!queries.access(caller).source(source).allowed()) {
      return false;
    }
    try {
      return look.sees();
    } catch (AlidadeException gone) {
      return false;
    }
  }
}
