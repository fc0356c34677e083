package dev.alidade.provision;

import dev.alidade.operation.Operation;
import dev.alidade.operation.OperationEffect;
import dev.alidade.policy.Right;
import dev.alidade.query.QueryService;
import dev.alidade.write.People;
import java.util.List;

/** The operation that makes accounts of a source's own database. */
public final class ProvisionFeature {
  private final ProvisionService service;

  /** Accounts in the sources of {@code queries}; callers are looked up in {@code people}. */
  public ProvisionFeature(QueryService queries, People people) {
    this.service = new ProvisionService(queries, people);
  }

  /** {@code provision_access}. */
  public List<Operation<?, ?>> operations() {
    return List.of(
        Operation.named("provision_access", ProvisionInput.class, ProvisionOutput.class)
            .title("Provision access")
            .description(
                "Shows the statements that make an account of the source's own database for which "
                    + "that database shows only what a caller or roles may see; with `apply`, runs "
                    + "them and tries the account.")
            .effect(OperationEffect.DESTRUCTIVE)
            .right(Right.ADMINISTER)
            .primary("account")
            .examples(
                "provision-access west_reader --source crm --roles '[\"analyst\"]' --attributes '{\"region\": \"west\"}'",
                "provision-access wendy_db --source crm --caller wendy --apply")
            .handledBy(service::provision));
  }
}
