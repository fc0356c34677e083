-- Moments are milliseconds since 1970; the proposal is JSON.
CREATE TABLE approval (
  id TEXT PRIMARY KEY,
  proposer TEXT NOT NULL,
  door TEXT NOT NULL,
  proposal TEXT NOT NULL,
  state TEXT NOT NULL,
  proposed_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  decided_by TEXT,
  decided_at INTEGER,
  note TEXT
);

CREATE INDEX approval_proposed_at ON approval (proposed_at);
