SELECT * FROM 'secrets.csv'
SELECT * FROM "secrets.parquet"
SELECT * FROM '/etc/passwd'
SELECT * FROM read_csv('/etc/passwd')
SELECT * FROM READ_CSV('/etc/passwd')
SELECT * FROM "read_csv"('/etc/passwd')
SELECT * FROM main.read_csv('/etc/passwd')
SELECT * FROM system.main.read_text('/etc/passwd')
SELECT * FROM read_csv_auto(['/etc/passwd'])
SELECT * FROM read_text('/etc/passwd')
SELECT * FROM read_blob('/etc/*')
SELECT * FROM read_json('/tmp/x')
SELECT * FROM read_parquet('https://example.org/x.parquet')
SELECT * FROM parquet_scan('x')
SELECT * FROM parquet_metadata('x')
SELECT * FROM glob('/etc/*')
SELECT * FROM sniff_csv('/etc/passwd')
SELECT * FROM query('SELECT * FROM payroll')
SELECT * FROM query_table('payroll')
SELECT * FROM query_table(['payroll'])
SELECT * FROM histogram(payroll, ssn)
SELECT * FROM histogram_values('payroll', 'ssn')
SELECT * FROM json_execute_serialized_sql(json_serialize_sql('SELECT * FROM payroll'))
SELECT json_serialize_sql('SELECT 1')
SELECT json_deserialize_sql('{}')
SELECT json_serialize_plan('SELECT * FROM payroll')
SELECT * FROM duckdb_tables()
SELECT * FROM duckdb_tables
SELECT * FROM duckdb_settings()
SELECT * FROM duckdb_secrets()
SELECT * FROM duckdb_views
SELECT * FROM sqlite_master
SELECT * FROM information_schema.tables
SELECT * FROM pg_catalog.pg_class
SELECT * FROM pg_class
SELECT * FROM system.information_schema.columns
SELECT * FROM pragma_table_info('payroll')
SELECT * FROM pragma_storage_info('payroll')
SELECT * FROM which_secret('x', 's3')
SELECT * FROM seq_scan('payroll')
SELECT * FROM arrow_scan(1, 2, 3)
SELECT * FROM test_all_types()
SELECT * FROM checkpoint()
SELECT * FROM force_checkpoint()
SELECT * FROM enable_logging()
SELECT * FROM summary(TABLE payroll)
SELECT getenv('HOME')
SELECT current_setting('temp_directory')
SELECT getvariable('x')
SELECT nextval('seq')
SELECT setseed(0.5)
SELECT sleep_ms(100000)
SELECT pg_sleep(100)
SELECT write_log('x')
SELECT error('x')
SELECT current_query()
SELECT txid_current()
SELECT pg_get_viewdef(1)
SELECT (SELECT x FROM (SELECT getenv('HOME') AS x))
SELECT a FROM t ORDER BY getenv('HOME')
SELECT a FROM t LIMIT (SELECT nextval('s'))
SELECT sum(a) FILTER (WHERE sleep_ms(1) IS NULL) FROM t
SELECT list_transform([1], x -> sleep_ms(x))
SELECT sum(a) OVER (ORDER BY nextval('s')) FROM t
SELECT CASE WHEN sleep_ms(1) IS NULL THEN 1 END
SELECT * FROM t JOIN read_csv('/etc/passwd') ON true
SELECT * FROM t, LATERAL (SELECT * FROM read_text(t.s))
SELECT * FROM t WHERE EXISTS (FROM '/etc/passwd')
SELECT * FROM t PIVOT (sum(a) FOR s IN (SELECT column0 FROM 'x.csv'))
WITH x AS (FROM read_csv('/etc/passwd')) SELECT 1
WITH x AS (INSERT INTO t VALUES (1, 'a') RETURNING *) SELECT * FROM x
WITH x AS (UPDATE t SET a = 1 RETURNING *) SELECT * FROM x
WITH x AS (DELETE FROM t RETURNING *) SELECT * FROM x
WITH x AS (SELECT 1), y AS (DELETE FROM t RETURNING *) SELECT * FROM x
SELECT * FROM (WITH x AS (DELETE FROM t RETURNING *) SELECT * FROM x)
COPY payroll TO '/tmp/out.csv'
COPY (SELECT * FROM payroll) TO '/tmp/out.csv'
EXPORT DATABASE '/tmp/out'
IMPORT DATABASE '/tmp/out'
ATTACH '/tmp/x.db' AS x
DETACH x
USE x
INSTALL httpfs
LOAD httpfs
CALL enable_logging()
CALL pragma_version()
SET threads = 1
SET VARIABLE x = 1
RESET threads
PRAGMA version
PREPARE p AS SELECT 1
EXECUTE p
DEALLOCATE p
CHECKPOINT
VACUUM
BEGIN
COMMIT
CREATE MACRO m(x) AS x
CREATE SECRET s (TYPE s3)
CREATE TEMP TABLE x AS SELECT 1
CREATE SEQUENCE s
COMMENT ON TABLE t IS 'x'
DROP SCHEMA main CASCADE
TRUNCATE t
MERGE INTO t USING t AS u ON true WHEN MATCHED THEN DELETE
INSERT OR REPLACE INTO t VALUES (1, 'a')
EXPLAIN SELECT 1
EXPLAIN ANALYZE DELETE FROM t
SHOW TABLES
SHOW ALL TABLES
SHOW DATABASES
DESCRIBE
PIVOT t ON s USING sum(a)
UPDATE EXTENSIONS
FORCE CHECKPOINT
SELECT 1; SELECT 2
DROP TABLE t; SELECT 1
SELECT 1 /* ; */; DROP TABLE t
SELECT * FROM t AT (VERSION => 1)
SELECT main.sha1('X')
SELECT x.getenv()
SELECT s.sleep_ms() FROM t
SELECT DEFAULT
