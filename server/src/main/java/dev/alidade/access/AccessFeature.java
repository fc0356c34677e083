package dev.alidade.access;

import dev.alidade.operation.Operation;
import dev.alidade.policy.Right;
import java.util.List;

/** The operations that say who may do and see what. */
public final class AccessFeature {
  private final AccessService service;

  /** Operations of {@code service}. */
  public AccessFeature(AccessService service) {
    this.service = service;
  }

  /** {@code explain_access} and {@code try_access}. */
  public List<Operation<?, ?>> operations() {
    return List.of(explain(), tryOut());
  }

  private Operation<ExplainAccessInput, ExplainAccessOutput> explain() {
    return Operation.named("explain_access", ExplainAccessInput.class, ExplainAccessOutput.class)
        .title("Explain access")
        .description(
            "Says what you may call and read, and by which rule; with `roles`, for administrators, "
                + "what somebody with those roles may.")
        .forEverybody()
        .primary("source")
        .examples(
            "explain-access shop", "explain-access shop --table customers --roles '[\"analyst\"]'")
        .handledBy(service::explain);
  }

  private Operation<TryAccessInput, TryAccessOutput> tryOut() {
    return Operation.named("try_access", TryAccessInput.class, TryAccessOutput.class)
        .title("Try access")
        .description(
            "Runs a statement as somebody with these roles and attributes, and shows the rows they "
                + "get and what ran. With a draft of a role or a policy it runs as if that were "
                + "saved, and shows what they get now beside it: the dry run of roles and policies.")
        .right(Right.ADMINISTER)
        .primary("sql")
        .examples(
            "try-access \"SELECT * FROM customers\" --source shop --roles '[\"analyst\"]' --attributes '{\"region\": \"west\"}'",
            "try-access \"SELECT * FROM customers\" --source shop --roles '[\"analyst\"]' --draft-policy '{\"source\": \"shop\", \"table\": \"customers\", \"masks\": {\"email\": \"redact\"}}'")
        .handledBy(service::tryOut);
  }
}
