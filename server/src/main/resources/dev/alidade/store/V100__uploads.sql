-- Files that callers sent; those without a source are forgotten after a day.
CREATE TABLE upload (
  id TEXT PRIMARY KEY,
  caller TEXT NOT NULL,
  file TEXT NOT NULL,
  engine TEXT NOT NULL,
  setting TEXT NOT NULL,
  is_database INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  received_at INTEGER NOT NULL,
  source TEXT REFERENCES source (name)
);
CREATE INDEX upload_source ON upload (source);
