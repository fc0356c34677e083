-- Colours for charts that somebody named for all to use. The colours are JSON; moments are
-- milliseconds since 1970.
CREATE TABLE chart_template (
  name TEXT PRIMARY KEY,
  theme TEXT,
  colors TEXT NOT NULL,
  saved_by TEXT NOT NULL,
  saved_at INTEGER NOT NULL
);
