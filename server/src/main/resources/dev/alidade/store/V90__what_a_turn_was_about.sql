-- What follow-ups change: the plan of the turn's answer, and what the turn offered to choose from.
ALTER TABLE turn ADD COLUMN memory TEXT NOT NULL DEFAULT '';
