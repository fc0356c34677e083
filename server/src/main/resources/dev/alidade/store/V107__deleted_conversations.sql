-- When its owner deleted it, in milliseconds; it goes for good some minutes later.
ALTER TABLE conversation ADD COLUMN deleted_at INTEGER;
