-- Moments are milliseconds since 1970; the definition is JSON. The latest version of a removed query
-- stays, emptied, so that its number is never given again.
CREATE TABLE saved_query (
  name TEXT NOT NULL,
  version INTEGER NOT NULL,
  state TEXT NOT NULL,
  source TEXT NOT NULL,
  sql TEXT NOT NULL,
  definition TEXT NOT NULL,
  saved_by TEXT NOT NULL,
  saved_through TEXT NOT NULL,
  saved_at INTEGER NOT NULL,
  approved_by TEXT,
  approved_at INTEGER,
  PRIMARY KEY (name, version)
);
