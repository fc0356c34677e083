-- What models read, wrote and cost on each day (UTC), by caller; the cost in millionths of whatever
-- money their price is given in.
CREATE TABLE model_usage (
  day TEXT NOT NULL,
  model TEXT NOT NULL,
  caller TEXT NOT NULL,
  calls INTEGER NOT NULL,
  input_tokens INTEGER NOT NULL,
  output_tokens INTEGER NOT NULL,
  millionths INTEGER NOT NULL,
  PRIMARY KEY (day, model, caller)
);
