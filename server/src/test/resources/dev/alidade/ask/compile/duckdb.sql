-- groups, having, order, limit
SELECT "customers"."city", COUNT(*) AS "number of orders"
FROM "orders"
JOIN "customers" ON "orders"."customer_id" = "customers"."customer_id"
GROUP BY "customers"."city"
HAVING COUNT(*) > 2
ORDER BY COUNT(*) DESC
LIMIT 5

-- anti-join
SELECT "customer_name"
FROM "customers"
WHERE "customer_id" NOT IN (SELECT "customer_id" FROM "orders")

-- values are quoted
SELECT "order_id"
FROM "orders"
WHERE "status" = 'it''s "open"'

-- period
SELECT "order_id"
FROM "orders"
WHERE "order_date" >= DATE '2024-04-01' AND "order_date" < DATE '2024-07-01'

-- match
SELECT "order_id"
FROM "orders"
WHERE contains(lower("status"), lower('50%')) OR NOT (LOWER("status") LIKE 'a!_%' ESCAPE '!')

-- by month
SELECT CAST(date_trunc('month', "order_date") AS DATE) AS "value"
FROM "orders"

-- top of each group
SELECT "status", "order_id"
FROM (
SELECT "status" AS "status", "order_id" AS "order_id", RANK() OVER (PARTITION BY "status" ORDER BY "order_date" DESC) AS "place_in_group"
FROM "orders"
) AS ranked
WHERE "place_in_group" <= 1

-- union
SELECT "order_id"
FROM "orders"
UNION
SELECT "order_id"
FROM "orders"

-- numbers kept as text, the lowest first, ties by what is not grouped
SELECT "order_date", AVG(CAST("status" AS DOUBLE)) AS "average"
FROM "orders"
WHERE "status" = '10'
GROUP BY "order_date"
ORDER BY AVG(CAST("status" AS DOUBLE)) ASC, MAX("status") DESC
LIMIT 1

-- groups of one name that nobody ordered, the largest first
SELECT "status", COUNT(*) AS "value"
FROM "orders"
GROUP BY "status"
ORDER BY COUNT(*) DESC, "status" ASC

-- other groups that nobody ordered, in their own order
SELECT "order_id", "order_date", COUNT(*) AS "value"
FROM "orders"
GROUP BY "order_id", "order_date"
ORDER BY "order_id" ASC, "order_date" ASC

-- groups inside of a plan are not ordered
SELECT "order_id"
FROM "orders"
WHERE "status" IN (SELECT "status", COUNT(*) AS "value" FROM "orders" GROUP BY "status")

