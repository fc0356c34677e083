-- One statement a line; each passes the gate of a source on catalog tpch, schema tiny, and runs there.
SELECT 1
select * from region;
SELECT 'drop table orders; --' AS harmless, '-- ; /*' AS comment
/* DELETE FROM orders */ SELECT 1 -- ; DROP TABLE orders
SELECT count(*), sum(o_totalprice), avg(o_totalprice) FROM orders
SELECT * FROM tiny.nation
SELECT * FROM tpch.tiny.nation
SELECT * FROM "tpch"."tiny"."nation"
SELECT * FROM TPCH.Tiny.NATION AS "n" WHERE "n"."N_NATIONKEY" < 3
TABLE region
VALUES (1, 'a'), (2, 'b')
SELECT DISTINCT o_orderstatus FROM orders ORDER BY 1 DESC NULLS LAST
SELECT n_name FROM nation ORDER BY n_name OFFSET 2 ROWS FETCH NEXT 3 ROWS ONLY
SELECT n_regionkey FROM nation ORDER BY 1 FETCH FIRST 2 ROWS WITH TIES
SELECT n_name FROM nation OFFSET 2 LIMIT 3
SELECT n_name FROM nation LIMIT ALL
SELECT r_name, n_name FROM region JOIN nation ON r_regionkey = n_regionkey
SELECT * FROM region LEFT JOIN nation ON r_regionkey = n_regionkey AND n_nationkey > 20
SELECT * FROM region FULL OUTER JOIN nation ON r_regionkey = n_nationkey
SELECT * FROM (SELECT r_regionkey AS k FROM region) JOIN (SELECT n_regionkey AS k FROM nation) USING (k)
SELECT * FROM region CROSS JOIN UNNEST(ARRAY[1, 2]) WITH ORDINALITY AS t (x, i)
SELECT * FROM UNNEST(MAP(ARRAY['a'], ARRAY[1]), ARRAY[2, 3]) AS t (k, v, x)
SELECT r_name, x FROM region, LATERAL (SELECT max(n_name) AS x FROM nation WHERE n_regionkey = r_regionkey)
SELECT n_regionkey, count(*) FROM nation GROUP BY n_regionkey HAVING count(*) > 1
SELECT n_regionkey, n_name, count(*), grouping(n_regionkey) FROM nation GROUP BY GROUPING SETS ((n_regionkey), (n_name), ())
SELECT n_regionkey, n_name, count(*) FROM nation GROUP BY ROLLUP (n_regionkey, n_name)
SELECT n_regionkey, count(*) FROM nation GROUP BY CUBE (n_regionkey)
SELECT n_regionkey, count(*) FROM nation GROUP BY AUTO
SELECT n_name, row_number() OVER (PARTITION BY n_regionkey ORDER BY n_name DESC) FROM nation
SELECT sum(n_nationkey) OVER w, lag(n_name, 1) IGNORE NULLS OVER w FROM nation WINDOW w AS (PARTITION BY n_regionkey ORDER BY n_name)
SELECT sum(n_nationkey) OVER (ORDER BY n_nationkey ROWS BETWEEN 2 PRECEDING AND CURRENT ROW) FROM nation
SELECT sum(n_nationkey) OVER (ORDER BY n_nationkey RANGE BETWEEN UNBOUNDED PRECEDING AND 1 FOLLOWING) FROM nation
SELECT count(*) FILTER (WHERE n_nationkey > 3), count(DISTINCT n_regionkey) FROM nation
SELECT listagg(n_name, ', ') WITHIN GROUP (ORDER BY n_name) FROM nation
SELECT array_agg(n_name ORDER BY n_name DESC) FROM nation
SELECT approx_distinct(n_name), approx_percentile(n_nationkey, 0.5), max_by(n_name, n_nationkey) FROM nation
SELECT CASE n_regionkey WHEN 0 THEN 'a' ELSE 'b' END, CASE WHEN n_nationkey > 3 THEN 1 END FROM nation
SELECT coalesce(NULL, 1), nullif(1, 2), IF(true, 1, 2), TRY(1 / 0), greatest(1, 2), least(1, 2)
SELECT CAST('1' AS bigint), TRY_CAST('x' AS bigint), CAST(1 AS decimal(38, 2)), DECIMAL '1.50', 1.50, 1e0, 12345678901234567890.5
SELECT 0.1e0, 1e300, -1.5e-10, NAN(), INFINITY(), 9223372036854775807, 0x1F, 0b11, 1_000_000
SELECT -5, +5, - -5, NOT true, NOT NOT (1 = 1 AND 2 = 2 OR 3 = 4)
SELECT 1 + 2 * 3 - (4 - 5) / 6 % 7, (1 + 2) * 3, 2 - (3 - 4), 'a' || 'b' || 'c'
SELECT DATE '2024-01-01' + INTERVAL '1' DAY, TIMESTAMP '2024-01-01 00:00:00.123456789' - INTERVAL '1-2' YEAR TO MONTH
SELECT TIME '10:11:12.5', TIMESTAMP '2024-01-01 00:00:00 Europe/Berlin' AT TIME ZONE 'UTC', INTERVAL '1 02:03:04' DAY TO SECOND
SELECT current_date, current_time, current_timestamp, localtime, localtimestamp(3), now(), current_catalog, current_schema
SELECT extract(YEAR FROM o_orderdate), year(o_orderdate), date_trunc('month', o_orderdate), day_of_week(o_orderdate) FROM orders LIMIT 5
SELECT date_diff('day', DATE '2024-01-01', DATE '2024-02-01'), date_add('week', 1, DATE '2024-01-01'), date_format(now(), '%Y')
SELECT substring('abc' FROM 2 FOR 1), substr('abc', 2), trim(BOTH ' ' FROM ' x '), trim(' x '), position('b' IN 'abc'), normalize('a', NFC)
SELECT upper(n_name), length(n_name), n_name LIKE 'A\_%' ESCAPE '\', regexp_like(n_name, '^A'), split_part(n_name, ' ', 1) FROM nation
SELECT n_name FROM nation WHERE n_regionkey BETWEEN 1 AND 2 AND n_name NOT LIKE '%X%' AND n_comment IS NOT NULL
SELECT n_name FROM nation WHERE n_regionkey IN (SELECT r_regionkey FROM region) AND n_nationkey NOT IN (1, 2)
SELECT n_name FROM nation n WHERE EXISTS (SELECT 1 FROM region r WHERE r.r_regionkey = n.n_regionkey)
SELECT n_name FROM nation WHERE n_nationkey >= ALL (SELECT r_regionkey FROM region) OR n_nationkey = ANY (VALUES 1, 2)
SELECT n_name FROM nation WHERE (n_nationkey, n_regionkey) IN (SELECT r_regionkey, r_regionkey FROM region)
SELECT 1 IS DISTINCT FROM NULL, NULL IS NULL, true IS NOT DISTINCT FROM false
SELECT (SELECT max(n_nationkey) FROM nation), ARRAY[1, 2][1], ROW(1, 'a'), MAP(ARRAY['a'], ARRAY[1])['a'], CAST(ROW(1) AS row(x integer)).x
SELECT transform(ARRAY[1, 2], x -> x + 1), reduce(ARRAY[1, 2], 0, (s, x) -> s + x, s -> s), filter(ARRAY[1], x -> x > 0)
SELECT JSON '{"a": [1, 2]}', json_extract_scalar('{"a": 1}', '$.a'), JSON_VALUE('{"a": 1}', 'lax $.a' RETURNING bigint NULL ON EMPTY)
SELECT JSON_QUERY('{"a": [1]}', 'lax $.a' WITH WRAPPER), JSON_EXISTS('{"a": 1}', 'lax $.a'), JSON_OBJECT('a' VALUE 1), JSON_ARRAY(1, 2)
SELECT * FROM JSON_TABLE('[{"a": 1}]', 'lax $[*]' COLUMNS (i FOR ORDINALITY, a bigint PATH 'lax $.a' DEFAULT 0 ON EMPTY))
SELECT X'65683F', U&'caf\00e9', "café" FROM (VALUES 1) AS t ("café")
SELECT uuid '12151fd2-7586-11e9-8f9e-2a86e4085a59', ipaddress '10.0.0.1', varchar 'x', char 'y', real '1.5', double '2.5'
SELECT format('%s %d', 'a', 1), concat('a', 'b'), typeof(1), to_base64(X'00'), from_utf8(X'41'), md5(X'00')
WITH a AS (SELECT 1 AS x), b AS (SELECT x + 1 AS y FROM a) SELECT * FROM a, b
WITH nation AS (SELECT * FROM tpch.tiny.nation WHERE n_nationkey < 3) SELECT count(*) FROM nation
WITH RECURSIVE r (n) AS (VALUES 1 UNION ALL SELECT n + 1 FROM r WHERE n < 5) SELECT sum(n) FROM r
SELECT 1 UNION SELECT 2 INTERSECT SELECT 2 EXCEPT ALL SELECT 3 ORDER BY 1 LIMIT 1
(SELECT n_nationkey FROM nation ORDER BY 1 LIMIT 1) UNION ALL (SELECT r_regionkey FROM region)
SELECT count(*) FROM orders TABLESAMPLE BERNOULLI (50)
SELECT * FROM TABLE(sequence(start => 1, stop => 3))
SELECT * FROM TABLE(exclude_columns(input => TABLE(nation), columns => DESCRIPTOR(n_comment)))
SELECT * FROM nation MATCH_RECOGNIZE (PARTITION BY n_regionkey ORDER BY n_nationkey MEASURES first(a.n_name) AS f, classifier() AS c ONE ROW PER MATCH AFTER MATCH SKIP PAST LAST ROW PATTERN (a b+) DEFINE b AS b.n_nationkey > prev(b.n_nationkey))
SELECT n.*, t.* FROM nation AS n (a, b, c, d), (VALUES (1, 2)) AS t (x, y) WHERE n.a = t.x
SELECT "n"."n_name" AS "a b", n_name "größe ✓", n_nationkey AS "select" FROM nation AS "n"
SELECT system.builtin.abs(-1), "abs"(-1), ABS(-1)
SELECT 'größe 😀 ✓', 'it''s', ''
