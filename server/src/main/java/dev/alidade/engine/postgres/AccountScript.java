package dev.alidade.engine.postgres;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.policy.GovernedAccount;
import dev.alidade.sql.TableName;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the statements that make an account: a role, and views in a schema of the same name. */
final class AccountScript {
  private static final int LONGEST_NAME = 63;

  /** The table that holds what masks hash with. */
  static final String KEY = "alidade_key";

  private final GovernedAccount account;
  private final AccountFacts facts;
  private final String home;
  private final PostgresDialect dialect = new PostgresDialect();
  private final Map<TableName, String> names;

  AccountScript(GovernedAccount account, AccountFacts facts, String home) {
    this.account = account;
    this.facts = facts;
    this.home = home;
    check();
    this.names = names();
  }

  /** What the account calls each table that it sees. */
  Map<TableName, String> views() {
    return names;
  }

  List<String> statements() {
    String name = dialect.quote(account.name());
    String mark = dialect.literal(AccountFacts.MARK + " for source " + account.source());
    List<String> statements = new ArrayList<>();
    statements.add("SET LOCAL search_path = " + dialect.quote(home));
    statements.add("SET LOCAL standard_conforming_strings = on");
    if (!facts.ours()) {
      statements.add(
          "CREATE ROLE %s NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT NOREPLICATION NOBYPASSRLS"
              .formatted(name));
      statements.add("COMMENT ON ROLE %s IS %s".formatted(name, mark));
    }
    statements.addAll(facts.revocations());
    if (facts.schemaOurs()) {
      // Not with CASCADE: what others built on the views is theirs.
      facts
          .views()
          .forEach(view -> statements.add("DROP VIEW %s.%s".formatted(name, dialect.quote(view))));
      if (facts.hasKey()) {
        statements.add("DROP TABLE " + key());
      }
      statements.add("DROP SCHEMA " + name);
    }
    statements.add("CREATE SCHEMA " + name);
    statements.add("COMMENT ON SCHEMA %s IS %s".formatted(name, mark));
    if (hashes()) {
      statements.add("CREATE TABLE %s (secret text NOT NULL)".formatted(key()));
      statements.add(
          "INSERT INTO %s VALUES (gen_random_uuid()::text || gen_random_uuid()::text)"
              .formatted(key()));
    }
    for (GovernedAccount.Seen seen : account.tables()) {
      statements.add(
          "CREATE VIEW %s WITH (security_barrier = true) AS %s"
              .formatted(view(seen.table()), keyed(seen.query())));
    }
    statements.add("REVOKE ALL ON SCHEMA %s FROM PUBLIC".formatted(name));
    statements.add("REVOKE ALL ON ALL TABLES IN SCHEMA %s FROM PUBLIC".formatted(name));
    statements.add(
        "GRANT CONNECT ON DATABASE %s TO %s".formatted(dialect.quote(facts.database()), name));
    statements.add("GRANT USAGE ON SCHEMA %s TO %s".formatted(name, name));
    for (GovernedAccount.Seen seen : account.tables()) {
      statements.add("GRANT SELECT ON %s TO %s".formatted(view(seen.table()), name));
    }
    statements.add(
        "ALTER ROLE %s IN DATABASE %s SET search_path = %s"
            .formatted(name, dialect.quote(facts.database()), name));
    return List.copyOf(statements);
  }

  /** The view of a table, with its schema. */
  String view(TableName table) {
    return dialect.quote(account.name()) + "." + dialect.quote(names.get(table));
  }

  /** The key is read with the rights of the view's owner, and stands in no text. */
  private String keyed(String query) {
    return query.replace(
        dialect.literal(account.hashWord()), "(SELECT secret FROM %s)".formatted(key()));
  }

  private boolean hashes() {
    return account.tables().stream()
        .anyMatch(seen -> seen.query().contains(dialect.literal(account.hashWord())));
  }

  private String key() {
    return dialect.quote(account.name()) + "." + dialect.quote(KEY);
  }

  private void check() {
    String name = account.name();
    boolean isName =
        !name.isBlank()
            && name.chars().noneMatch(Character::isISOControl)
            && name.getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME
            && !name.startsWith("pg_")
            && !name.equals("public");
    if (!isName) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "`%s` cannot be an account; choose a name of %d bytes at most that does not begin with pg_"
              .formatted(name, LONGEST_NAME));
    }
    if (facts.taken() || facts.schemaTaken()) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "There is %s `%s` in the database already that was not made by Alidade; choose another name"
              .formatted(facts.taken() ? "an account" : "a schema", account.name()));
    }
    if (account.tables().isEmpty()) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "The account would see no table of `%s`; explain_access tells what those roles grant"
              .formatted(account.source()));
    }
  }

  /** Tables of the home schema keep their names; those of others have their schema before it. */
  private Map<TableName, String> names() {
    Map<TableName, String> byTable = new LinkedHashMap<>();
    for (GovernedAccount.Seen seen : account.tables()) {
      TableName table = seen.table();
      boolean athome = table.schema().map(home::equals).orElse(true);
      String name = athome ? table.table() : table.schema().orElseThrow() + "_" + table.table();
      if (byTable.containsValue(name)
          || name.equals(KEY)
          || name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
        throw new AlidadeException(
            ErrorCode.NOT_SUPPORTED,
            "The view of `%s` would be called `%s`, which is taken or too long; leave the table out of `tables`"
                .formatted(table, name));
      }
      byTable.put(table, name);
    }
    return byTable;
  }
}
