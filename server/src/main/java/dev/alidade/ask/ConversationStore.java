package dev.alidade.ask;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import dev.alidade.operation.Json;
import dev.alidade.store.Database;
import dev.alidade.store.Row;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;

/** Conversations in our own database; each caller sees their own only. */
final class ConversationStore {
  private static final String LAST = "last";
  static final int LONGEST_TITLE = 80;
  // Follow-ups and questions that were asked before stand between.
  private static final int LOOKED_AT = 5;

  private final Database database;
  private final Clock clock;
  private final BiFunction<Caller, Optional<String>, String> seenAs;

  /**
   * Keeps turns in {@code database}; {@code seenAs} tells what a caller sees of a source, or of all
   * of them.
   */
  ConversationStore(
      Database database, Clock clock, BiFunction<Caller, Optional<String>, String> seenAs) {
    this.database = database;
    this.clock = clock;
    this.seenAs = seenAs;
  }

  static String newId() {
    return UUID.randomUUID().toString();
  }

  /** The conversation that is meant: {@code last} is the one that the caller went on with last. */
  String named(String caller, String name) {
    return name.equals(LAST) ? latest(caller) : name;
  }

  private String latest(String caller) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT id FROM conversation WHERE caller = :caller AND deleted_at IS NULL
                        ORDER BY updated_at DESC, id LIMIT 1
                        """)
                    .bind("caller", caller)
                    .mapTo(String.class)
                    .findFirst())
        .orElseThrow(
            () ->
                new AlidadeException(
                    ErrorCode.CONVERSATION_NOT_FOUND,
                    "You have no conversation yet; leave `conversation` out to begin one"));
  }

  /** Fails with CONVERSATION_NOT_FOUND where the caller has no such conversation. */
  void check(String caller, String conversation) {
    database.jdbi().useHandle(handle -> title(handle, caller, conversation));
  }

  /** A turn with what is remembered of it; nothing is where its caller may see less now. */
  record Kept(AskOutput answer, Memory memory) {}

  /** Keeps a turn; the first one begins the conversation. */
  void add(Caller caller, AskOutput answer, Memory memory) {
    String now = clock.instant().toString();
    // Nobody else can write while this does.
    String writtenAnswer = written(answer);
    String writtenMemory = written(memory);
    String seen = seenAs.apply(caller, answer.source());
    database
        .jdbi()
        .useTransaction(
            handle -> {
              begin(handle, caller.name(), answer, now);
              handle
                  .createUpdate(
                      """
                      INSERT INTO turn
                        (id, conversation, position, question, answer, created_at, seen_as, memory)
                      SELECT :id, :conversation, COALESCE(MAX(position), 0) + 1, :question,
                        :answer, :now, :seen, :memory
                      FROM turn WHERE conversation = :conversation
                      """)
                  .bind("id", answer.turn())
                  .bind("conversation", answer.conversation())
                  .bind("question", answer.question())
                  .bind("answer", writtenAnswer)
                  .bind("now", now)
                  .bind("seen", seen)
                  .bind("memory", writtenMemory)
                  .execute();
            });
  }

  private static void begin(Handle handle, String caller, AskOutput answer, String now) {
    handle
        .createUpdate(
            """
            INSERT INTO conversation (id, caller, title, source, created_at, updated_at)
            VALUES (:id, :caller, :title, :source, :now, :now)
            ON CONFLICT (id) DO UPDATE SET updated_at = excluded.updated_at,
              source = COALESCE(excluded.source, conversation.source)
            """)
        .bind("id", answer.conversation())
        .bind("caller", caller)
        .bind("title", shortened(answer.question()))
        .bind("source", answer.source().orElse(null))
        .bind("now", now)
        .execute();
  }

  ConversationOutput get(Caller caller, String conversation) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                new ConversationOutput(
                    conversation,
                    title(handle, caller.name(), conversation),
                    turns(handle, caller, conversation)));
  }

  /** The last turn. */
  Optional<Kept> last(Caller caller, String conversation) {
    return kept(
        caller,
        "SELECT answer, seen_as, memory FROM turn WHERE conversation = ? ORDER BY position DESC LIMIT 1",
        conversation);
  }

  /** A turn of a conversation. */
  Optional<Kept> turn(Caller caller, String conversation, String turn) {
    return kept(
        caller,
        "SELECT answer, seen_as, memory FROM turn WHERE conversation = ? AND id = ?",
        conversation,
        turn);
  }

  private Optional<Kept> kept(Caller caller, String query, Object... values) {
    return database
        .jdbi()
        .withHandle(handle -> handle.select(query, values).mapToMap().map(Row::new).findFirst())
        .map(
            row -> {
              AskOutput answer = read(row.text("answer"), AskOutput.class);
              boolean same = isSeen(caller, answer, row.text("seen_as"));
              return new Kept(
                  same ? answer : answer.withheld(),
                  same ? memory(row.text("memory")) : Memory.NONE);
            });
  }

  /**
   * Whole questions that plans on a source answered, whoever asked, the latest first, once each.
   */
  List<String> questions(String source, int most) {
    Map<String, String> found = new LinkedHashMap<>();
    database
        .jdbi()
        .useHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT turn.memory FROM turn
                        JOIN conversation ON conversation.id = turn.conversation
                        WHERE conversation.source = :source
                        ORDER BY turn.created_at DESC LIMIT :most
                        """)
                    .bind("source", source)
                    .bind("most", most * LOOKED_AT)
                    .mapToMap()
                    .map(Row::new)
                    .forEach(
                        row -> {
                          Memory memory = memory(row.text("memory"));
                          boolean here =
                              memory.topic().map(one -> one.source().equals(source)).orElse(false);
                          if (here && found.size() < most) {
                            memory.asks().ifPresent(asks -> found.putIfAbsent(plain(asks), asks));
                          }
                        }));
    return List.copyOf(found.values());
  }

  private static String plain(String question) {
    return question.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  /** Keeps another answer and memory of a turn in the place of what was kept. */
  void replace(Caller caller, AskOutput answer, Memory memory) {
    database
        .jdbi()
        .useHandle(
            handle ->
                handle
                    .createUpdate(
                        """
                        UPDATE turn SET answer = :answer, memory = :memory, seen_as = :seen
                        WHERE id = :id AND conversation = :conversation
                        """)
                    .bind("id", answer.turn())
                    .bind("conversation", answer.conversation())
                    .bind("answer", written(answer))
                    .bind("memory", written(memory))
                    .bind("seen", seenAs.apply(caller, answer.source()))
                    .execute());
  }

  /** Drops a turn and all after it; fails where the conversation has no such turn. */
  void dropFrom(String conversation, String turn) {
    int dropped =
        database
            .jdbi()
            .withHandle(
                handle ->
                    handle.execute(
                        """
                        DELETE FROM turn WHERE conversation = ? AND position >=
                          (SELECT position FROM turn WHERE conversation = ? AND id = ?)
                        """,
                        conversation,
                        conversation,
                        turn));
    if (dropped == 0) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "The conversation has no turn `%s`; get_conversation names its turns".formatted(turn));
    }
  }

  /** The turns of a conversation, whoever it is of, as they were kept. */
  List<StoredTurn> stored(String conversation) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT answer, created_at, seen_as, memory FROM turn
                        WHERE conversation = :conversation ORDER BY position
                        """)
                    .bind("conversation", conversation)
                    .mapToMap()
                    .map(Row::new)
                    .map(
                        row ->
                            new StoredTurn(
                                read(row.text("answer"), AskOutput.class),
                                memory(row.text("memory")),
                                Instant.parse(row.text("created_at")),
                                row.text("seen_as")))
                    .list());
  }

  private List<ConversationOutput.Turn> turns(Handle handle, Caller caller, String conversation) {
    return handle
        .createQuery(
            """
            SELECT id, question, answer, created_at, seen_as FROM turn
            WHERE conversation = :conversation ORDER BY position
            """)
        .bind("conversation", conversation)
        .mapToMap()
        .map(Row::new)
        .map(
            row ->
                new ConversationOutput.Turn(
                    row.text("id"),
                    row.text("question"),
                    seen(caller, read(row.text("answer"), AskOutput.class), row.text("seen_as")),
                    row.text("created_at")))
        .list();
  }

  /** An answer outlives the rules that it was given under. */
  private AskOutput seen(Caller caller, AskOutput answer, String then) {
    return isSeen(caller, answer, then) ? answer : answer.withheld();
  }

  private boolean isSeen(Caller caller, AskOutput answer, String then) {
    return seenAs.apply(caller, answer.source()).equals(then);
  }

  /** The title of a conversation of the caller's own. */
  Optional<String> find(String caller, String conversation) {
    return database.jdbi().withHandle(handle -> find(handle, caller, conversation));
  }

  private static Optional<String> find(Handle handle, String caller, String conversation) {
    return handle
        .createQuery(
            """
            SELECT title FROM conversation
            WHERE id = :id AND caller = :caller AND deleted_at IS NULL
            """)
        .bind("id", conversation)
        .bind("caller", caller)
        .mapTo(String.class)
        .findOne();
  }

  static String title(Handle handle, String caller, String conversation) {
    return find(handle, caller, conversation)
        .orElseThrow(
            () ->
                new AlidadeException(
                    ErrorCode.CONVERSATION_NOT_FOUND,
                    "No conversation `%s`; leave `conversation` out to begin a new one"
                        .formatted(conversation)));
  }

  private static String shortened(String question) {
    String plain = question.strip().replaceAll("\\s+", " ");
    return plain.length() <= LONGEST_TITLE
        ? plain
        : plain.substring(0, LONGEST_TITLE - 1).strip() + "…";
  }

  private static String written(Object value) {
    try {
      return Json.mapper().writeValueAsString(value);
    } catch (JsonProcessingException cause) {
      throw new IllegalStateException(cause);
    }
  }

  /** What an older release wrote may no longer be a plan; then nothing is remembered. */
  private static Memory memory(String text) {
    if (text.isEmpty()) {
      return Memory.NONE;
    }
    try {
      return Json.mapper().readValue(text, Memory.class);
    } catch (JsonProcessingException older) {
      return Memory.NONE;
    }
  }

  private static <T> T read(String text, Class<T> type) {
    try {
      return Json.mapper().readValue(text, type);
    } catch (JsonProcessingException cause) {
      throw new IllegalStateException(cause);
    }
  }
}
