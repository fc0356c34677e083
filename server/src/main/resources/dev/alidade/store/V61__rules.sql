-- Definitions are JSON, written as in alidade.yaml; moments are milliseconds since 1970.
CREATE TABLE access_role (
  name TEXT PRIMARY KEY,
  definition TEXT NOT NULL,
  saved_by TEXT NOT NULL,
  saved_at INTEGER NOT NULL
);

-- The source stands beside the definition, so that a policy that cannot be read closes it.
CREATE TABLE access_policy (
  name TEXT PRIMARY KEY,
  source TEXT NOT NULL,
  definition TEXT NOT NULL,
  saved_by TEXT NOT NULL,
  saved_at INTEGER NOT NULL
);

ALTER TABLE caller ADD COLUMN limits TEXT NOT NULL DEFAULT '{}';

-- Every process looks at it to learn that the rules have changed.
CREATE TABLE access_version (version INTEGER NOT NULL);
INSERT INTO access_version (version) VALUES (1);

CREATE TRIGGER role_added AFTER INSERT ON access_role
BEGIN UPDATE access_version SET version = version + 1; END;
CREATE TRIGGER role_changed AFTER UPDATE ON access_role
BEGIN UPDATE access_version SET version = version + 1; END;
CREATE TRIGGER role_removed AFTER DELETE ON access_role
BEGIN UPDATE access_version SET version = version + 1; END;
CREATE TRIGGER policy_added AFTER INSERT ON access_policy
BEGIN UPDATE access_version SET version = version + 1; END;
CREATE TRIGGER policy_changed AFTER UPDATE ON access_policy
BEGIN UPDATE access_version SET version = version + 1; END;
CREATE TRIGGER policy_removed AFTER DELETE ON access_policy
BEGIN UPDATE access_version SET version = version + 1; END;
CREATE TRIGGER caller_added AFTER INSERT ON caller
BEGIN UPDATE access_version SET version = version + 1; END;
CREATE TRIGGER caller_limited AFTER UPDATE OF limits ON caller
BEGIN UPDATE access_version SET version = version + 1; END;
CREATE TRIGGER caller_removed AFTER DELETE ON caller
BEGIN UPDATE access_version SET version = version + 1; END;
