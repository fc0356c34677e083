CREATE TABLE customers (
  id INTEGER PRIMARY KEY,
  name VARCHAR(100) NOT NULL,
  email VARCHAR(200),
  joined DATE
);

CREATE TABLE orders (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  amount DECIMAL(12, 2),
  weight DOUBLE,
  placed_at TIMESTAMP,
  paid BOOLEAN,
  note VARCHAR(200),
  photo BLOB
);

CREATE TABLE order_lines (
  order_id INTEGER NOT NULL,
  line INTEGER NOT NULL,
  product VARCHAR(50) NOT NULL,
  quantity BIGINT NOT NULL,
  PRIMARY KEY (order_id, line)
);

CREATE VIEW paid_orders AS SELECT id, customer_id, amount FROM orders WHERE paid;

CREATE TABLE "odd ""table's"" name" ("select" INTEGER, " spaced " VARCHAR(20), "größe ✓" VARCHAR(20));

CREATE TABLE payroll (employee INTEGER, ssn VARCHAR(20), salary DECIMAL(12, 2));

CREATE TABLE empty_table (a INTEGER, b VARCHAR(20));

CREATE TABLE numbers (n INTEGER NOT NULL, word VARCHAR(40) NOT NULL);

CREATE TABLE ledger (account INTEGER PRIMARY KEY, balance INTEGER NOT NULL);

INSERT INTO ledger VALUES (1, 100), (2, 200), (3, 300);

INSERT INTO customers VALUES
  (1, 'Ada', 'ada@example.org', '2024-01-15'),
  (2, 'Grace', NULL, '2024-02-29'),
  (3, 'Zoë "Zed" O''Brien', 'zoe@example.org', NULL);

INSERT INTO orders VALUES
  (10, 1, 19.99, 0.5, '2024-05-01 10:00:00', TRUE, 'first', CAST('abc' AS BLOB)),
  (11, 1, 0.10, 1.25, '2024-05-02 23:59:59', FALSE, NULL, NULL),
  (12, 2, 0.20, NULL, NULL, TRUE, 'größe ✓', NULL),
  (13, 3, NULL, 2.0, '2023-12-31 00:00:00', NULL, '', NULL);

INSERT INTO order_lines VALUES (10, 1, 'tent', 1), (10, 2, 'stove', 2), (11, 1, 'rope', 9007199254740993);

INSERT INTO "odd ""table's"" name" VALUES (1, 'a', 'b'), (2, NULL, 'c');

INSERT INTO payroll VALUES (1, '078-05-1120', 5000.00);

INSERT INTO numbers
  WITH digits (d) AS (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9))
  SELECT a.d + 10 * b.d + 100 * c.d + 1000 * e.d + 10000 * f.d,
         'word ' || CAST(a.d + 10 * b.d + 100 * c.d + 1000 * e.d + 10000 * f.d AS VARCHAR(10))
  FROM digits a, digits b, digits c, digits e, digits f;
