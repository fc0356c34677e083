package dev.alidade.share;

import dev.alidade.ask.SharedTurns;
import dev.alidade.base.Caller;
import dev.alidade.operation.Operation;
import dev.alidade.operation.OperationEffect;
import dev.alidade.store.Database;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The operations on shared conversations. */
public final class ShareFeature {
  private static final String TOKEN = "shr_Zk3Qv0c1mP2yXw8sTn4uR7aB";

  private final ShareService service;

  /** Shares {@code turns}; a link ends with its owner, whom {@code callers} knows no more then. */
  public ShareFeature(
      SharedTurns turns,
      Database database,
      Function<String, Optional<Caller>> callers,
      Clock clock) {
    this.service = new ShareService(turns, database, callers, clock);
  }

  /** Sharing and ending, opening and going on. */
  public List<Operation<?, ?>> operations() {
    return List.of(share(), list(), end(), open(), goOn());
  }

  private Operation<ShareConversationInput, ShareConversationOutput> share() {
    return Operation.named(
            "share_conversation", ShareConversationInput.class, ShareConversationOutput.class)
        .title("Share a conversation")
        .description(
            "Makes a link to one of your conversations as it is now. Whoever may sign in here and "
                + "has the link sees each question answered anew with their own rights; your rows "
                + "never leave. The link is told once; end_share ends it.")
        .effect(OperationEffect.WRITE)
        .primary("conversation")
        .examples("share-conversation last", "share-conversation last --days 7")
        .handledBy(service::share);
  }

  private Operation<ListSharesInput, ListSharesOutput> list() {
    return Operation.named("list_shares", ListSharesInput.class, ListSharesOutput.class)
        .title("List what you share")
        .description("Lists your links to conversations that still open, the latest first.")
        .examples("list-shares")
        .handledBy((input, invocation) -> service.list(invocation));
  }

  private Operation<EndShareInput, EndShareOutput> end() {
    return Operation.named("end_share", EndShareInput.class, EndShareOutput.class)
        .title("Stop sharing")
        .description("Ends one of your links to a conversation; it opens nothing any more.")
        .effect(OperationEffect.WRITE)
        .primary("share")
        .examples("end-share share_Zk3Qv0c1mP2yXw8sTn4uR7aB")
        .handledBy(service::end);
  }

  private Operation<OpenShareInput, OpenShareOutput> open() {
    return Operation.named("open_share", OpenShareInput.class, OpenShareOutput.class)
        .title("Open a shared conversation")
        .description(
            "Shows a conversation that somebody shared: each answer is made anew with your own "
                + "rights. An answer that reads or names what you may not see says so instead.")
        .primary("token")
        .examples("open-share " + TOKEN)
        .handledBy(service::open);
  }

  private Operation<ContinueShareInput, ContinueShareOutput> goOn() {
    return Operation.named("continue_share", ContinueShareInput.class, ContinueShareOutput.class)
        .title("Continue a shared conversation")
        .description(
            "Copies a shared conversation, as you may see it, into one of your own to go on with "
                + "by ask.")
        .primary("token")
        .examples("continue-share " + TOKEN, "continue-share " + TOKEN + " --turn 2")
        .handledBy(service::goOn);
  }
}
