package dev.alidade.engine.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a database has to say before an account is made in it.
 *
 * @param ours whether the account is one that was made here before
 * @param taken whether an account of that name is somebody else's
 * @param schemaOurs whether its schema is there, made here before
 * @param schemaTaken whether a schema of that name is somebody else's
 * @param views the views in its schema
 * @param hasKey whether that schema has a table with the key of hashes
 * @param revocations what takes from everybody what the account must not have
 */
record AccountFacts(
    boolean ours,
    boolean taken,
    boolean schemaOurs,
    boolean schemaTaken,
    String database,
    List<String> views,
    boolean hasKey,
    List<String> revocations) {
  /** How accounts and schemas that were made here are told from others. */
  static final String MARK = "Made by Alidade";

  private static final String ROLE =
      "SELECT pg_catalog.shobj_description(oid, 'pg_authid') FROM pg_catalog.pg_roles WHERE rolname = ?";
  private static final String SCHEMA =
      "SELECT pg_catalog.obj_description(oid, 'pg_namespace') FROM pg_catalog.pg_namespace WHERE nspname = ?";
  private static final String KEY =
      "SELECT tablename FROM pg_catalog.pg_tables WHERE tablename = '%s' AND schemaname = ?"
          .formatted(AccountScript.KEY);
  private static final String VIEWS =
      "SELECT viewname FROM pg_catalog.pg_views WHERE schemaname = ? ORDER BY viewname";

  // What the pseudo-role of everybody holds cannot be taken from one account alone.
  private static final String REVOCATIONS =
      """
      WITH own AS (
        SELECT oid, nspname, nspacl, nspowner FROM pg_catalog.pg_namespace
        WHERE nspname <> 'information_schema' AND nspname NOT LIKE 'pg\\_%')
      SELECT 1, format('REVOKE %s ON DATABASE %I FROM PUBLIC',
               string_agg(a.privilege_type, ', ' ORDER BY a.privilege_type), d.datname)
      FROM pg_catalog.pg_database d,
           aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) a
      WHERE d.datname = current_database() AND a.grantee = 0 AND a.privilege_type <> 'CONNECT'
      GROUP BY d.datname
      UNION ALL
      SELECT 2, format('REVOKE CREATE ON SCHEMA %I FROM PUBLIC', n.nspname)
      FROM own n, aclexplode(coalesce(n.nspacl, acldefault('n', n.nspowner))) a
      WHERE a.grantee = 0 AND a.privilege_type = 'CREATE'
      UNION ALL
      SELECT 3, format('REVOKE ALL ON %s %I.%I FROM PUBLIC',
               CASE c.relkind WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END, n.nspname, c.relname)
      FROM pg_catalog.pg_class c JOIN own n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
        AND (EXISTS (SELECT 1 FROM aclexplode(c.relacl) a WHERE a.grantee = 0)
          OR EXISTS (SELECT 1 FROM pg_catalog.pg_attribute t, aclexplode(t.attacl) a
                     WHERE t.attrelid = c.oid AND a.grantee = 0))
      UNION ALL
      SELECT 4, format('REVOKE EXECUTE ON ROUTINE %s FROM PUBLIC', CAST(p.oid AS regprocedure))
      FROM pg_catalog.pg_proc p JOIN own n ON n.oid = p.pronamespace,
           aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
      WHERE p.prosecdef AND a.grantee = 0
      UNION ALL
      SELECT 5, format('REVOKE EXECUTE ON FUNCTION pg_catalog.%s FROM PUBLIC',
               CAST(p.oid AS regprocedure))
      FROM pg_catalog.pg_proc p,
           aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
      WHERE p.pronamespace = CAST('pg_catalog' AS regnamespace) AND a.grantee = 0
        AND p.proname IN ('lo_create', 'lo_creat', 'lo_from_bytea')
        AND pg_has_role(current_user, p.proowner, 'MEMBER')
      ORDER BY 1, 2
      """;

  AccountFacts {
    views = List.copyOf(views);
    revocations = List.copyOf(revocations);
  }

  static AccountFacts read(Connection connection, String account) throws SQLException {
    List<String> roles =
        column(connection, ROLE, account).stream().map(AccountFacts::marked).toList();
    List<String> schemas =
        column(connection, SCHEMA, account).stream().map(AccountFacts::marked).toList();
    return new AccountFacts(
        roles.contains(MARK),
        !roles.isEmpty() && !roles.contains(MARK),
        schemas.contains(MARK),
        !schemas.isEmpty() && !schemas.contains(MARK),
        one(connection, "SELECT current_database()"),
        column(connection, VIEWS, account),
        !column(connection, KEY, account).isEmpty(),
        revocations(connection));
  }

  private static String marked(String comment) {
    return comment != null && comment.startsWith(MARK) ? MARK : "";
  }

  private static List<String> column(Connection connection, String sql, String value)
      throws SQLException {
    List<String> values = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, value);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          values.add(row.getString(1) == null ? "" : row.getString(1));
        }
      }
    }
    return values;
  }

  private static List<String> revocations(Connection connection) throws SQLException {
    List<String> statements = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(REVOCATIONS);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        statements.add(row.getString(2));
      }
    }
    return statements;
  }

  static String one(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getString(1);
    }
  }
}
