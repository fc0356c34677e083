-- Links to conversations: of the token in a link only the hash is kept.
CREATE TABLE conversation_share (
  id TEXT PRIMARY KEY,
  conversation TEXT NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
  owner TEXT NOT NULL,
  hash TEXT NOT NULL UNIQUE,
  shared_at INTEGER NOT NULL,
  expires_at INTEGER
);

CREATE INDEX conversation_share_owner ON conversation_share (owner);
