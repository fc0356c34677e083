package dev.alidade.engine.postgres;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.AccountProof;
import dev.alidade.engine.AccountRequest;
import dev.alidade.engine.jdbc.ServerConnections;
import dev.alidade.policy.GovernedAccount;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Makes accounts for which the database itself shows only what may be seen. */
final class PostgresAccounts {
  private final ServerConnections connections;
  private final PostgresKind kind;
  private final String home;

  PostgresAccounts(ServerConnections connections, PostgresKind kind, String home) {
    this.connections = connections;
    this.kind = kind;
    this.home = home;
  }

  List<String> statements(GovernedAccount account) {
    return connections.call(connection -> script(connection, account).statements());
  }

  boolean provision(AccountRequest request) {
    GovernedAccount account = request.account();
    return connections.call(
        request.cancellation(),
        connection -> {
          kind.beginWrite(connection);
          AccountScript script = script(connection, account);
          try (Statement statement = connection.createStatement()) {
            for (String sql : script.statements()) {
              statement.execute(sql);
            }
          }
          AccountProof proof = new AccountTrial(connection, account, script).prove();
          boolean kept = request.keep().test(proof) && !request.cancellation().isCancelled();
          if (kept) {
            connection.commit();
          } else {
            connection.rollback();
          }
          return kept;
        },
        failure -> translate(account, failure));
  }

  private AccountScript script(Connection connection, GovernedAccount account) throws SQLException {
    return new AccountScript(account, AccountFacts.read(connection, account.name()), home);
  }

  private static AlidadeException translate(GovernedAccount account, SQLException failure) {
    boolean refused = PostgresErrors.state(failure).equals("42501");
    return new AlidadeException(
        refused ? ErrorCode.PERMISSION_DENIED : ErrorCode.ENGINE_FAILED,
        "The account `%s` was not made, and nothing was changed: %s%s"
            .formatted(
                account.name(),
                PostgresErrors.text(failure),
                refused
                    ? "; let the source's account do this, or run the statements as the database's owner"
                    : ""),
        failure);
  }
}
