-- Callers as the latest token of an issuer described them; for what is done for them later, such as a
-- write that somebody approves. Moments are milliseconds since 1970; roles and attributes are JSON.
CREATE TABLE token_caller (
  name TEXT PRIMARY KEY,
  roles TEXT NOT NULL,
  attributes TEXT NOT NULL,
  seen_at INTEGER NOT NULL
);
