-- What the caller saw of the source when the rows were made: nobody reads them who sees less now.
ALTER TABLE job ADD COLUMN seen_as TEXT NOT NULL DEFAULT '';

ALTER TABLE turn ADD COLUMN seen_as TEXT NOT NULL DEFAULT '';
