-- Calls that outlast the request they came with. Moments are milliseconds since 1970.
CREATE TABLE lasting_call (
  id TEXT PRIMARY KEY,
  caller TEXT NOT NULL,
  request TEXT NOT NULL,
  begun_at INTEGER NOT NULL,
  kept_until INTEGER NOT NULL,
  outcome TEXT,
  ended_at INTEGER
);

CREATE INDEX lasting_call_until ON lasting_call (kept_until);
