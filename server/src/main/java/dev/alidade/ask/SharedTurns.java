package dev.alidade.ask;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import dev.alidade.operation.Failure;
import dev.alidade.operation.Invocation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Conversations for others than their owner: every answer is made anew, as its reader. */
public final class SharedTurns {
  private static final int MOST = 30;
  private static final Failure WITHOUT_PLAN =
      Failure.of(
          ErrorCode.NOT_SUPPORTED,
          "This answer was made without a plan, so that nobody can tell what its SQL gives away; it"
              + " is shown to those only who see all that its author saw");

  private final ConversationStore conversations;
  private final SharedReading reading;
  private final Answers answers;

  SharedTurns(ConversationStore conversations, SharedReading reading, Answers answers) {
    this.conversations = conversations;
    this.reading = reading;
    this.answers = answers;
  }

  private record Made(SharedTurn turn, Memory memory) {}

  /**
   * The id of the owner's conversation; "last" is the one that they went on with last. Fails where
   * it has no answer with rows.
   */
  public String toShare(Caller owner, String named, Instant now) {
    String conversation = conversations.named(owner.name(), named);
    conversations.check(owner.name(), conversation);
    if (withRows(conversation, now).isEmpty()) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "The conversation has no answer with rows yet; ask a question that has one first");
    }
    return conversation;
  }

  /** What the owner calls a conversation; empty where it is gone. */
  public Optional<String> title(Caller owner, String conversation) {
    return conversations.find(owner.name(), conversation);
  }

  /**
   * The first answers that were given until a moment, as their reader may see them; {@code made}
   * hears of each as it is made.
   *
   * @param named what stands for the conversation's id, which is not the reader's to know
   */
  public List<SharedTurn> read(
      Invocation reader,
      String conversation,
      Instant until,
      String named,
      Consumer<SharedTurn> made) {
    List<SharedTurn> turns = new ArrayList<>();
    for (StoredTurn stored : withRows(conversation, until)) {
      SharedTurn turn = make(reader, stored, turns.size() + 1, named).turn();
      turns.add(turn);
      made.accept(turn);
    }
    return List.copyOf(turns);
  }

  /** The same as a conversation of the reader's own, up to a turn; gives its id. */
  public String copy(Invocation reader, String conversation, Instant until, int upTo) {
    String copy = ConversationStore.newId();
    int number = 0;
    boolean any = false;
    for (StoredTurn stored : withRows(conversation, until)) {
      number++;
      if (number > upTo) {
        break;
      }
      Made made = make(reader, stored, number, copy);
      made.turn()
          .answer()
          .ifPresent(answer -> conversations.add(reader.caller(), answer, made.memory()));
      any = any || made.turn().answer().isPresent();
    }
    if (!any) {
      throw SharedReading.hidden();
    }
    return copy;
  }

  private List<StoredTurn> withRows(String conversation, Instant until) {
    return conversations.stored(conversation).stream()
        .filter(turn -> !turn.at().isAfter(until) && turn.hasRows())
        .limit(MOST)
        .toList();
  }

  private Made make(Invocation reader, StoredTurn stored, int number, String conversation) {
    if (!reading.canTell(stored, reader.caller())) {
      return refused(stored, number, WITHOUT_PLAN);
    }
    try {
      SharedReading.Told told = reading.of(stored, reader);
      AskOutput answer =
          Redrawing.alike(
              answers.run(new Asked(told.question(), conversation, quiet(reader)), told.proposed()),
              stored.answer().chart());
      SharedTurn turn =
          new SharedTurn(
              number,
              stored.at().toString(),
              Optional.of(told.question()),
              Optional.of(answer),
              Optional.empty());
      Optional<String> asks = told.owned() ? Optional.of(told.question()) : Optional.empty();
      return new Made(turn, new Memory(told.proposed().topic(), List.of(), Optional.empty(), asks));
    } catch (AlidadeException failure) {
      if (failure.code() == ErrorCode.QUERY_CANCELLED) {
        throw failure;
      }
      return refused(stored, number, Failure.of(told(failure)));
    }
  }

  private static Made refused(StoredTurn stored, int number, Failure why) {
    SharedTurn turn =
        new SharedTurn(
            number, stored.at().toString(), Optional.empty(), Optional.empty(), Optional.of(why));
    return new Made(turn, Memory.NONE);
  }

  /** The steps of each answer are not those of the call. */
  private static Invocation quiet(Invocation reader) {
    return new Invocation(
        reader.caller(), reader.cancellation(), ignored -> {}, reader.credential());
  }

  /** A message of the engine or the gate would name what the reader may not see. */
  private static AlidadeException told(AlidadeException failure) {
    return switch (failure.code().type()) {
      case USER, DENIED -> SharedReading.hidden();
      case RESOURCES, EXTERNAL ->
          new AlidadeException(
              failure.code(), "This answer could not be made anew now; open the link again later");
      case INTERNAL -> failure;
    };
  }
}
