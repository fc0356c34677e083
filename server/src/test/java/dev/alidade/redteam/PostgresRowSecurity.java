package dev.alidade.redteam;

import dev.alidade.agreement.ColumnForm;
import dev.alidade.agreement.TargetEngine;
import dev.alidade.agreement.Targets;
import dev.alidade.base.Caller;
import dev.alidade.engine.EngineFactory;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.policy.AccessRules;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The arena's database where PostgreSQL itself narrows what an account sees, by row security and
 * views, and Alidade narrows nothing: a second opinion on what Alidade's rewriting shows.
 */
public final class PostgresRowSecurity implements AutoCloseable {
  private static final String ACCOUNT = "arena_reader_" + Long.toHexString(System.nanoTime());
  private static final String PASSWORD = "of the arena";

  /** The tables go out of sight; views in their place show what the account may see. */
  private static final List<String> NARROWED =
      List.of(
          "ALTER SCHEMA public RENAME TO whole",
          "CREATE SCHEMA public",
          "CREATE ROLE " + ACCOUNT + " LOGIN PASSWORD '" + PASSWORD + "'",
          "GRANT USAGE ON SCHEMA public, whole TO " + ACCOUNT,
          "GRANT SELECT ON whole.customers, whole.orders, whole.products TO " + ACCOUNT,
          "ALTER TABLE whole.customers ENABLE ROW LEVEL SECURITY",
          "ALTER TABLE whole.orders ENABLE ROW LEVEL SECURITY",
          "CREATE POLICY own ON whole.customers FOR SELECT TO "
              + ACCOUNT
              + " USING (region = 'west')",
          "CREATE POLICY own ON whole.orders FOR SELECT TO "
              + ACCOUNT
              + " USING (customer_id IN (SELECT id FROM whole.customers))",
          """
          CREATE VIEW public.customers WITH (security_invoker, security_barrier) AS
          SELECT id, name, region, CASE WHEN email IS NOT NULL THEN '***' END AS email,
            '***' || right(phone, 4) AS phone,
            round(salary::float8 / 1000) * 1000 AS salary,
            round(balance::float8 / 100) * 100 AS balance,
            date_trunc('year', born::timestamp)::date AS born, NULL::bigint AS bonus,
            encode(sha256(convert_to('%s' || ssn, 'UTF8')), 'hex') AS ssn, rating
          FROM whole.customers"""
              .formatted(ArenaRows.HASH_KEY),
          """
          CREATE VIEW public.orders WITH (security_invoker, security_barrier) AS
          SELECT id, customer_id, product_id, total, placed, status FROM whole.orders""",
          "CREATE VIEW public.products WITH (security_invoker) AS SELECT * FROM whole.products",
          "GRANT SELECT ON ALL TABLES IN SCHEMA public TO " + ACCOUNT);

  private final Side side;

  private PostgresRowSecurity(Side side) {
    this.side = side;
  }

  /** A database of its own on the server that tests share. */
  public static PostgresRowSecurity open(Path folder) {
    Side side =
        new Side(
            new AsAccount(Targets.named("postgres", folder)),
            new ArenaRows(1).whole(),
            "nothing",
            AccessRules.OPEN,
            Caller.LOCAL);
    Side.run(side.target(), NARROWED);
    return new PostgresRowSecurity(side);
  }

  /** What the account gets to know from a statement. */
  public Outcome attempt(String sql) {
    return side.attempt(sql);
  }

  @Override
  public void close() {
    side.close();
  }

  /** The same engine, asked under the account. */
  private record AsAccount(TargetEngine engine) implements TargetEngine {
    @Override
    public EngineFactory factory() {
      return engine.factory();
    }

    @Override
    public String typeOf(ColumnForm column) {
      return engine.typeOf(column);
    }

    @Override
    public String literal(Object value) {
      return engine.literal(value);
    }

    @Override
    public Target create(String label) {
      Target target = engine.create(label);
      return new Target() {
        @Override
        public Connection writer() throws SQLException {
          return target.writer();
        }

        @Override
        public SourceDefinition source(String name) {
          SourceDefinition own = target.source(name);
          Map<String, Object> settings = new HashMap<>(own.settings());
          settings.put("username", ACCOUNT);
          settings.put("password", PASSWORD);
          return new SourceDefinition(name, own.engine(), settings);
        }
      };
    }
  }
}
