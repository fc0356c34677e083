VALUES (1, 'a'), (2, 'b')
SELECT * FROM (VALUES (1)) v(a)
SUMMARIZE t
DESCRIBE t
SELECT a FROM t ORDER BY ALL
SELECT a FROM t ORDER BY ALL DESC NULLS LAST
SELECT COLUMNS(c -> c LIKE 'a%') FROM t
SELECT COLUMNS('a.*')::VARCHAR FROM t
SELECT * LIKE 'a%' FROM t
SELECT min(COLUMNS(* EXCLUDE (a))) FROM t
SELECT * RENAME (a AS b) FROM t
SELECT t.* EXCLUDE (a, b) FROM t
SELECT * EXCLUDE a FROM t
SELECT [x + 1 FOR x IN l IF x > 1] FROM t
SELECT a FROM t LIMIT 10%
SELECT a FROM t USING SAMPLE 10%
SELECT a FROM t USING SAMPLE reservoir(50 ROWS) REPEATABLE (100)
SELECT a FROM t TABLESAMPLE bernoulli(10%) 
SELECT * FROM t TABLESAMPLE 10 ROWS
SELECT a.b.c, d['x'], e[1:2], f[-1], g[1:], h[:2], i[1:5:2] FROM t
SELECT 'a' COLLATE NOCASE, x IS DISTINCT FROM y, x IS NOT DISTINCT FROM y, x::DECIMAL(10,2), x::VARCHAR[], x::STRUCT(a INT, b VARCHAR), x::MAP(VARCHAR,INT), x::INT[3], x::ENUM('a','b') FROM t
SELECT DATE '2024-01-01', TIMESTAMP '2024-01-01 10:00:00', TIMESTAMPTZ '2024-01-01 10:00:00+02', TIME '10:00', INTERVAL '1 day', INTERVAL 3 MONTH, INTERVAL (a) DAY FROM t
SELECT x AT TIME ZONE 'UTC', extract('year' FROM x), position('a' IN s), substring(s FROM 2 FOR 3), trim(BOTH 'x' FROM s), overlay(s placing 'x' from 1 for 2), s LIKE 'a!%' ESCAPE '!', s NOT LIKE 'x', s NOT ILIKE 'y', s GLOB '*x', s SIMILAR TO 'y', s ~ 'x', s !~ 'x' FROM t
SELECT CASE WHEN a THEN 1 END, CASE a WHEN 1 THEN 2 ELSE 3 END, IF(a,1,2) FROM t
SELECT sum(a) FILTER (WHERE b > 1), count(DISTINCT a), string_agg(a, ',' ORDER BY b DESC NULLS LAST), quantile_cont(a, 0.5), percentile_cont(0.5) WITHIN GROUP (ORDER BY a), list(a ORDER BY b), mode() WITHIN GROUP (ORDER BY a), count(*), count(), arg_max(a,b,3) FROM t
SELECT lag(a, 1, 0) OVER (PARTITION BY b ORDER BY c ROWS BETWEEN UNBOUNDED PRECEDING AND 1 FOLLOWING), rank() OVER w, sum(a) OVER (ORDER BY c RANGE BETWEEN INTERVAL 1 DAY PRECEDING AND CURRENT ROW EXCLUDE CURRENT ROW), first_value(a IGNORE NULLS) OVER w, count(*) FILTER (WHERE a > 1) OVER w, sum(DISTINCT a) OVER w, nth_value(a, 2 ORDER BY x) OVER (ORDER BY y GROUPS 1 PRECEDING) FROM t WINDOW w AS (PARTITION BY b ORDER BY c)
SELECT a FROM t GROUP BY ROLLUP (a, b), CUBE (c)
SELECT a, GROUPING(a), GROUPING_ID(a,b) FROM t GROUP BY GROUPING SETS ((a, b), ())
SELECT a FROM t GROUP BY 1 HAVING count(*) > 1 QUALIFY row_number() OVER () = 1 ORDER BY 1 DESC NULLS FIRST LIMIT 3 OFFSET 1
SELECT * FROM a NATURAL JOIN b
SELECT * FROM a LEFT JOIN b USING (x, y)
SELECT * FROM a RIGHT JOIN b ON a.x = b.x FULL OUTER JOIN c ON c.y = b.y
SELECT * FROM a SEMI JOIN b USING (x) 
SELECT * FROM a ANTI JOIN b ON a.x = b.x
SELECT * FROM a CROSS JOIN b POSITIONAL JOIN c
SELECT * FROM a ASOF LEFT JOIN b USING (k, ts)
SELECT * FROM a, LATERAL (SELECT a.x) l, unnest(a.l) u(v), b
SELECT * FROM a LEFT JOIN LATERAL (SELECT x FROM b WHERE b.y = a.y) l ON true
WITH a(x, y) AS MATERIALIZED (SELECT 1, 2), b AS NOT MATERIALIZED (SELECT 2) SELECT * FROM a, b
WITH RECURSIVE r(n) USING KEY (n) AS (SELECT 1 UNION SELECT n + 1 FROM r WHERE n < 3) SELECT * FROM r
WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM r WHERE n < 3) SELECT * FROM r ORDER BY n
(SELECT 1 ORDER BY 1 LIMIT 1) UNION ALL (SELECT 2 LIMIT 1) ORDER BY 1
SELECT 1 UNION BY NAME SELECT 2 AS b
SELECT 1 EXCEPT ALL SELECT 2 INTERSECT SELECT 3
SELECT 1 UNION SELECT 2 UNION ALL SELECT 3
FROM t
FROM t SELECT a WHERE b
FROM (SELECT 1) x, y SELECT x.*
SELECT * FROM t PIVOT (sum(a) AS s, count(*) FOR b IN ('x' AS q, 'y') c IN (1,2) GROUP BY d)
PIVOT t ON b IN ('x','y') USING sum(a) GROUP BY c
PIVOT t ON b IN ('x','y') USING sum(a) AS s, max(a) GROUP BY c ORDER BY c LIMIT 3
UNPIVOT t ON a, b INTO NAME n VALUE v
UNPIVOT t ON COLUMNS(* EXCLUDE (id)) INTO NAME n VALUE v
SELECT * FROM t UNPIVOT INCLUDE NULLS (v FOR n IN (a, b AS 'bb'))
SELECT * FROM t UNPIVOT ((v, w) FOR n IN ((a, b), (c, d)))
SELECT {'a': 1, 'b': [1, 2]}, MAP {'x': 1}, MAP([1],[2]), ROW(1, 'a'), struct_pack(x := 1), [1, 2, 3], ARRAY[1], ARRAY(SELECT 1)
SELECT list_transform(l, x -> x + 1), list_filter(l, lambda x, i: x > i), list_reduce(l, (a, b) -> a + b), l.list_sort(), s.upper().lower() FROM t
SELECT a -> 'x' ->> 'y', j->'$.a.b', j->>0 FROM t
SELECT EXISTS (SELECT 1), a IN (SELECT b FROM c), (a, b) IN (SELECT 1, 2), a = ANY (SELECT 1), a > ALL (SELECT 1), a IN (1, 2), a NOT IN (3), x = ANY([1,2]), a IN l FROM t
SELECT NOT a, -a, +a, ~a, a ^ b, a ** b, a // b, a % b, a || b, a & b, a | b, a << 1, a >> 2, a!, abs(-1), sqrt(4) FROM t
SELECT a IS NULL, a IS NOT NULL, a ISNULL, a NOTNULL, a IS TRUE, a IS NOT FALSE, a IS UNKNOWN, a BETWEEN 1 AND 2, a NOT BETWEEN 1 AND 2 FROM t
SELECT 1e3, .5, 1_000, 0xFF, 1.5::FLOAT, 'it''s', E'a\tb', $$dollar 'q'$$, $x$y$x$, x'AB', b'01', '\xAA'::BLOB, NULL, TRUE, 100000000000000000000, 123456789012345678901234567890.12, 1e400
SELECT "a""b", "select", t."x y" AS "z ""w" FROM "odd ""t"
SELECT DISTINCT a, b FROM t
SELECT DISTINCT ON (a) a, b FROM t ORDER BY a, b
SELECT $1, $2
SELECT ?, ?
SELECT $name, $other
SELECT t.rowid, t FROM t
SELECT count(*) FROM range(10)
SELECT * FROM generate_series(1, 10, 2) WITH ORDINALITY AS t(x, o)
SELECT a AS "b c", (SELECT max(x) FROM y WHERE y.k = t.k) m FROM t
SELECT try_cast(a AS INT), TRY(a / 0), cast(a AS DATE) FROM t
SELECT a, FROM t
TABLE t
SELECT current_date, current_timestamp, now(), today(), current_user
SELECT * FROM (t JOIN u ON t.a = u.a) AS j
SELECT * FROM t AS x(a, b) WHERE x.a > 1
SELECT first(a), last(b), any_value(c) FROM t
SELECT rowid FROM t
SELECT #1, #2 FROM t
SELECT 1 AS a, a + 1 AS b
SELECT max(a) - min(a) range FROM t
SELECT a::JSON, json_extract(j, '$.a'), j.a.b FROM t
SELECT s[1], s[1:3], 'abc'[2] FROM t
SELECT INTERVAL '1 year' + DATE '2024-01-01', DATE '2024-01-01' - 1, date_trunc('month', d), d + INTERVAL (n) DAY FROM t
SELECT x.a FROM (SELECT {'a': 1} x)
SELECT UNNEST([{'a':1}], recursive := true), UNNEST(l, max_depth := 2) FROM t
SELECT coalesce(a,b), nullif(a,b), ifnull(a,b), greatest(a,b), least(a,b) FROM t
SELECT a FROM t WHERE (a, b) = (1, 2) AND (a,b) < (3,4)
SELECT FROM_BASE64('x'), md5('a'), hash(1)
SELECT a FROM t ORDER BY (SELECT 1), random() LIMIT (SELECT 3) OFFSET $o
SELECT * REPLACE (a + 1 AS a, b::INT AS b) FROM t
SELECT COLUMNS(['a', 'b']), COLUMNS(t.*), *COLUMNS('x') FROM t
SELECT struct.* FROM t
SELECT 'x' "y", 1 z
SELECT sum(a ORDER BY b) FROM t
SELECT grouping(a), * FROM t GROUP BY ALL
SELECT a from t tablesample reservoir(20%) repeatable (3)
SELECT (1, 2).a, ({'x':1}).x, (t).a FROM t
SELECT a FROM t1 JOIN t2 ON (t1.a = t2.a) WHERE t1.b IN ('x') OR NOT (t2.c > 3 AND t2.d)
