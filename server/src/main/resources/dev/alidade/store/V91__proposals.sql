-- What callers propose that Alidade learns; an approved verified question is one that answers first.
-- Moments are milliseconds since 1970. `same` tells whether two proposals are one.
CREATE TABLE proposal (
  id TEXT PRIMARY KEY,
  source TEXT NOT NULL,
  kind TEXT NOT NULL,
  same TEXT NOT NULL,
  lesson TEXT NOT NULL,
  proposed_by TEXT NOT NULL,
  proposed_through TEXT NOT NULL,
  proposed_at INTEGER NOT NULL,
  note TEXT,
  state TEXT NOT NULL,
  decided_by TEXT,
  decided_at INTEGER,
  reason TEXT,
  UNIQUE (source, kind, same)
);

-- The turns that speak for a proposal: how often it was made.
CREATE TABLE proposal_turn (
  proposal TEXT NOT NULL REFERENCES proposal (id) ON DELETE CASCADE,
  turn TEXT NOT NULL,
  conversation TEXT NOT NULL,
  proposed_at INTEGER NOT NULL,
  PRIMARY KEY (proposal, turn)
);

-- What callers said of answers; the latest word on a turn counts.
CREATE TABLE feedback (
  turn TEXT PRIMARY KEY,
  conversation TEXT NOT NULL,
  caller TEXT NOT NULL,
  source TEXT,
  question TEXT NOT NULL,
  sql TEXT,
  verdict TEXT NOT NULL,
  note TEXT,
  given_at INTEGER NOT NULL
);
