CREATE TABLE conversation (
  id TEXT PRIMARY KEY,
  caller TEXT NOT NULL,
  title TEXT NOT NULL,
  source TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
);

CREATE TABLE turn (
  id TEXT PRIMARY KEY,
  conversation TEXT NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  question TEXT NOT NULL,
  answer TEXT NOT NULL,
  created_at TEXT NOT NULL,
  UNIQUE (conversation, position)
);

CREATE TABLE query_history (
  id TEXT PRIMARY KEY,
  caller TEXT NOT NULL,
  source TEXT NOT NULL,
  submitted_sql TEXT NOT NULL,
  governed_sql TEXT,
  outcome TEXT NOT NULL,
  rows INTEGER NOT NULL,
  elapsed_ms INTEGER NOT NULL,
  started_at TEXT NOT NULL
);

CREATE INDEX query_history_started_at ON query_history (started_at);
