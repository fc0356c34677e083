package dev.alidade.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.base.Caller;
import dev.alidade.semantic.Synonym;
import dev.alidade.sql.TableName;
import dev.alidade.store.Database;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProposalStoreTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  private static final Lesson SYNONYM =
      new Lesson.OfSynonym(
          new Synonym(
              "gilt", new Synonym.Target.OfValue(TableName.of("customers"), "tier", "gold")));
  private static final Lesson QUESTION = question("How many are there?");

  @TempDir private Path folder;
  private Database database;
  private ProposalStore store;

  @BeforeEach
  void open() {
    database = Database.open(folder);
    store = new ProposalStore(database, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @Test
  void keepsWhatWasProposedWithAllThatIsKnownOfIt() {
    Proposal kept = propose(SYNONYM, "t1", Optional.of("as ever"));

    assertThat(store.find(kept.id())).contains(kept);
    assertThat(kept.lesson()).isEqualTo(SYNONYM);
    assertThat(kept.proposedBy()).isEqualTo("local");
    assertThat(kept.proposedAt()).isEqualTo(NOW);
    assertThat(kept.turn()).contains("t1");
    assertThat(kept.note()).contains("as ever");
    assertThat(kept.state()).isEqualTo(ProposalState.PENDING);
  }

  @Test
  void countsEachTurnOnceHoweverOftenItSpeaks() {
    propose(QUESTION, "t1", Optional.empty());
    propose(QUESTION, "t1", Optional.of("really"));
    Proposal again = propose(question("how MANY are there"), "t2", Optional.empty());

    assertThat(again.times()).isEqualTo(2);
    assertThat(again.note()).contains("really");
    assertThat(store.all()).containsExactly(again);
    propose(SYNONYM, "t1", Optional.empty());
    assertThat(store.all()).hasSize(2);
    assertThat(store.waiting(Caller.LOCAL)).isEqualTo(2);
  }

  @Test
  void isDecidedOnce() {
    Proposal known = propose(QUESTION, "t1", Optional.empty());

    assertThat(store.decide(known, ProposalState.APPROVED, Caller.LOCAL, Optional.of("checked")))
        .isTrue();
    assertThat(store.decide(known, ProposalState.REJECTED, Caller.LOCAL, Optional.empty()))
        .isFalse();

    Proposal decided = store.approvedQuestions("shop").getFirst();
    assertThat(decided.reason()).contains("checked");
    assertThat(decided.decidedAt()).contains(NOW);
    assertThat(store.approvedQuestions("other")).isEmpty();
    assertThat(propose(QUESTION, "t2", Optional.empty()).state()).isEqualTo(ProposalState.APPROVED);
  }

  @Test
  void aTurnThatSpeaksNoMoreTakesWhatWaitsWithIt() {
    Proposal waits = propose(QUESTION, "t1", Optional.empty());
    Proposal other = propose(question("How many others?"), "t1", Optional.empty());
    Proposal synonym = propose(SYNONYM, "t1", Optional.empty());
    Proposal shared = propose(question("How many of both?"), "t1", Optional.empty());
    propose(question("How many of both?"), "t2", Optional.empty());

    store.takeBack("t1", Optional.of(other.id()));

    assertThat(store.find(waits.id())).isEmpty();
    assertThat(store.find(other.id())).isPresent();
    assertThat(store.find(synonym.id())).isPresent();
    assertThat(store.find(shared.id()).orElseThrow().times()).isEqualTo(1);
  }

  @Test
  void whatAnOlderReleaseWroteIsLeftOut() {
    Proposal kept = propose(QUESTION, "t1", Optional.empty());
    database
        .jdbi()
        .useHandle(handle -> handle.execute("UPDATE proposal SET lesson = '{\"kind\":\"old\"}'"));

    assertThat(store.find(kept.id())).isEmpty();
    assertThat(store.all()).isEmpty();
  }

  private Proposal propose(Lesson lesson, String turn, Optional<String> note) {
    return store.propose(Caller.LOCAL, "shop", lesson, new ProposalStore.Spoken("c1", turn), note);
  }

  private static Lesson question(String text) {
    return new Lesson.OfQuestion(text, "SELECT 1", Optional.empty(), LocalDate.of(2026, 1, 1));
  }
}
