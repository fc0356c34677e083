-- The sample source `shop`: two years (2024 and 2025) of an outdoor retailer, always the same rows.
-- Chance is the hash of a row's key and a word, so no run differs from another. Shares below 1 are probabilities.
--
-- What a curious reader can find:
--   seasons     orders peak in June, July and December, and on Saturdays; Winter sports sell from November to
--               February, Water sports from May to August; 2025 sells a seventh more order lines than 2024
--   trends      Cycling more than doubles in 2025, Climbing shrinks while all else grows; web and app gain on the stores
--   anomalies   2024-11-29 and 2025-11-28  Black Friday: three times the orders, a quarter off
--               2025-03-10 to 2025-03-16   a snowstorm closes the stores of the Northeast
--               2025-06-14                 the web shop and the app are down for a day
--               2024-08-21                 "Norrvik Aurora 2-Person Tent" is sold at a tenth of its price
--               2025-07 and 2025-08        a bad batch of "Ridgeback Trail Hiking Boots": every third pair returns
--               2025-02                    no camping stove of any brand can be delivered
--               Mondays of 2025-04 to 06   customer 4242, a reseller, buys 30 to 50 headlamps at once
--   dirt        3 % of the e-mail addresses are missing; 12 birth dates are the placeholder 1900-01-01
--   people      first and last names, e-mail, phone, birth date and address of customers are personal data (invented)

-- One text, not two arguments: those would be combined so simply that words of the same id hang together.
CREATE TEMP MACRO chance(id, word) AS (hash(word || ':' || id::BIGINT) >> 11)::DOUBLE / 9007199254740992.0;
CREATE TEMP MACRO pick(list, id, word) AS list[1 + floor(len(list) * chance(id, word))::BIGINT];
CREATE TEMP MACRO cents(amount) AS round(amount, 2)::DECIMAL(12, 2);

CREATE TABLE stores (
  store_id INTEGER PRIMARY KEY,
  name VARCHAR NOT NULL,
  kind VARCHAR NOT NULL,
  city VARCHAR,
  state VARCHAR,
  region VARCHAR NOT NULL,
  latitude DOUBLE,
  longitude DOUBLE,
  floor_area INTEGER,
  opened_on DATE NOT NULL
);
INSERT INTO stores VALUES
  (1, 'Online Shop', 'online', NULL, NULL, 'Online', NULL, NULL, NULL, '2012-03-01'),
  (2, 'Seattle Waterfront', 'flagship', 'Seattle', 'WA', 'West', 47.6062, -122.3321, 2400, '2009-04-18'),
  (3, 'Portland Pearl', 'standard', 'Portland', 'OR', 'West', 45.5152, -122.6784, 1450, '2011-05-07'),
  (4, 'San Francisco Mission', 'standard', 'San Francisco', 'CA', 'West', 37.7749, -122.4194, 1300, '2013-09-14'),
  (5, 'Los Angeles Arts District', 'flagship', 'Los Angeles', 'CA', 'West', 34.0522, -118.2437, 2100, '2014-03-22'),
  (6, 'San Diego Harbor', 'standard', 'San Diego', 'CA', 'West', 32.7157, -117.1611, 1200, '2018-06-09'),
  (7, 'Denver Union', 'flagship', 'Denver', 'CO', 'Mountain', 39.7392, -104.9903, 2600, '2010-10-02'),
  (8, 'Boulder Pearl Street', 'standard', 'Boulder', 'CO', 'Mountain', 40.0150, -105.2705, 1100, '2012-06-16'),
  (9, 'Salt Lake City Foothill', 'standard', 'Salt Lake City', 'UT', 'Mountain', 40.7608, -111.8910, 1500, '2013-11-09'),
  (10, 'Boise Greenbelt', 'standard', 'Boise', 'ID', 'Mountain', 43.6150, -116.2023, 950, '2017-04-29'),
  (11, 'Bozeman Main', 'outlet', 'Bozeman', 'MT', 'Mountain', 45.6770, -111.0429, 800, '2024-05-18'),
  (12, 'Chicago Lincoln Park', 'flagship', 'Chicago', 'IL', 'Midwest', 41.8781, -87.6298, 2200, '2012-09-15'),
  (13, 'Minneapolis North Loop', 'standard', 'Minneapolis', 'MN', 'Midwest', 44.9778, -93.2650, 1600, '2013-05-04'),
  (14, 'Madison Capitol', 'standard', 'Madison', 'WI', 'Midwest', 43.0731, -89.4012, 900, '2016-08-20'),
  (15, 'Ann Arbor Kerrytown', 'standard', 'Ann Arbor', 'MI', 'Midwest', 42.2808, -83.7430, 950, '2018-03-10'),
  (16, 'Columbus Short North', 'outlet', 'Columbus', 'OH', 'Midwest', 39.9612, -82.9988, 1000, '2019-10-05'),
  (17, 'Austin South Congress', 'flagship', 'Austin', 'TX', 'South', 30.2672, -97.7431, 2000, '2013-10-19'),
  (18, 'Dallas Deep Ellum', 'standard', 'Dallas', 'TX', 'South', 32.7767, -96.7970, 1400, '2015-04-11'),
  (19, 'Atlanta Beltline', 'standard', 'Atlanta', 'GA', 'South', 33.7490, -84.3880, 1350, '2016-05-21'),
  (20, 'Asheville Downtown', 'standard', 'Asheville', 'NC', 'South', 35.5951, -82.5515, 850, '2014-09-06'),
  (21, 'Nashville Gulch', 'standard', 'Nashville', 'TN', 'South', 36.1627, -86.7816, 1150, '2025-03-29'),
  (22, 'Boston Fort Point', 'flagship', 'Boston', 'MA', 'Northeast', 42.3601, -71.0589, 2300, '2011-10-08'),
  (23, 'Burlington Church Street', 'standard', 'Burlington', 'VT', 'Northeast', 44.4759, -73.2121, 800, '2012-11-17'),
  (24, 'New York SoHo', 'flagship', 'New York', 'NY', 'Northeast', 40.7128, -74.0060, 2800, '2015-09-26'),
  (25, 'Portland Old Port', 'outlet', 'Portland', 'ME', 'Northeast', 43.6591, -70.2568, 900, '2017-06-03');

CREATE TEMP TABLE kinds AS
SELECT row_number() OVER () AS kind_id, * FROM (VALUES
  ('Tents', '1-Person Tent', 209, 1250), ('Tents', '2-Person Tent', 279, 1900), ('Tents', '3-Person Tent', 349, 2450),
  ('Tents', '4-Person Tent', 429, 3900), ('Tents', '6-Person Family Tent', 579, 8200), ('Tents', 'Tarp Shelter', 109, 640),
  ('Sleeping gear', 'Down Sleeping Bag', 319, 980), ('Sleeping gear', 'Synthetic Sleeping Bag', 149, 1350),
  ('Sleeping gear', 'Insulated Sleeping Pad', 129, 520), ('Sleeping gear', 'Foam Pad', 39, 410), ('Sleeping gear', 'Camp Pillow', 29, 90),
  ('Backpacks', '20-Liter Daypack', 79, 560), ('Backpacks', '35-Liter Pack', 139, 1050), ('Backpacks', '50-Liter Trekking Pack', 199, 1600),
  ('Backpacks', '65-Liter Expedition Pack', 269, 2150), ('Backpacks', 'Hydration Vest', 109, 290), ('Backpacks', 'Child Carrier', 299, 3000),
  ('Footwear', 'Hiking Boots', 189, 1150), ('Footwear', 'Trail Running Shoes', 139, 620), ('Footwear', 'Approach Shoes', 149, 780),
  ('Footwear', 'Camp Sandals', 69, 430), ('Footwear', 'Merino Hiking Socks', 22, 70), ('Footwear', 'Gaiters', 49, 240),
  ('Clothing', 'Rain Jacket', 179, 420), ('Clothing', 'Down Jacket', 249, 460), ('Clothing', 'Fleece Pullover', 99, 380),
  ('Clothing', 'Softshell Pants', 119, 430), ('Clothing', 'Merino Base Layer', 84, 210), ('Clothing', 'Sun Hoodie', 65, 220),
  ('Clothing', 'Wool Beanie', 28, 80), ('Climbing', 'Climbing Harness', 84, 380), ('Climbing', '60 m Dynamic Rope', 209, 3700),
  ('Climbing', 'Climbing Helmet', 74, 310), ('Climbing', 'Quickdraw Set', 109, 600), ('Climbing', 'Climbing Shoes', 145, 480),
  ('Climbing', 'Chalk Bag', 24, 110), ('Cooking', 'Camping Stove', 69, 340), ('Cooking', 'Integrated Stove System', 139, 420),
  ('Cooking', 'Titanium Pot Set', 89, 310), ('Cooking', 'Insulated Bottle', 35, 370), ('Cooking', 'Water Filter', 45, 120),
  ('Cooking', 'Cooler Box', 199, 6200), ('Lighting and electronics', 'Headlamp', 49, 90), ('Lighting and electronics', 'Camp Lantern', 44, 310),
  ('Lighting and electronics', 'GPS Handheld', 329, 210), ('Lighting and electronics', 'Solar Charger', 99, 480),
  ('Lighting and electronics', 'Satellite Messenger', 299, 110), ('Cycling', 'Bikepacking Bag', 119, 420), ('Cycling', 'Cycling Helmet', 95, 300),
  ('Cycling', 'Gravel Bike', 1499, 10400), ('Cycling', 'Cycling Jersey', 85, 180), ('Cycling', 'Bike Light Set', 59, 140),
  ('Winter sports', 'Snowshoes', 189, 1900), ('Winter sports', 'Touring Skis', 649, 2900), ('Winter sports', 'Ski Goggles', 119, 160),
  ('Winter sports', 'Insulated Gloves', 79, 210), ('Winter sports', 'Avalanche Beacon', 349, 230), ('Winter sports', 'Ice Axe', 109, 430),
  ('Water sports', 'Touring Kayak', 899, 21000), ('Water sports', 'Inflatable Paddleboard', 549, 9800), ('Water sports', 'Dry Bag', 34, 240),
  ('Water sports', 'Life Vest', 109, 690), ('Water sports', 'Wetsuit', 189, 1500)
) AS kind (category, name, price, weight);

CREATE TEMP TABLE lines AS
SELECT row_number() OVER () AS line_id, * FROM (VALUES
  ('Norrvik', 'Aurora', 1.18), ('Ridgeback', 'Trail', 1.0), ('Alder & Pine', 'Classic', 0.86), ('Summitline', 'Apex', 1.32)
) AS line (brand, series, factor);

CREATE TABLE products (
  product_id INTEGER PRIMARY KEY,
  name VARCHAR NOT NULL,
  category VARCHAR NOT NULL,
  brand VARCHAR NOT NULL,
  price DECIMAL(10, 2) NOT NULL,
  cost DECIMAL(10, 2) NOT NULL,
  weight INTEGER NOT NULL,
  launched_on DATE NOT NULL,
  discontinued BOOLEAN NOT NULL
);
INSERT INTO products
SELECT
  row_number() OVER (ORDER BY kind_id, line_id)::INTEGER,
  brand || ' ' || series || ' ' || name,
  category,
  brand,
  cents(greatest(round(price * factor / 5) * 5, 10) - 0.05),
  cents(price * factor * (0.48 + 0.14 * chance(kind_id * 10 + line_id, 'cost'))),
  (weight * (0.85 + 0.3 * chance(kind_id * 10 + line_id, 'weight')))::INTEGER,
  CASE WHEN chance(kind_id * 10 + line_id, 'new') < 0.12
    THEN DATE '2024-02-01' + (chance(kind_id * 10 + line_id, 'launch') * 600)::INTEGER
    ELSE DATE '2018-01-15' + (chance(kind_id * 10 + line_id, 'launch') * 2100)::INTEGER END,
  chance(kind_id * 10 + line_id, 'gone') < 0.05
FROM kinds CROSS JOIN lines
WHERE chance(kind_id * 10 + line_id, 'made') < 0.92
  OR (brand = 'Norrvik' AND name = '2-Person Tent') OR (brand = 'Ridgeback' AND name = 'Hiking Boots') OR name = 'Headlamp';

CREATE TEMP TABLE regions AS
SELECT *, sum(share) OVER (ORDER BY region) - share AS lowest, sum(share) OVER (ORDER BY region) AS highest
FROM (VALUES ('West', 0.31), ('Mountain', 0.19), ('Midwest', 0.18), ('South', 0.15), ('Northeast', 0.17)) AS region (region, share);

CREATE TABLE customers (
  customer_id INTEGER PRIMARY KEY,
  first_name VARCHAR NOT NULL,
  last_name VARCHAR NOT NULL,
  email VARCHAR,
  phone VARCHAR NOT NULL,
  birth_date DATE NOT NULL,
  address VARCHAR NOT NULL,
  city VARCHAR NOT NULL,
  state VARCHAR NOT NULL,
  region VARCHAR NOT NULL,
  postal_code VARCHAR NOT NULL,
  loyalty_tier VARCHAR NOT NULL,
  newsletter BOOLEAN NOT NULL,
  joined_on DATE NOT NULL
);
INSERT INTO customers
WITH people AS (
  SELECT
    id,
    pick(['Olivia', 'Liam', 'Emma', 'Noah', 'Ava', 'Elijah', 'Sophia', 'Mateo', 'Isabella', 'Lucas', 'Mia', 'Ethan', 'Amelia',
      'James', 'Harper', 'Aiden', 'Camila', 'Logan', 'Layla', 'Daniel', 'Zoe', 'Samuel', 'Nora', 'Gabriel', 'Hana', 'Kenji', 'Priya',
      'Arjun', 'Mei', 'Wei', 'Fatima', 'Omar', 'Chidi', 'Amara', 'Sven', 'Ingrid', 'Diego', 'Lucia', 'Tyler', 'Grace', 'Caleb', 'Ruth',
      'Walter', 'Joan', 'Frank', 'Irene', 'Hugo', 'Alma', 'Kai', 'Leilani', 'Dakota', 'River', 'Wendy', 'Marcus', 'Teresa', 'Paul'],
      id, 'first name') AS first_name,
    pick(['Smith', 'Johnson', 'Williams', 'Brown', 'Jones', 'Garcia', 'Miller', 'Davis', 'Rodriguez', 'Martinez', 'Hernandez',
      'Lopez', 'Gonzalez', 'Wilson', 'Anderson', 'Thomas', 'Taylor', 'Moore', 'Jackson', 'Martin', 'Lee', 'Perez', 'Thompson', 'White',
      'Harris', 'Sanchez', 'Clark', 'Ramirez', 'Lewis', 'Robinson', 'Walker', 'Young', 'Allen', 'King', 'Wright', 'Scott', 'Torres',
      'Nguyen', 'Hill', 'Flores', 'Green', 'Adams', 'Nelson', 'Baker', 'Hall', 'Rivera', 'Campbell', 'Mitchell', 'Carter', 'Roberts',
      'Chen', 'Wang', 'Kim', 'Patel', 'Singh', 'Tanaka', 'Okafor', 'Haddad', 'Larsen', 'Lindqvist', 'Novak', 'Rossi', 'Weber', 'Byrne',
      'Fitzgerald', 'Whitehorse', 'Kealoha', 'Castellanos', 'Abernathy', 'Zhou'], id, 'last name') AS last_name,
    -- Customers are numbered by the day they joined, so those of any day are the numbers up to a bound.
    CASE WHEN id <= 5000
      THEN DATE '2019-01-01' + floor(1826 * sqrt(id / 5001))::INTEGER
      ELSE DATE '2024-01-01' + floor(731 * (id - 5001) / 7000)::INTEGER END AS joined_on
  FROM (SELECT unnest(range(1, 12001)) AS id)
)
SELECT
  id,
  first_name,
  last_name,
  CASE WHEN chance(id, 'no email') >= 0.03
    THEN lower(first_name || '.' || last_name) || id || '@example.' || pick(['com', 'net', 'org'], id, 'domain') END,
  printf('+1-%03d-555-%04d', (201 + 780 * chance(id, 'area'))::INTEGER, 100 + id % 100),
  CASE WHEN id % 1000 = 617 THEN DATE '1900-01-01'
    ELSE DATE '1948-01-01' + (21600 * (0.6 * chance(id, 'birth') + 0.4 * chance(id, 'birth too')))::INTEGER END,
  (1 + floor(9800 * chance(id, 'house') ** 2))::INTEGER || ' ' || pick(['Alder', 'Birch', 'Cedar', 'Dogwood', 'Elm', 'Fern', 'Granite',
    'Harbor', 'Juniper', 'Lake', 'Maple', 'Mill', 'Oak', 'Pine', 'Quarry', 'Ridge', 'River', 'Spruce', 'Summit', 'Willow'], id, 'street')
    || ' ' || pick(['Street', 'Avenue', 'Road', 'Lane', 'Drive', 'Court', 'Way'], id, 'suffix'),
  home.city,
  home.state,
  home.region,
  printf('%05d', 10000 + home.store_id * 3100 + (90 * chance(id, 'postal code'))::INTEGER),
  CASE WHEN chance(id, 'tier') < 0.08 THEN 'gold' WHEN chance(id, 'tier') < 0.30 THEN 'silver' ELSE 'bronze' END,
  chance(id, 'newsletter') < 0.44,
  joined_on
FROM people
JOIN regions ON chance(id, 'region') >= regions.lowest AND chance(id, 'region') < regions.highest
JOIN LATERAL (
  SELECT city, state, region, store_id FROM stores
  WHERE stores.region = regions.region ORDER BY chance(people.id * 100 + stores.store_id, 'home') LIMIT 1
) AS home ON true
ORDER BY id;

-- Orders of a day: a base, the season, the weekday, growth, Black Friday and a little weather.
CREATE TEMP TABLE days AS
SELECT
  day,
  row_number() OVER (ORDER BY day) AS number,
  (SELECT count(*) FROM customers WHERE joined_on <= day) AS customers,
  round(
    104
    * list_extract([0.80, 0.76, 0.88, 0.97, 1.14, 1.34, 1.28, 1.06, 0.92, 0.86, 1.02, 1.42], month(day))
    * list_extract([0.80, 0.78, 0.84, 0.94, 1.12, 1.46, 1.18], isodow(day))
    * (1 + 0.12 * (date_diff('day', DATE '2024-01-01', day) / 365.0))
    * CASE WHEN day IN (DATE '2024-11-29', DATE '2025-11-28') THEN 3 ELSE 1 END
    * CASE WHEN month(day) = 12 AND dayofmonth(day) > 24 THEN 0.55 ELSE 1 END
    * (0.88 + 0.24 * chance(day - DATE '2024-01-01', 'weather'))
  )::INTEGER AS orders
FROM (SELECT unnest(generate_series(DATE '2024-01-01', DATE '2025-12-31', INTERVAL 1 DAY))::DATE AS day);

CREATE TEMP TABLE placed AS
WITH numbered AS (
  SELECT row_number() OVER (ORDER BY day, position) AS order_id, *
  FROM (SELECT *, unnest(range(orders)) AS position FROM days)
),
placed AS (
  SELECT
    order_id,
    day,
    number,
    -- The longer a customer is one, the more often they order.
    1 + floor(customers * chance(order_id, 'customer') ** 1.25)::INTEGER AS customer_id,
    CASE
      WHEN chance(order_id, 'channel') < 0.30 + 0.00012 * number THEN 'web'
      WHEN chance(order_id, 'channel') < 0.38 + 0.00022 * number THEN 'app'
      ELSE 'store' END AS channel
  FROM numbered
)
SELECT placed.*, customers.region, customers.loyalty_tier
FROM placed JOIN customers USING (customer_id)
WHERE NOT (channel = 'store' AND region = 'Northeast' AND day BETWEEN DATE '2025-03-10' AND DATE '2025-03-16')
  AND NOT (channel <> 'store' AND day = DATE '2025-06-14');

-- How the categories share the lines of a month.
CREATE TEMP TABLE shares AS
SELECT *, sum(share) OVER months - share AS lowest, sum(share) OVER months AS highest
FROM (
  SELECT year, month, category, weight * season[month] * trend / sum(weight * season[month] * trend) OVER (PARTITION BY year, month) AS share
  FROM (SELECT unnest([2024, 2025]) AS year), (SELECT unnest(range(1, 13)) AS month), (VALUES
    ('Tents', 7.5, [0.4, 0.5, 0.8, 1.2, 1.6, 1.8, 1.6, 1.2, 0.8, 0.6, 0.5, 0.6]),
    ('Sleeping gear', 7.5, [0.5, 0.6, 0.8, 1.1, 1.4, 1.5, 1.4, 1.2, 1.0, 0.8, 0.7, 0.8]),
    ('Backpacks', 10, [0.7, 0.7, 0.9, 1.1, 1.2, 1.2, 1.2, 1.4, 1.1, 0.8, 0.8, 0.9]),
    ('Footwear', 19, [0.8, 0.8, 1.0, 1.2, 1.2, 1.1, 1.0, 1.0, 1.1, 1.0, 0.9, 0.9]),
    ('Clothing', 21, [1.0, 0.9, 0.9, 0.9, 0.8, 0.7, 0.7, 0.9, 1.2, 1.4, 1.4, 1.4]),
    ('Climbing', 7, [0.8, 0.9, 1.0, 1.1, 1.2, 1.1, 1.0, 1.0, 1.1, 1.0, 0.8, 0.9]),
    ('Cooking', 10, [0.6, 0.6, 0.8, 1.0, 1.3, 1.5, 1.5, 1.2, 1.0, 0.8, 0.8, 1.1]),
    ('Lighting and electronics', 7, [0.9, 0.8, 0.8, 0.8, 0.9, 1.0, 1.0, 0.9, 1.0, 1.1, 1.2, 1.5]),
    ('Cycling', 5, [0.5, 0.6, 1.0, 1.4, 1.5, 1.4, 1.3, 1.1, 0.9, 0.7, 0.6, 0.7]),
    ('Winter sports', 6, [2.6, 2.2, 1.2, 0.4, 0.1, 0.1, 0.1, 0.1, 0.3, 0.9, 2.2, 2.9]),
    ('Water sports', 5, [0.2, 0.2, 0.4, 0.9, 1.8, 2.3, 2.4, 1.7, 0.7, 0.3, 0.2, 0.3])
  ) AS season (category, weight, season),
  LATERAL (SELECT CASE WHEN year = 2024 THEN 1 WHEN category = 'Cycling' THEN 1.5 WHEN category = 'Climbing' THEN 0.8 ELSE 1 END AS trend)
)
WINDOW months AS (PARTITION BY year, month ORDER BY category);

-- How the products share the lines of a category: a few sell well; what is dear sells less.
CREATE TEMP TABLE ranks AS
SELECT product_id, category, sum(share) OVER named - share AS lowest, sum(share) OVER named AS highest
FROM (
  SELECT product_id, category, weight / sum(weight) OVER (PARTITION BY category) AS share
  FROM (SELECT product_id, category, (0.25 + chance(product_id, 'liked') ** 2) / sqrt(price) AS weight FROM products)
)
WINDOW named AS (PARTITION BY category ORDER BY product_id);

CREATE TEMP TABLE items AS
WITH lines AS (
  SELECT *, unnest(range(1 + list_extract([0, 0, 0, 1, 1, 1, 2, 2, 3, 5], 1 + floor(10 * chance(order_id, 'lines'))::INTEGER))) AS line
  FROM placed
),
chosen AS (
  SELECT lines.*, ranks.product_id, order_id * 10 + line AS seed
  FROM lines
  JOIN shares ON shares.year = year(day) AND shares.month = month(day)
    AND chance(order_id * 10 + line, 'category') >= shares.lowest AND chance(order_id * 10 + line, 'category') < shares.highest
  JOIN ranks ON ranks.category = shares.category
    AND chance(order_id * 10 + line, 'product') >= ranks.lowest AND chance(order_id * 10 + line, 'product') < ranks.highest
),
sold AS (
  SELECT chosen.*, products.name, products.category, products.price,
    CASE
      WHEN price < 60 AND chance(seed, 'quantity') < 0.30 THEN 2
      WHEN price < 60 AND chance(seed, 'quantity') < 0.38 THEN 3
      WHEN chance(seed, 'quantity') < 0.05 THEN 2
      ELSE 1 END AS quantity
  FROM chosen JOIN products USING (product_id)
  WHERE launched_on <= day
    AND NOT (discontinued AND day >= DATE '2025-06-01')
    AND NOT (name LIKE '%Stove%' AND day BETWEEN DATE '2025-02-01' AND DATE '2025-02-28')
  QUALIFY row_number() OVER (PARTITION BY order_id, product_id ORDER BY line) = 1
)
SELECT
  order_id, line, day, product_id, quantity, loyalty_tier,
  -- Prices went up by 4 % with the year 2025.
  cents(CASE
    WHEN day = DATE '2024-08-21' AND name = 'Norrvik Aurora 2-Person Tent' THEN price / 10
    WHEN day < DATE '2025-01-01' THEN round(price / 1.04) - 0.05
    ELSE price END) AS unit_price,
  CASE
    WHEN day IN (DATE '2024-11-29', DATE '2025-11-28') THEN 25
    WHEN month(day) = 1 AND category IN ('Winter sports', 'Clothing') THEN 20
    WHEN month(day) = 9 AND category IN ('Water sports', 'Tents') THEN 15
    WHEN chance(order_id * 10 + line, 'offer') < 0.07 THEN 10
    WHEN loyalty_tier = 'gold' THEN 5
    ELSE 0 END AS discount_percent
FROM sold;

-- The day of the wrong price: word gets around.
INSERT INTO items
SELECT order_id, 8, day, product_id, 2 + order_id % 4, loyalty_tier, cents(price / 10), 0
FROM placed, products
WHERE day = DATE '2024-08-21' AND channel <> 'store' AND name = 'Norrvik Aurora 2-Person Tent'
  AND order_id NOT IN (SELECT order_id FROM items JOIN products USING (product_id) WHERE name = 'Norrvik Aurora 2-Person Tent');

-- The reseller: one large order every Monday of a quarter.
CREATE TEMP TABLE bulk AS
SELECT (SELECT max(order_id) FROM placed) + row_number() OVER (ORDER BY day) AS order_id, day
FROM days WHERE day BETWEEN DATE '2025-04-01' AND DATE '2025-06-30' AND isodow(day) = 1;
INSERT INTO items
SELECT order_id, 1, day, product_id, 30 + (21 * chance(order_id, 'bulk'))::INTEGER, 'bronze', price, 10
FROM bulk, (SELECT product_id, price FROM products WHERE name LIKE '%Headlamp' ORDER BY product_id LIMIT 1);
INSERT INTO placed BY NAME
SELECT order_id, day, 4242 AS customer_id, 'web' AS channel, region, loyalty_tier
FROM bulk, customers WHERE customer_id = 4242;

CREATE TABLE orders (
  order_id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customers (customer_id),
  store_id INTEGER NOT NULL REFERENCES stores (store_id),
  ordered_at TIMESTAMP NOT NULL,
  channel VARCHAR NOT NULL,
  status VARCHAR NOT NULL,
  payment_method VARCHAR NOT NULL,
  shipping_fee DECIMAL(10, 2) NOT NULL
);
INSERT INTO orders
WITH totals AS (SELECT order_id, sum(quantity * unit_price * (100 - discount_percent) / 100) AS total FROM items GROUP BY order_id),
hours AS (
  SELECT *, CASE WHEN channel = 'store'
    THEN 9.5 + 5 * (chance(order_id, 'hour') + chance(order_id, 'minute'))
    ELSE 6 + 17.9 * sqrt(chance(order_id, 'hour')) END AS hour
  FROM placed JOIN totals USING (order_id)
)
SELECT
  order_id,
  customer_id,
  CASE WHEN channel <> 'store' THEN 1 ELSE (
    SELECT store_id FROM stores
    WHERE stores.region = hours.region AND stores.opened_on <= hours.day
    -- A store's pull: its floor area, by chance.
    ORDER BY -ln(chance(hours.order_id * 100 + store_id, 'store')) / floor_area LIMIT 1) END,
  day + to_seconds(floor(3600 * hour)::INTEGER),
  channel,
  CASE
    WHEN chance(order_id, 'status') < 0.028 THEN 'cancelled'
    WHEN channel <> 'store' AND day >= DATE '2025-12-30' THEN 'processing'
    WHEN channel <> 'store' AND day >= DATE '2025-12-26' THEN 'shipped'
    ELSE 'completed' END,
  CASE
    WHEN chance(order_id, 'payment') < 0.61 THEN 'credit card'
    WHEN channel = 'store' AND chance(order_id, 'payment') < 0.73 THEN 'cash'
    WHEN chance(order_id, 'payment') < 0.88 THEN 'mobile wallet'
    WHEN chance(order_id, 'payment') < 0.95 THEN 'debit card'
    ELSE 'gift card' END,
  CASE WHEN channel = 'store' OR total >= 75 THEN 0 ELSE 6.95 END
FROM hours
ORDER BY order_id;

CREATE TABLE order_items (
  order_item_id INTEGER PRIMARY KEY,
  order_id INTEGER NOT NULL REFERENCES orders (order_id),
  product_id INTEGER NOT NULL REFERENCES products (product_id),
  quantity INTEGER NOT NULL,
  unit_price DECIMAL(10, 2) NOT NULL,
  discount_percent INTEGER NOT NULL,
  revenue DECIMAL(12, 2) NOT NULL
);
INSERT INTO order_items
SELECT
  row_number() OVER (ORDER BY order_id, line)::INTEGER, order_id, product_id, quantity, unit_price, discount_percent,
  cents(quantity * unit_price * (100 - discount_percent) / 100)
FROM items
ORDER BY order_id, line;

CREATE TABLE returns (
  return_id INTEGER PRIMARY KEY,
  order_item_id INTEGER NOT NULL REFERENCES order_items (order_item_id),
  returned_on DATE NOT NULL,
  quantity INTEGER NOT NULL,
  reason VARCHAR NOT NULL,
  refund DECIMAL(12, 2) NOT NULL
);
INSERT INTO returns
WITH returned AS (
  SELECT
    order_items.*,
    name LIKE 'Ridgeback Trail Hiking Boots' AND ordered_at >= DATE '2025-07-01' AND ordered_at < DATE '2025-09-01' AS bad_batch,
    category IN ('Footwear', 'Clothing') AS is_worn,
    ordered_at::DATE + 2 + (28 * chance(order_item_id, 'days'))::INTEGER AS returned_on
  FROM order_items JOIN orders USING (order_id) JOIN products USING (product_id)
  WHERE status = 'completed'
)
SELECT
  row_number() OVER (ORDER BY returned_on, order_item_id)::INTEGER,
  order_item_id,
  returned_on,
  CASE WHEN quantity > 1 AND chance(order_item_id, 'some') < 0.5 THEN 1 ELSE quantity END AS came_back,
  CASE
    WHEN bad_batch AND chance(order_item_id, 'bad') < 0.30 THEN 'defective'
    WHEN is_worn AND chance(order_item_id, 'reason') < 0.62 THEN pick(['too small', 'too large'], order_item_id, 'size')
    ELSE pick(['changed mind', 'changed mind', 'wrong item', 'damaged in transit', 'defective'], order_item_id, 'why') END,
  cents(revenue * came_back / quantity)
FROM returned
WHERE returned_on <= DATE '2025-12-31'
  AND chance(order_item_id, 'bad') < CASE WHEN bad_batch THEN 0.34 WHEN is_worn THEN 0.075 ELSE 0.032 END
ORDER BY returned_on, order_item_id;

COMMENT ON TABLE stores IS 'Shops of the retailer; the online shop is one of them';
COMMENT ON COLUMN stores.kind IS 'flagship, standard, outlet or online';
COMMENT ON COLUMN stores.floor_area IS 'Sales area in square meters';
COMMENT ON COLUMN stores.opened_on IS 'First day of business';
COMMENT ON TABLE products IS 'Everything the retailer sells or sold';
COMMENT ON COLUMN products.category IS 'One of eleven categories, such as Tents or Footwear';
COMMENT ON COLUMN products.price IS 'List price of 2025 in US dollars';
COMMENT ON COLUMN products.cost IS 'What the retailer pays for one, in US dollars';
COMMENT ON COLUMN products.weight IS 'Weight in grams';
COMMENT ON COLUMN products.launched_on IS 'First day on sale';
COMMENT ON COLUMN products.discontinued IS 'No longer sold since June 2025';
COMMENT ON TABLE customers IS 'People who have ordered or could; holds personal data (all of it invented)';
COMMENT ON COLUMN customers.email IS 'E-mail address; missing for some';
COMMENT ON COLUMN customers.region IS 'West, Mountain, Midwest, South or Northeast';
COMMENT ON COLUMN customers.loyalty_tier IS 'bronze, silver or gold';
COMMENT ON COLUMN customers.newsletter IS 'Whether the customer wants the newsletter';
COMMENT ON COLUMN customers.joined_on IS 'Day of registration';
COMMENT ON TABLE orders IS 'One purchase by one customer, in a store, on the web or in the app';
COMMENT ON COLUMN orders.store_id IS 'Where it was bought; the online shop for web and app';
COMMENT ON COLUMN orders.ordered_at IS 'Local time of the order';
COMMENT ON COLUMN orders.channel IS 'store, web or app';
COMMENT ON COLUMN orders.status IS 'completed, shipped, processing or cancelled';
COMMENT ON COLUMN orders.shipping_fee IS 'Paid by the customer, in US dollars';
COMMENT ON TABLE order_items IS 'The products of an order, one line each';
COMMENT ON COLUMN order_items.quantity IS 'How many were sold';
COMMENT ON COLUMN order_items.unit_price IS 'Price of one before the discount, in US dollars';
COMMENT ON COLUMN order_items.discount_percent IS 'Discount of the line in percent';
COMMENT ON COLUMN order_items.revenue IS 'Quantity times unit price after the discount, in US dollars; also called sales or turnover';
COMMENT ON TABLE returns IS 'Order lines that came back, at most one return a line';
COMMENT ON COLUMN returns.reason IS 'Why the customer returned it';
COMMENT ON COLUMN returns.refund IS 'Money paid back, in US dollars';
