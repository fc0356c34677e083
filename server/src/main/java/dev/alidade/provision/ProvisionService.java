package dev.alidade.provision;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.AccountProof;
import dev.alidade.engine.AccountRequest;
import dev.alidade.engine.Parameters;
import dev.alidade.operation.Invocation;
import dev.alidade.policy.GovernedAccount;
import dev.alidade.query.QueryLimits;
import dev.alidade.query.QueryRequest;
import dev.alidade.query.QueryService;
import dev.alidade.query.Rows;
import dev.alidade.sql.TableName;
import dev.alidade.write.People;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Shows the statements that make an account, and runs them if told to. */
final class ProvisionService {
  private static final Set<String> TAKEN =
      Set.of(Caller.LOCAL.name(), Caller.SYSTEM.name(), Caller.STRANGER.name());

  private final QueryService queries;
  private final People people;

  ProvisionService(QueryService queries, People people) {
    this.queries = queries;
    this.people = people;
  }

  ProvisionOutput provision(ProvisionInput input, Invocation invocation) {
    queries.checkSource(invocation.caller(), input.source());
    Caller subject = subject(input);
    if (queries.access(subject).isUnrestricted()) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "That account would see everything; name a caller or roles that see less");
    }
    GovernedAccount account = queries.account(subject, input.source(), input.account());
    String script = script(queries.accountStatements(account));
    if (!input.apply().orElse(false)) {
      return new ProvisionOutput(
          "Nothing has been run. These statements make the account `%s`; with `apply` they run in one transaction, and the account is tried before it stays"
              .formatted(account.name()),
          script,
          List.of());
    }
    return apply(account, subject, invocation.cancellation());
  }

  private ProvisionOutput apply(
      GovernedAccount account, Caller subject, Cancellation cancellation) {
    Map<TableName, Long> ours = new LinkedHashMap<>();
    for (GovernedAccount.Seen seen : account.tables()) {
      ours.put(seen.table(), count(account.source(), seen.table(), subject, cancellation));
    }
    List<ProvisionOutput.Seen> seen = new ArrayList<>();
    List<String> differing = new ArrayList<>();
    List<String> scripts = new ArrayList<>();
    boolean kept =
        queries.provision(
            new AccountRequest(
                account,
                cancellation,
                proof -> {
                  scripts.add(script(proof.statements()));
                  for (AccountProof.Seen each : proof.seen()) {
                    seen.add(
                        new ProvisionOutput.Seen(
                            each.table().toString(), each.name(), each.rows()));
                    if (ours.get(each.table()) != each.rows()) {
                      differing.add(each.table().toString());
                    }
                  }
                  return differing.isEmpty();
                }));
    if (!kept) {
      throw new AlidadeException(
          ErrorCode.DATA_CHANGED,
          "The account would count other rows than Alidade shows (in %s), so nothing was changed; if the data is changing just now, try again"
              .formatted(String.join(", ", differing)));
    }
    return new ProvisionOutput(
        "The account `%s` is made. It was tried: it counts as many rows as Alidade shows, and all else is refused to it. A new account signs in once somebody says ALTER ROLE ... LOGIN"
            .formatted(account.name()),
        scripts.getLast(),
        seen);
  }

  private long count(String source, TableName table, Caller subject, Cancellation cancellation) {
    QueryRequest request =
        new QueryRequest(
            subject,
            source,
            "SELECT count(*) FROM " + queries.dialect(subject, source).quote(table),
            Parameters.NONE,
            QueryLimits.EXPORT,
            cancellation);
    return ((Number) Rows.collect(queries.run(request)).rows().getFirst().getFirst()).longValue();
  }

  private Caller subject(ProvisionInput input) {
    if (input.caller().isPresent() == input.roles().isPresent()) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "Say either whose access the account is to have (`caller`), or with which `roles` and `attributes`");
    }
    if (input.caller().isPresent()) {
      return people
          .find(input.caller().get())
          .orElseThrow(
              () ->
                  new AlidadeException(
                      ErrorCode.CALLER_NOT_FOUND,
                      "No caller `%s`; list_callers names them".formatted(input.caller().get())));
    }
    if (TAKEN.contains(input.account())) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "`%s` is Alidade's own name; choose another".formatted(input.account()));
    }
    return new Caller(
        input.account(), Set.copyOf(input.roles().get()), input.attributes().orElse(Map.of()));
  }

  private static String script(List<String> statements) {
    return "BEGIN;\n" + String.join(";\n", statements) + ";\nCOMMIT;\n";
  }
}
