-- Sources that were added while the server ran. Their settings are sealed, since they hold secrets.
CREATE TABLE source (
  name TEXT PRIMARY KEY,
  engine TEXT NOT NULL,
  settings TEXT NOT NULL,
  added_by TEXT NOT NULL,
  added_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL
);

-- Every process looks at it to learn that the sources have changed.
CREATE TABLE source_version (version INTEGER NOT NULL);
INSERT INTO source_version (version) VALUES (1);

CREATE TRIGGER source_added AFTER INSERT ON source
BEGIN UPDATE source_version SET version = version + 1; END;
CREATE TRIGGER source_changed AFTER UPDATE ON source
BEGIN UPDATE source_version SET version = version + 1; END;
CREATE TRIGGER source_removed AFTER DELETE ON source
BEGIN UPDATE source_version SET version = version + 1; END;
