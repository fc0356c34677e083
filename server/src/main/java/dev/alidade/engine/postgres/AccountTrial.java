package dev.alidade.engine.postgres;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.AccountProof;
import dev.alidade.policy.GovernedAccount;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Tries, as an account that has just been made, what it sees and that the server refuses it the
 * rest; whatever that changes is undone.
 */
final class AccountTrial {
  private static final String REFUSED = "42501";
  private static final String NO_SCHEMA = "3F000";

  private static final String SUPERUSER =
      "SELECT CAST(rolsuper AS text) FROM pg_catalog.pg_roles WHERE rolname = current_user";

  // Asked as the account: what it holds by itself, as a member, or as everybody does.
  private static final String LEFT_OPEN =
      """
      WITH own AS (
        SELECT oid, nspname FROM pg_catalog.pg_namespace
        WHERE nspname <> 'information_schema' AND nspname NOT LIKE 'pg\\_%')
      SELECT format('relation %I.%I', n.nspname, c.relname)
      FROM pg_catalog.pg_class c JOIN own n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT (n.nspname = current_user AND c.relkind = 'v')
        AND (has_table_privilege(c.oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER')
          OR has_any_column_privilege(c.oid, 'SELECT, INSERT, UPDATE, REFERENCES'))
      UNION ALL
      SELECT format('relation %I.%I for writing', n.nspname, c.relname)
      FROM pg_catalog.pg_class c JOIN own n ON n.oid = c.relnamespace
      WHERE c.relkind = 'v' AND n.nspname = current_user
        AND has_table_privilege(c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE')
      UNION ALL
      SELECT format('sequence %I.%I', n.nspname, c.relname)
      FROM pg_catalog.pg_class c JOIN own n ON n.oid = c.relnamespace
      WHERE CASE WHEN c.relkind = 'S'
        THEN has_sequence_privilege(c.oid, 'USAGE, SELECT, UPDATE') ELSE false END
      UNION ALL
      SELECT format('creating in schema %I', n.nspname)
      FROM own n WHERE has_schema_privilege(n.oid, 'CREATE')
      UNION ALL
      SELECT 'creating schemas or temporary tables'
      WHERE has_database_privilege(current_database(), 'CREATE, TEMPORARY')
      UNION ALL
      SELECT format('function %s, which runs with its owner''s rights', CAST(p.oid AS regprocedure))
      FROM pg_catalog.pg_proc p JOIN own n ON n.oid = p.pronamespace
      WHERE p.prosecdef AND has_function_privilege(p.oid, 'EXECUTE')
      UNION ALL
      SELECT format('the rights of role %I', g.rolname)
      FROM pg_catalog.pg_auth_members m
        JOIN pg_catalog.pg_roles g ON g.oid = m.roleid
        JOIN pg_catalog.pg_roles a ON a.oid = m.member
      WHERE a.rolname = current_user
      UNION ALL
      SELECT 'everything, by an attribute of its own'
      FROM pg_catalog.pg_roles
      WHERE rolname = current_user
        AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication)
      LIMIT 5
      """;

  private final Connection connection;
  private final GovernedAccount account;
  private final AccountScript script;
  private final PostgresDialect dialect = new PostgresDialect();

  AccountTrial(Connection connection, GovernedAccount account, AccountScript script) {
    this.connection = connection;
    this.account = account;
    this.script = script;
  }

  AccountProof prove() throws SQLException {
    Savepoint before = connection.setSavepoint();
    String name = dialect.quote(account.name());
    if (AccountFacts.one(connection, SUPERUSER).equals("false")) {
      run("GRANT %s TO CURRENT_USER".formatted(name));
    }
    run("SET LOCAL ROLE " + name);
    List<AccountProof.Seen> seen = new ArrayList<>();
    for (GovernedAccount.Seen table : account.tables()) {
      refuses("SELECT 1 FROM %s LIMIT 1".formatted(dialect.quote(table.table())));
      String rows =
          AccountFacts.one(connection, "SELECT count(*) FROM " + script.view(table.table()));
      seen.add(
          new AccountProof.Seen(
              table.table(), script.views().get(table.table()), Long.parseLong(rows)));
    }
    refuses("CREATE TEMPORARY TABLE alidade_trial (id int)");
    refuses("CREATE TABLE %s.alidade_trial (id int)".formatted(name));
    refuses("CREATE SCHEMA alidade_trial");
    checkNothingLeftOpen();
    connection.rollback(before);
    return new AccountProof(script.statements(), seen);
  }

  private void checkNothingLeftOpen() throws SQLException {
    List<String> open = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(LEFT_OPEN);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        open.add(row.getString(1));
      }
    }
    if (!open.isEmpty()) {
      throw leftOpen(String.join("; ", open));
    }
  }

  private void refuses(String sql) throws SQLException {
    Savepoint before = connection.setSavepoint();
    try {
      run(sql);
    } catch (SQLException failure) {
      String state = PostgresErrors.state(failure);
      if (!state.equals(REFUSED) && !state.equals(NO_SCHEMA)) {
        throw failure;
      }
      connection.rollback(before);
      return;
    }
    throw leftOpen("it could run " + sql);
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private AlidadeException leftOpen(String what) {
    return new AlidadeException(
        ErrorCode.SOURCE_REFUSED,
        "The account `%s` would still have more than its views (%s), so nothing was changed; revoke that and try again"
            .formatted(account.name(), what));
  }
}
