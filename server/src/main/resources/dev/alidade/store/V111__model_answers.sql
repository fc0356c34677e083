-- What language models said, by a hash of the whole prompt and of who was asked how.
CREATE TABLE model_answer (
  prompt TEXT PRIMARY KEY,
  model TEXT NOT NULL,
  answer TEXT NOT NULL,
  answered_at INTEGER NOT NULL
);

CREATE INDEX model_answer_age ON model_answer (answered_at);
