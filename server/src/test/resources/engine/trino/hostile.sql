-- One statement a line; the gate of a source on catalog tpch, schema tiny, refuses every one of them.
INSERT INTO orders SELECT * FROM orders
INSERT INTO nation (n_nationkey) VALUES (1)
UPDATE orders SET o_comment = 'x'
DELETE FROM orders
MERGE INTO orders t USING nation s ON t.o_orderkey = s.n_nationkey WHEN MATCHED THEN DELETE
TRUNCATE TABLE orders
CREATE TABLE x (a integer)
CREATE TABLE x AS SELECT * FROM orders
CREATE TABLE IF NOT EXISTS x AS TABLE orders
CREATE OR REPLACE VIEW v AS SELECT 1
CREATE MATERIALIZED VIEW v AS SELECT 1
REFRESH MATERIALIZED VIEW v
CREATE SCHEMA s
CREATE CATALOG c USING memory
DROP CATALOG memory
CREATE ROLE r
CREATE FUNCTION f(a bigint) RETURNS bigint RETURN a
DROP TABLE orders
DROP SCHEMA tiny CASCADE
DROP VIEW v
ALTER TABLE orders RENAME TO gone
ALTER TABLE orders ADD COLUMN a integer
ALTER TABLE orders EXECUTE optimize
ALTER TABLE orders SET PROPERTIES x = 1
COMMENT ON TABLE orders IS 'mine'
ANALYZE orders
GRANT SELECT ON orders TO PUBLIC
REVOKE SELECT ON orders FROM PUBLIC
DENY SELECT ON orders TO USER eve
SET SESSION query_max_run_time = '9d'
RESET SESSION query_max_run_time
SET ROLE admin
SET PATH memory.default
SET TIME ZONE 'Europe/Berlin'
SET SESSION AUTHORIZATION admin
RESET SESSION AUTHORIZATION
USE memory.default
CALL system.runtime.kill_query('x', 'y')
CALL system.sync_partition_metadata('a', 'b', 'FULL')
PREPARE p FROM DELETE FROM orders
EXECUTE p
EXECUTE IMMEDIATE 'DELETE FROM orders'
EXECUTE IMMEDIATE 'SELECT * FROM memory.default.payroll'
DEALLOCATE PREPARE p
DESCRIBE INPUT p
START TRANSACTION
START TRANSACTION READ WRITE
COMMIT
ROLLBACK
SHOW CATALOGS
SHOW TABLES FROM memory.default
SHOW CREATE TABLE orders
SHOW STATS FOR (SELECT * FROM memory.default.payroll)
SHOW SESSION
SHOW FUNCTIONS
DESCRIBE memory.default.payroll
EXPLAIN SELECT 1
EXPLAIN ANALYZE SELECT * FROM memory.default.payroll
SELECT * FROM memory.default.payroll
SELECT * FROM "memory"."default"."payroll"
SELECT * FROM MEMORY.DEFAULT.PAYROLL
SELECT * FROM other.payroll.x.y
SELECT * FROM system.runtime.queries
SELECT * FROM system.jdbc.tables
SELECT * FROM information_schema.tables
SELECT * FROM "Information_Schema".tables
SELECT * FROM tpch.information_schema.columns
SELECT * FROM tpch.sf1.orders
SELECT * FROM "orders$files"
SELECT * FROM tiny."orders$properties"
TABLE memory.default.payroll
TABLE information_schema.tables
(SELECT 1) UNION ALL (TABLE memory.default.payroll)
SELECT (SELECT max(salary) FROM memory.default.payroll)
SELECT 1 WHERE EXISTS (SELECT 1 FROM memory.default.payroll)
SELECT 1 FROM orders GROUP BY GROUPING SETS ((o_orderkey, (SELECT max(salary) FROM memory.default.payroll)), ())
SELECT count(*) FILTER (WHERE o_orderkey IN (SELECT salary FROM memory.default.payroll)) FROM orders
SELECT array_agg(1 ORDER BY (SELECT salary FROM memory.default.payroll)) FROM orders
SELECT sum(1) OVER (PARTITION BY (SELECT salary FROM memory.default.payroll)) FROM orders
SELECT sum(1) OVER (ORDER BY o_orderkey ROWS BETWEEN (SELECT salary FROM memory.default.payroll) PRECEDING AND CURRENT ROW) FROM orders
SELECT sum(1) OVER w FROM orders WINDOW w AS (ORDER BY (SELECT salary FROM memory.default.payroll))
SELECT * FROM orders JOIN nation ON o_orderkey = (SELECT salary FROM memory.default.payroll)
SELECT * FROM orders ORDER BY (SELECT salary FROM memory.default.payroll)
SELECT * FROM UNNEST((SELECT array_agg(salary) FROM memory.default.payroll)) AS t (x)
SELECT * FROM orders, LATERAL (SELECT * FROM memory.default.payroll)
SELECT * FROM orders CROSS JOIN LATERAL (TABLE memory.default.payroll) AS t
SELECT * FROM orders TABLESAMPLE BERNOULLI ((SELECT salary FROM memory.default.payroll))
SELECT transform(ARRAY[1], x -> (SELECT max(salary) FROM memory.default.payroll))
SELECT CASE WHEN 1 = (SELECT salary FROM memory.default.payroll) THEN 1 END
SELECT IF(true, (SELECT salary FROM memory.default.payroll))
SELECT TRY((SELECT salary FROM memory.default.payroll))
SELECT CAST((SELECT salary FROM memory.default.payroll) AS varchar)
SELECT ROW((SELECT salary FROM memory.default.payroll))
SELECT ARRAY[(SELECT salary FROM memory.default.payroll)][1]
SELECT JSON_OBJECT('a' VALUE (SELECT salary FROM memory.default.payroll))
SELECT JSON_VALUE('{}', 'lax $.a' PASSING (SELECT salary FROM memory.default.payroll) AS x)
SELECT JSON_VALUE('{}', 'lax $.a' DEFAULT (SELECT salary FROM memory.default.payroll) ON EMPTY)
SELECT * FROM JSON_TABLE((SELECT ssn FROM memory.default.payroll), 'lax $' COLUMNS (a varchar PATH 'lax $'))
SELECT * FROM (TABLE memory.default.payroll) MATCH_RECOGNIZE (PATTERN (a) DEFINE a AS true)
SELECT * FROM orders MATCH_RECOGNIZE (MEASURES (SELECT max(salary) FROM memory.default.payroll) AS m PATTERN (a) DEFINE a AS true)
VALUES (SELECT salary FROM memory.default.payroll)
VALUES 1, (SELECT salary FROM memory.default.payroll)
SELECT 1 > ALL (SELECT salary FROM memory.default.payroll)
SELECT 1 UNION ALL SELECT salary FROM memory.default.payroll
SELECT 1 EXCEPT SELECT salary FROM memory.default.payroll
WITH x AS (SELECT * FROM memory.default.payroll) SELECT * FROM x
WITH payroll AS (SELECT 1) SELECT * FROM memory.default.payroll
WITH a AS (SELECT 1), b AS (WITH c AS (TABLE memory.default.payroll) TABLE c) SELECT * FROM b
WITH RECURSIVE r (n) AS (SELECT salary FROM memory.default.payroll UNION ALL SELECT n + 1 FROM r WHERE n < 5) SELECT * FROM r
WITH x AS (DELETE FROM orders) SELECT 1
WITH FUNCTION f() RETURNS bigint RETURN 1 SELECT f()
WITH SESSION query_max_run_time = '9d' SELECT 1
SELECT * FROM TABLE(memory.system.query(query => 'SELECT * FROM payroll'))
SELECT * FROM TABLE(system.query(query => 'DROP TABLE payroll'))
SELECT * FROM TABLE(query(query => 'SELECT 1'))
SELECT * FROM TABLE(tpch.system.query('x'))
SELECT * FROM TABLE(exclude_columns(input => TABLE(memory.default.payroll), columns => DESCRIPTOR(ssn)))
SELECT * FROM TABLE(exclude_columns(input => TABLE(SELECT * FROM memory.default.payroll), columns => DESCRIPTOR(ssn)))
SELECT memory.default.f(1)
SELECT my_function(o_comment) FROM orders
SELECT "$literal$"('x')
SELECT current_user
SELECT current_path
SELECT 1; SELECT 2
SELECT 1; DROP TABLE orders
SELECT 1;; DROP TABLE orders --
; DELETE FROM orders
SELECT * FROM `payroll`
SELECT * FROM orders /* unclosed
SELECT 'unclosed FROM orders
SELECT 1 FROM
