-- Every version of the semantic model of a source, the latest in force; moments are milliseconds since
-- 1970. An empty text says that the model was removed.
CREATE TABLE semantic_model (
  source TEXT NOT NULL,
  version INTEGER NOT NULL,
  text TEXT NOT NULL,
  reason TEXT NOT NULL,
  saved_by TEXT NOT NULL,
  saved_through TEXT NOT NULL,
  saved_at INTEGER NOT NULL,
  PRIMARY KEY (source, version)
);
