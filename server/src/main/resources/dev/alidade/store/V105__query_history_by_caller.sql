CREATE INDEX query_history_by_caller ON query_history (caller, started_at);
