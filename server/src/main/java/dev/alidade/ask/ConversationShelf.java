package dev.alidade.ask;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.store.Database;
import dev.alidade.store.Row;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Conversations as their owners find, name, delete and restore them; each caller their own. */
final class ConversationShelf {
  private static final Duration RESTORABLE = Duration.ofMinutes(10);
  private static final int MOST = 200;
  private static final int MOST_SEARCHED = 5_000;
  private static final int LONGEST_SEARCH = 200;

  private final Database database;
  private final Clock clock;

  ConversationShelf(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  private record Kept(
      ListConversationsOutput.ConversationSummary summary, List<String> questions) {}

  /** Those in whose title or questions all words stand, the latest first. */
  ListConversationsOutput list(String caller, Optional<String> search) {
    if (search.map(String::length).orElse(0) > LONGEST_SEARCH) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT, "`search` has at most %d characters".formatted(LONGEST_SEARCH));
    }
    List<String> words = words(search.orElse(""));
    sweep();
    return database
        .jdbi()
        .inTransaction(
            handle ->
                words.isEmpty()
                    ? new ListConversationsOutput(all(handle, caller, MOST))
                    : found(handle, caller, words));
  }

  private static List<ListConversationsOutput.ConversationSummary> all(
      Handle handle, String caller, int most) {
    return handle
        .createQuery(
            """
            SELECT c.id, c.title, c.source, c.updated_at,
              (SELECT COUNT(*) FROM turn t WHERE t.conversation = c.id) AS turns
            FROM conversation c WHERE c.caller = :caller AND c.deleted_at IS NULL
            ORDER BY c.updated_at DESC, c.id LIMIT :most
            """)
        .bind("caller", caller)
        .bind("most", most)
        .mapToMap()
        .map(Row::new)
        .map(
            row ->
                new ListConversationsOutput.ConversationSummary(
                    row.text("id"),
                    row.text("title"),
                    row.maybe("source"),
                    row.text("updated_at"),
                    row.number("turns"),
                    Optional.empty()))
        .list();
  }

  private static ListConversationsOutput found(Handle handle, String caller, List<String> words) {
    Map<String, List<String>> questions =
        handle
            .createQuery(
                """
                SELECT t.conversation, t.question FROM turn t
                JOIN conversation c ON c.id = t.conversation
                WHERE c.caller = :caller AND c.deleted_at IS NULL
                ORDER BY t.conversation, t.position
                """)
            .bind("caller", caller)
            .mapToMap()
            .map(Row::new)
            .stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.text("conversation"),
                    Collectors.mapping(row -> row.text("question"), Collectors.toList())));
    return new ListConversationsOutput(
        all(handle, caller, MOST_SEARCHED).stream()
            .map(summary -> new Kept(summary, questions.getOrDefault(summary.id(), List.of())))
            .flatMap(kept -> matched(kept, words))
            .limit(MOST)
            .toList());
  }

  private static Stream<ListConversationsOutput.ConversationSummary> matched(
      Kept kept, List<String> words) {
    ListConversationsOutput.ConversationSummary summary = kept.summary();
    if (holds(summary.title(), words)) {
      return Stream.of(summary);
    }
    return kept.questions().stream()
        .filter(question -> holds(question, words))
        .limit(1)
        .map(
            question ->
                new ListConversationsOutput.ConversationSummary(
                    summary.id(),
                    summary.title(),
                    summary.source(),
                    summary.updatedAt(),
                    summary.turns(),
                    Optional.of(question)));
  }

  private static boolean holds(String text, List<String> words) {
    String plain = plain(text);
    return words.stream().allMatch(plain::contains);
  }

  private static List<String> words(String search) {
    return Stream.of(plain(search).split("\\s+")).filter(word -> !word.isEmpty()).toList();
  }

  /** Letter case and accents aside, in any script. */
  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}+", "")
        .toLowerCase(Locale.ROOT);
  }

  /** Gives a conversation another title, and says it as it is kept. */
  String rename(String caller, String conversation, String title) {
    String kept = title.strip().replaceAll("\\s+", " ");
    if (kept.isEmpty() || kept.length() > ConversationStore.LONGEST_TITLE) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "`title` has 1 to %d characters".formatted(ConversationStore.LONGEST_TITLE));
    }
    database
        .jdbi()
        .useTransaction(
            handle -> {
              ConversationStore.title(handle, caller, conversation);
              handle.execute("UPDATE conversation SET title = ? WHERE id = ?", kept, conversation);
            });
    return kept;
  }

  /** Takes a conversation off the shelf; until the moment that it gives it can be restored. */
  Instant delete(String caller, String conversation) {
    sweep();
    Instant now = clock.instant();
    database
        .jdbi()
        .useTransaction(
            handle -> {
              ConversationStore.title(handle, caller, conversation);
              handle.execute(
                  "UPDATE conversation SET deleted_at = ? WHERE id = ?",
                  now.toEpochMilli(),
                  conversation);
            });
    return now.plus(RESTORABLE);
  }

  /** Puts a conversation back that was deleted minutes ago; gives its title. */
  String restore(String caller, String conversation) {
    sweep();
    return database
        .jdbi()
        .inTransaction(
            handle -> {
              handle.execute(
                  "UPDATE conversation SET deleted_at = NULL WHERE id = ? AND caller = ?",
                  conversation,
                  caller);
              return ConversationStore.title(handle, caller, conversation);
            });
  }

  /** What was deleted for good goes with all its turns, whoever it was of. */
  private void sweep() {
    long over = clock.instant().minus(RESTORABLE).toEpochMilli();
    database
        .jdbi()
        .useHandle(handle -> handle.execute("DELETE FROM conversation WHERE deleted_at < ?", over));
  }
}
