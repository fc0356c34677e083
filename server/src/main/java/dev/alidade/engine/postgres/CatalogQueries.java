package dev.alidade.engine.postgres;

/**
 * What is asked of the server's own catalog, each a single question whatever the number of tables.
 */
final class CatalogQueries {
  // Tables that the account may read, but for those of the system, the pieces of others, and what
  // accounts that were made here see of them.
  private static final String READABLE =
      """
      WITH readable AS MATERIALIZED (
        SELECT c.oid, n.nspname, c.relname, c.relkind, c.reltuples,
               has_table_privilege(c.oid, 'SELECT') AS whole
        FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT c.relispartition
          AND n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\\_%'
          AND has_schema_privilege(n.oid, 'USAGE')
          AND (n.nspname = current_user
            OR coalesce(obj_description(n.oid, 'pg_namespace'), '') NOT LIKE '{mark}%')
          AND (has_table_privilege(c.oid, 'SELECT') OR has_any_column_privilege(c.oid, 'SELECT')))
      """
          .replace("{mark}", AccountFacts.MARK);

  static final String TABLES =
      READABLE
          + """
      SELECT r.oid, r.nspname, r.relname, r.relkind, r.reltuples, d.description,
             (SELECT string_agg(CAST(k.attnum AS text), ',' ORDER BY k.place)
              FROM pg_catalog.pg_constraint p,
                   unnest(p.conkey) WITH ORDINALITY AS k (attnum, place)
              WHERE p.conrelid = r.oid AND p.contype = 'p')
      FROM readable r
        LEFT JOIN pg_catalog.pg_description d
          ON d.objoid = r.oid AND d.objsubid = 0
            AND d.classoid = CAST('pg_catalog.pg_class' AS regclass)
      ORDER BY r.nspname, r.relname
      """;

  static final String COLUMNS =
      READABLE
          + """
      SELECT a.attrelid, a.attnum, a.attname, a.atttypid, a.atttypmod, a.attnotnull, d.description
      FROM pg_catalog.pg_attribute a JOIN readable r ON r.oid = a.attrelid
        LEFT JOIN pg_catalog.pg_description d
          ON d.objoid = a.attrelid AND d.objsubid = a.attnum
            AND d.classoid = CAST('pg_catalog.pg_class' AS regclass)
      WHERE a.attnum > 0 AND NOT a.attisdropped
        AND (r.whole OR has_column_privilege(a.attrelid, a.attnum, 'SELECT'))
      ORDER BY a.attrelid, a.attnum
      """;

  static final String TYPES =
      """
      WITH RECURSIVE used AS (
        SELECT DISTINCT a.atttypid AS oid, a.atttypmod AS typmod
        FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
        WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'v', 'm', 'f')),
      base AS (
        SELECT u.oid AS used, u.oid, t.typbasetype
        FROM (SELECT DISTINCT oid FROM used) u JOIN pg_catalog.pg_type t ON t.oid = u.oid
        UNION ALL
        SELECT b.used, t.oid, t.typbasetype
        FROM base b JOIN pg_catalog.pg_type t ON t.oid = b.typbasetype)
      SELECT u.oid, u.typmod, t.typname, t.typtype,
             t.typlen = -1 AND t.typelem <> 0 AND t.typcategory = 'A',
             pg_catalog.format_type(u.oid, u.typmod)
      FROM used u JOIN base b ON b.used = u.oid AND b.typbasetype = 0
        JOIN pg_catalog.pg_type t ON t.oid = b.oid
      """;

  static final String FOREIGN_KEYS =
      READABLE
          + """
      SELECT k.conrelid, k.confrelid, array_to_string(k.conkey, ','),
             array_to_string(k.confkey, ',')
      FROM pg_catalog.pg_constraint k
        JOIN readable r ON r.oid = k.conrelid JOIN readable f ON f.oid = k.confrelid
      WHERE k.contype = 'f' ORDER BY k.conrelid, k.conname
      """;

  // Whatever changes a table, a column, a key, a comment or a right writes a row of these anew.
  static final String VERSION =
      """
      SELECT concat_ws(' ',
        (SELECT concat(count(*), '/', sum(CAST(CAST(xmin AS text) AS bigint)), '/',
                       sum(CAST(oid AS bigint)))
         FROM pg_catalog.pg_class),
        (SELECT concat(count(*), '/', sum(CAST(CAST(xmin AS text) AS bigint)))
         FROM pg_catalog.pg_attribute WHERE attnum > 0),
        (SELECT concat(count(*), '/', sum(CAST(CAST(xmin AS text) AS bigint)))
         FROM pg_catalog.pg_constraint),
        (SELECT concat(count(*), '/', sum(CAST(CAST(xmin AS text) AS bigint)))
         FROM pg_catalog.pg_description WHERE classoid = CAST('pg_catalog.pg_class' AS regclass)),
        (SELECT concat(count(*), '/', sum(CAST(CAST(xmin AS text) AS bigint)))
         FROM pg_catalog.pg_namespace),
        (SELECT concat(count(*), '/', sum(CAST(CAST(xmin AS text) AS bigint)))
         FROM pg_catalog.pg_auth_members))
      """;

  // Every transaction that changes anything has a number, and the snapshot names the newest and
  // those that still run. What lies on other servers leaves no trace here.
  static final String DATA_VERSION =
      """
      SELECT CASE WHEN EXISTS (SELECT 1 FROM pg_catalog.pg_foreign_table) THEN NULL
             ELSE concat_ws(' ', txid_current_snapshot(), pg_postmaster_start_time(),
                             current_database(), current_user) END
      """;

  // What instances have in common that are given the same rows: the cluster, the database, the
  // account and all that a session may set, but for what ends or records statements.
  static final String IDENTITY =
      """
      SELECT concat_ws(' ', (SELECT system_identifier FROM pg_control_system()), version(),
                       current_database(), session_user, current_user,
                       (SELECT md5(string_agg(concat(name, '=', setting), ' ' ORDER BY name))
                        FROM pg_catalog.pg_settings
                        WHERE context IN ('user', 'superuser') AND name NOT LIKE '%timeout'
                          AND name NOT LIKE 'log\\_%' AND name <> 'application_name'))
      """;

  // What other texts make rows for: views, and tables whose rows the server chooses by rules.
  static final String MADE =
      """
      SELECT c.relname FROM pg_catalog.pg_class c
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE (c.relkind IN ('v', 'f') OR c.relrowsecurity)
        AND n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\\_%'
      """;

  static final String STATISTICS =
      """
      SELECT c.oid, c.reltuples,
             CASE WHEN c.relkind IN ('r', 'm', 't') THEN pg_total_relation_size(c.oid) END
      FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = ? AND c.relname = ? AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
        AND has_schema_privilege(n.oid, 'USAGE')
        AND (has_table_privilege(c.oid, 'SELECT') OR has_any_column_privilege(c.oid, 'SELECT'))
      """;

  static final String COLUMN_STATISTICS =
      """
      SELECT attname, null_frac, n_distinct,
             CASE WHEN most_common_vals IS NULL
                  THEN CAST(CAST(histogram_bounds AS text) AS text[]) END
      FROM pg_catalog.pg_stats WHERE schemaname = ? AND tablename = ? ORDER BY inherited
      """;

  private CatalogQueries() {}
}
