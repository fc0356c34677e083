TABLE payroll
TABLE ONLY payroll
SELECT * FROM ONLY (payroll)
SELECT * FROM payroll *
SELECT * FROM PayRoll
SELECT * FROM "payroll"
SELECT * FROM U&"p\0061yroll"
SELECT * FROM U&"p!0061yroll" UESCAPE '!'
SELECT * FROM public.payroll
SELECT * FROM "public" . "payroll"
WITH payroll AS (SELECT * FROM payroll) SELECT * FROM payroll
WITH a AS (SELECT * FROM payroll), payroll AS (SELECT 1) SELECT * FROM a, payroll
WITH payroll AS (SELECT 1 AS x) SELECT * FROM public.payroll
WITH RECURSIVE r AS (SELECT employee FROM payroll UNION ALL SELECT employee + 1 FROM r WHERE employee < 3) SELECT * FROM r
SELECT * FROM (WITH payroll AS (SELECT 1) SELECT * FROM payroll) q, payroll
SELECT * FROM orders x JOIN (SELECT * FROM payroll) payroll ON true
SELECT E'\' FROM orders -- ', ssn FROM payroll --'
SELECT b::double precision FROM payroll
SELECT $$ FROM orders $$, ssn FROM payroll
SELECT $a$ $$ $a$, ssn FROM payroll
SELECT 1 /* /* */ FROM orders */ FROM payroll
SELECT "a""b" FROM payroll -- "
SELECT 1 UNION ALL SELECT employee FROM payroll
SELECT 1 WHERE 1 IN (SELECT employee FROM payroll)
SELECT 1 WHERE EXISTS (TABLE payroll)
SELECT (SELECT max(ssn) FROM payroll)
SELECT array(SELECT ssn FROM payroll)
SELECT 1 = ANY (SELECT employee FROM payroll)
SELECT 1 ORDER BY (SELECT employee FROM payroll LIMIT 1)
SELECT 1 LIMIT (SELECT employee FROM payroll LIMIT 1)
SELECT 1 OFFSET (SELECT employee FROM payroll LIMIT 1)
SELECT count(*) FILTER (WHERE EXISTS (SELECT 1 FROM payroll))
SELECT sum(1) OVER (PARTITION BY (SELECT 1 FROM payroll))
SELECT 1 GROUP BY GROUPING SETS (((SELECT 1 FROM payroll)), ())
SELECT 1 HAVING (SELECT true FROM payroll)
SELECT CASE (SELECT 1 FROM payroll) WHEN 1 THEN 2 END
SELECT coalesce((SELECT 1 FROM payroll), 1)
VALUES ((SELECT ssn FROM payroll))
SELECT * FROM generate_series(1, (SELECT 1 FROM payroll))
SELECT * FROM ROWS FROM (generate_series(1, (SELECT 1 FROM payroll))) WITH ORDINALITY
SELECT * FROM orders, LATERAL (SELECT * FROM payroll WHERE employee = id) q
SELECT * FROM orders NATURAL JOIN payroll
SELECT * FROM payroll TABLESAMPLE system(10) REPEATABLE (1)
SELECT * FROM orders TABLESAMPLE bernoulli((SELECT 1 FROM payroll))
SELECT payroll FROM payroll
SELECT row_to_json(payroll) FROM payroll
SELECT (payroll).ssn FROM payroll
SELECT p.* FROM payroll AS p (a, b)
SELECT * FROM XMLTABLE('/a' PASSING (SELECT xmlelement(name a, ssn) FROM payroll) COLUMNS c int PATH 'd')
SELECT * FROM JSON_TABLE((SELECT to_jsonb(ssn) FROM payroll), '$' COLUMNS (a int PATH '$.a'))
SELECT JSON_ARRAY(SELECT ssn FROM payroll)
SELECT JSON_VALUE('{}'::jsonb, '$.a' DEFAULT (SELECT 1 FROM payroll) ON EMPTY)
SELECT 1 OPERATOR(pg_catalog.+) (SELECT employee FROM payroll)
SELECT (ARRAY[1])[(SELECT employee FROM payroll)]
SELECT 'x' COLLATE "C" FROM payroll
SELECT 1 FROM payroll ORDER BY employee USING <
SELECT 1 FROM payroll WINDOW w AS (ORDER BY ssn)
