SELECT 1
select 1;
 ; SELECT 1
SELECT NULL, TRUE, FALSE, 1.5, 1e10, 0x1F, 0b101, 1_000, 'text', B'101', X'1F', U&'d\0061ta', E'a\nb', $$x$$, $t$x$t$
SELECT * FROM orders
SELECT o.* FROM orders AS o
SELECT DISTINCT note FROM orders
SELECT DISTINCT ON (customer_id) customer_id, id FROM orders ORDER BY customer_id, id DESC
SELECT count(*), count(DISTINCT note), sum(amount), avg(amount), min(id), max(id) FROM orders
SELECT customer_id, sum(amount) FILTER (WHERE paid) FROM orders GROUP BY customer_id HAVING sum(amount) > 1 ORDER BY 2 DESC NULLS LAST LIMIT 10 OFFSET 5
SELECT id FROM orders FETCH FIRST 3 ROWS ONLY
SELECT id FROM orders ORDER BY id FETCH FIRST 3 ROWS WITH TIES
SELECT id, row_number() OVER (PARTITION BY customer_id ORDER BY amount DESC), lag(amount) OVER w FROM orders WINDOW w AS (ORDER BY id ROWS BETWEEN 1 PRECEDING AND CURRENT ROW)
SELECT sum(amount) OVER (ORDER BY placed_at RANGE BETWEEN INTERVAL '1 day' PRECEDING AND CURRENT ROW EXCLUDE TIES) FROM orders
SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY amount) FROM orders
SELECT string_agg(DISTINCT note, ', ' ORDER BY note), array_agg(id ORDER BY id), json_agg(note), jsonb_object_agg(id, note) FROM orders
SELECT customer_id, paid, count(*), grouping(paid) FROM orders GROUP BY ROLLUP (customer_id, paid)
SELECT customer_id, count(*) FROM orders GROUP BY GROUPING SETS ((customer_id), ()), CUBE (paid)
SELECT * FROM orders JOIN customers ON customers.id = customer_id
SELECT * FROM orders LEFT JOIN customers c ON c.id = customer_id FULL JOIN payroll USING (id)
SELECT * FROM orders JOIN customers USING (id) AS both_of_them
SELECT * FROM orders NATURAL JOIN customers CROSS JOIN payroll
SELECT * FROM orders o, LATERAL (SELECT max(line) FROM order_lines WHERE order_id = o.id) x
SELECT * FROM orders WHERE id IN (SELECT order_id FROM order_lines) AND NOT EXISTS (SELECT 1 FROM payroll)
SELECT * FROM orders WHERE amount > ALL (SELECT salary FROM payroll) OR id = ANY (ARRAY[1, 2])
SELECT * FROM orders WHERE (id, customer_id) IN ((1, 2), (3, 4)) AND ROW(1, 2) < ROW(2, 1)
SELECT * FROM orders WHERE note LIKE 'a%' AND note NOT ILIKE '%b' ESCAPE '!' AND note SIMILAR TO '(a|b)%' AND note ~* '^x' AND note !~ 'y'
SELECT * FROM orders WHERE amount BETWEEN 1 AND 2 AND amount NOT BETWEEN SYMMETRIC 3 AND 2 AND note IS NOT NULL AND paid IS NOT TRUE AND note IS DISTINCT FROM 'x'
SELECT id FROM orders UNION SELECT id FROM customers INTERSECT ALL SELECT 1 EXCEPT (SELECT 2 ORDER BY 1 LIMIT 1)
WITH a AS (SELECT 1 AS x), b AS MATERIALIZED (SELECT x + 1 AS y FROM a) SELECT * FROM a, b
WITH a AS NOT MATERIALIZED (SELECT 1) SELECT * FROM a
WITH RECURSIVE t(n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM t WHERE n < 100) SELECT sum(n) FROM t
WITH RECURSIVE t AS (SELECT 1 AS id, 2 AS parent UNION ALL SELECT c.id, c.customer_id FROM orders c JOIN t ON c.id = t.parent) SEARCH DEPTH FIRST BY id SET ordercol CYCLE id SET is_cycle USING path SELECT * FROM t ORDER BY ordercol
VALUES (1, 'a'), (2, 'b') ORDER BY 1
SELECT * FROM (VALUES (1, 'a'), (2, 'b')) AS v(id, name)
SELECT CASE WHEN paid THEN 'yes' WHEN NOT paid THEN 'no' ELSE '?' END, CASE id WHEN 1 THEN 'a' END FROM orders
SELECT coalesce(note, ''), nullif(id, 1), greatest(1, 2), least(1, 2) FROM orders
SELECT CAST(amount AS integer), amount::text, amount::numeric(10, 1), note::varchar(5), id::double precision, '1'::int8, 'a'::"char" FROM orders
SELECT DATE '2024-01-01', TIMESTAMP '2024-01-01 10:00', TIMESTAMPTZ '2024-01-01 10:00+02', INTERVAL '1 day', INTERVAL '1' YEAR, TIME '10:00'
SELECT current_date, current_timestamp, current_timestamp(3), localtime, localtimestamp, now()
SELECT extract(year FROM placed_at), date_trunc('month', placed_at), placed_at + INTERVAL '1 month', placed_at AT TIME ZONE 'UTC', age(placed_at), to_char(placed_at, 'YYYY-MM') FROM orders
SELECT substring(note FROM 1 FOR 2), substring(note FROM 'a.'), trim(BOTH ' ' FROM note), position('a' IN note), overlay(note PLACING 'x' FROM 1), upper(note), note || '!', left(note, 2), split_part(note, ' ', 1) FROM orders
SELECT regexp_replace(note, 'a', 'b', 'g'), regexp_matches(note, 'a'), format('%s', note), md5(note), length(note), concat_ws('-', 1, 2) FROM orders
SELECT round(amount, 2), ceil(amount), mod(id, 2), id % 2, power(2, 3), 2 ^ 3, |/ 4, @ -1, abs(-1), ln(2), width_bucket(1, 0, 10, 5), random() FROM orders
SELECT ARRAY[1, 2, 3], ARRAY[[1], [2]], (ARRAY[1, 2])[1], (ARRAY[1, 2, 3])[2:3], array_length(ARRAY[1], 1), ARRAY[1] || 2, ARRAY[1] && ARRAY[2], cardinality(ARRAY[1])
SELECT unnest(ARRAY[1, 2]), generate_series(1, 3)
SELECT * FROM unnest(ARRAY[1, 2], ARRAY['a', 'b']) WITH ORDINALITY AS u(n, t, i)
SELECT * FROM ROWS FROM (generate_series(1, 2), unnest(ARRAY['a'])) AS x(a, b)
SELECT d::date FROM generate_series(date '2024-01-01', date '2024-12-01', interval '1 month') AS d
SELECT '{"a": 1}'::jsonb -> 'a', '{"a": 1}'::json ->> 'a', '{"a": {"b": 1}}'::jsonb #>> '{a,b}', '{"a": 1}'::jsonb @> '{"a": 1}', '{"a": 1}'::jsonb ? 'a', '{"a":1}'::jsonb ?| ARRAY['a'], '{"a":1}'::jsonb @? '$.a'
SELECT jsonb_build_object('a', 1), to_jsonb(orders), row_to_json(orders) FROM orders
SELECT * FROM jsonb_each('{"a": 1}'), jsonb_to_recordset('[{"a": 1}]') AS x(a int, b text)
SELECT JSON_OBJECT('a': 1), JSON_ARRAY(1, 2), JSON_VALUE('{"a": 1}', '$.a' RETURNING int), JSON_QUERY('{"a": 1}', '$'), JSON_EXISTS('{}', '$.a'), '{}' IS JSON OBJECT
SELECT * FROM JSON_TABLE('[{"a": 1}]', '$[*]' COLUMNS (i FOR ORDINALITY, a int PATH '$.a', NESTED PATH '$.b' COLUMNS (c text PATH '$.c')))
SELECT xmlelement(name a, xmlattributes(1 AS b), 'c'), xmlforest(1 AS a), xmlparse(content '<a/>'), xpath('/a', '<a/>'::xml)
SELECT * FROM XMLTABLE('/r' PASSING ('<r a="1"/>'::xml) COLUMNS a int PATH '@a' DEFAULT 0)
SELECT '[1,2)'::int4range @> 1, int4range(1, 2) * int4range(1, 3), tstzrange(now(), NULL), '10.0.0.0/8'::inet >> '10.1.1.1'
SELECT to_tsvector('english', note) @@ plainto_tsquery('x') FROM orders
SELECT gen_random_uuid(), '00000000-0000-0000-0000-000000000000'::uuid, encode('x'::bytea, 'hex'), sha256('x')
SELECT point(1, 2) <-> point(3, 4), '(1,1)'::point, circle '((0,0),1)'
SELECT note COLLATE "C" FROM orders ORDER BY note COLLATE "de-x-icu" DESC NULLS FIRST
SELECT make_date(2024, 1, 1), date_part('year', now()), justify_hours('25 hours'), now() - INTERVAL '1 day' > TIMESTAMP '2020-01-01'
SELECT stddev(amount), var_pop(amount), corr(id, amount), regr_slope(id, amount), mode() WITHIN GROUP (ORDER BY id), bool_and(paid), every(paid) FROM orders
SELECT first_value(id) OVER (ORDER BY id), ntile(4) OVER (ORDER BY id), cume_dist() OVER (ORDER BY id), nth_value(id, 2) OVER (ORDER BY id) FROM orders
SELECT id AS "Größe ✓", note AS "select" FROM orders
SELECT "odd ""table's"" name"."select" FROM "odd ""table's"" name"
SELECT * FROM orders TABLESAMPLE BERNOULLI (10)
SELECT 'mood'::mood, 'x'::public.mood, NULL::own_type, ROW(1, 2)::pair
SELECT make_interval(days => 3), f.x FROM (SELECT 1 AS x) f
SELECT version(), pi(), clock_timestamp()
SELECT pg_catalog.upper('x'), 1 OPERATOR(pg_catalog.+) 2
SELECT (orders).id, (orders.*) IS NULL FROM orders
SELECT id FROM orders WHERE id = $1 AND note = $2
SELECT id FROM orders WHERE id = ? AND note=? AND paid IS NOT DISTINCT FROM ?::boolean LIMIT ?
SELECT id FROM orders WHERE id = $order AND note = :note AND (ARRAY[1,2])[1:2] IS NOT NULL
SELECT '?', "a?", $$?$$ /* ? */ FROM (SELECT 1 AS "a?") x -- ?
SELECT 'drop table payroll; --' AS harmless
SELECT (o).id, (o).note.name, o.status, (jsonb_each('{}')).key, (json_each('{}')).value FROM orders o
