CREATE TABLE job (
  id TEXT PRIMARY KEY,
  caller TEXT NOT NULL,
  source TEXT NOT NULL,
  sql TEXT NOT NULL,
  state TEXT NOT NULL,
  rows INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  error TEXT,
  submitted_at TEXT NOT NULL,
  finished_at TEXT,
  kept_until TEXT NOT NULL,
  instance TEXT NOT NULL
);

CREATE INDEX job_caller ON job (caller, submitted_at);
