-- Moments are milliseconds since 1970; roles and attributes are JSON.
CREATE TABLE caller (
  name TEXT PRIMARY KEY,
  roles TEXT NOT NULL,
  attributes TEXT NOT NULL,
  password TEXT,
  created_by TEXT NOT NULL,
  created_at INTEGER NOT NULL
);

-- The owner may also stand in alidade.yaml.
CREATE TABLE api_key (
  id TEXT PRIMARY KEY,
  owner TEXT NOT NULL,
  name TEXT NOT NULL,
  hash TEXT NOT NULL,
  roles TEXT NOT NULL,
  created_by TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  used_at INTEGER
);

CREATE INDEX api_key_owner ON api_key (owner, created_at);

CREATE TABLE session (
  id TEXT PRIMARY KEY,
  owner TEXT NOT NULL,
  hash TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  used_at INTEGER NOT NULL
);

CREATE INDEX session_owner ON session (owner);
