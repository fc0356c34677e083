import type { Answer, ColumnType, SchemaTable, SourceDescription } from "../src/api/types";

type Column = [name: string, type: ColumnType, examples: string[]];

function table(
  name: string,
  rows: number,
  columns: Column[],
  references: Record<string, string> = {},
): SchemaTable {
  const key = columns[0]?.[0] ?? "";
  return {
    name,
    schema: "main",
    kind: "table",
    rows,
    primary_key: [key],
    columns: columns.map(([column, type, examples]) => ({
      name: column,
      type,
      engine_type: type.toUpperCase(),
      nullable: column !== key,
      primary_key: column === key,
      examples,
    })),
    foreign_keys: Object.entries(references).map(([column, target]) => ({
      columns: [column],
      references_table: target,
      references_columns: [column],
      inferred: target === "stores",
    })),
  };
}

export const SHOP: SourceDescription = {
  source: "shop",
  engine: "duckdb",
  tables: [
    table("customers", 8200, [
      ["customer_id", "integer", ["1", "2"]],
      ["name", "text", ["Ada Hill", "Ben Ortiz"]],
      ["email", "text", []],
      ["city", "text", ["Portland", "Boise", "Denver"]],
    ]),
    table("products", 240, [
      ["product_id", "integer", ["1", "2"]],
      ["name", "text", ["Trail Tent 2", "Ridge Pack 40"]],
      ["category", "text", ["Tents", "Packs", "Boots"]],
      ["price", "decimal", ["19.90", "249.00"]],
    ]),
    table("stores", 12, [
      ["store_id", "integer", ["1"]],
      ["city", "text", ["Seattle", "Denver"]],
      ["region", "text", ["West", "Mountain"]],
    ]),
    table(
      "orders",
      81204,
      [
        ["order_id", "integer", ["1"]],
        ["customer_id", "integer", ["17"]],
        ["store_id", "integer", ["3"]],
        ["ordered_at", "timestamp", ["2025-03-01T09:12:00"]],
        ["status", "text", ["shipped", "returned"]],
      ],
      { customer_id: "customers", store_id: "stores" },
    ),
    table(
      "order_items",
      200150,
      [
        ["order_item_id", "integer", ["1"]],
        ["order_id", "integer", ["1"]],
        ["product_id", "integer", ["5"]],
        ["quantity", "integer", ["1", "2"]],
        ["unit_price", "decimal", ["249.00"]],
      ],
      { order_id: "orders", product_id: "products" },
    ),
    table("returns", 5120, [
      ["return_id", "integer", ["1"]],
      ["reason", "text", ["too small"]],
    ]),
  ],
};

type Planned = Omit<Answer, "conversation" | "turn" | "question">;

const GROUNDED = {
  status: "answered" as const,
  source: "shop",
  truncated: false,
  filters: [],
  tables: [],
  unexplained: [],
  trust: {
    label: "inferred" as const,
    confidence: 0.93,
    reasons: [
      "Every content word of the question was accounted for.",
      "Tables are joined along declared foreign keys.",
    ],
  },
};

const REVENUE_SQL = `SELECT p.category, SUM(i.quantity * i.unit_price) AS revenue
FROM main.order_items AS i
JOIN main.products AS p ON p.product_id = i.product_id
GROUP BY p.category
ORDER BY revenue DESC`;

const MONTHS_SQL = `SELECT date_trunc('month', o.ordered_at) AS month, COUNT(*) AS orders
FROM main.orders AS o
GROUP BY month
ORDER BY month`;

const months = Array.from({ length: 24 }, (_, index) => {
  const year = 2024 + Math.floor(index / 12);
  const month = String((index % 12) + 1).padStart(2, "0");
  const season = Math.round(900 * Math.sin(((index % 12) / 12) * Math.PI));
  return [`${String(year)}-${month}-01`, 2800 + season + index * 31];
});

export const ANSWERS: [pattern: RegExp, answer: Planned][] = [
  [
    /how many orders/i,
    {
      ...GROUNDED,
      sql: "SELECT COUNT(*) AS orders\nFROM main.orders",
      paraphrase: "The number of orders.",
      columns: [{ name: "orders", type: "integer" }],
      rows: [[81204]],
      chart: {
        kind: "number",
        title: "Orders",
        y: [{ column: "orders", label: "orders" }],
        reason: "The result is a single number.",
      },
      explanation: "Counts the rows of orders.",
      understood: [
        { words: "how many", meaning: "count of rows" },
        { words: "orders", meaning: "table orders" },
      ],
      statistics: { elapsed_ms: 4, rows: 1 },
    },
  ],
  [
    /revenue by category/i,
    {
      ...GROUNDED,
      sql: REVENUE_SQL,
      paraphrase: "The total revenue for each category, highest first.",
      columns: [
        { name: "category", type: "text" },
        { name: "revenue", type: "decimal" },
      ],
      rows: [
        ["Tents", 2841770.5],
        ["Boots", 2103440.25],
        ["Packs", 1877210],
        ["Jackets", 1650032.75],
        ["Stoves", 422119.4],
        [null, 18840],
      ],
      chart: {
        kind: "bar",
        title: "Revenue by category",
        x: { column: "category", label: "category" },
        y: [{ column: "revenue", label: "revenue" }],
        reason: "One measure over a few categories.",
      },
      explanation: "Revenue is quantity times unit price of the order items.",
      understood: [
        { words: "total revenue", meaning: "sum of order_items.quantity × order_items.unit_price" },
        { words: "by category", meaning: "for each products.category" },
      ],
      statistics: { elapsed_ms: 23, rows: 6 },
    },
  ],
  [
    /per month/i,
    {
      ...GROUNDED,
      sql: MONTHS_SQL,
      paraphrase: "The number of orders in each month.",
      columns: [
        { name: "month", type: "date" },
        { name: "orders", type: "integer" },
      ],
      rows: months,
      chart: {
        kind: "line",
        title: "Orders by month",
        x: { column: "month", label: "month" },
        y: [{ column: "orders", label: "orders" }],
        reason: "A measure over time.",
      },
      explanation: "Counts orders by the month of ordered_at.",
      understood: [
        { words: "orders", meaning: "table orders" },
        { words: "per month", meaning: "month of orders.ordered_at" },
      ],
      statistics: { elapsed_ms: 11, rows: 24 },
    },
  ],
  [
    /best region/i,
    {
      ...GROUNDED,
      status: "clarify",
      columns: [],
      rows: [],
      trust: { label: "none", confidence: 0.4, reasons: ["“best” has more than one reading."] },
      explanation: "“best” can be measured by revenue or by the number of orders.",
      understood: [{ words: "region", meaning: "stores.region" }],
      unexplained: ["best"],
      options: [
        { label: "By revenue", question: "Total revenue by category" },
        { label: "By number of orders", question: "How many orders are there?" },
      ],
    },
  ],
];

export function abstention(question: string): Planned {
  const words = question
    .toLowerCase()
    .split(/\W+/)
    .filter((word) => word.length > 3);
  return {
    status: "abstain",
    columns: [],
    rows: [],
    truncated: false,
    filters: [],
    tables: [],
    trust: { label: "none", confidence: 0, reasons: ["Some words have no meaning in this data."] },
    explanation: "No table, column or value of your sources matches these words.",
    understood: [],
    unexplained: words,
  };
}

export const SUGGESTIONS = [
  "How many orders are there?",
  "Total revenue by category",
  "Orders per month",
  "Which is the best region?",
].map((question) => ({ source: "shop", question }));
