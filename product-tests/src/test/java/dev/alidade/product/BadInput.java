package dev.alidade.product;

import java.util.stream.Stream;

/** Input that no door may accept, and what each must say of it. */
record BadInput(String name, String operation, String json, String code, String words) {
  static Stream<BadInput> all() {
    return Stream.of(
        new BadInput("no fields", "query", "{}", "INVALID_INPUT", "source"),
        new BadInput(
            "unknown field",
            "query",
            "{\"source\": \"files\", \"sql\": \"SELECT 1\", \"limt\": 3}",
            "INVALID_INPUT",
            "did you mean `limit`?"),
        new BadInput(
            "wrong type",
            "query",
            "{\"source\": \"files\", \"sql\": 17}",
            "INVALID_INPUT",
            "`sql` must be a string"),
        new BadInput(
            "wrong type of limit",
            "query",
            "{\"source\": \"files\", \"sql\": \"SELECT 1\", \"limit\": \"many\"}",
            "INVALID_INPUT",
            "`limit` must be an integer"),
        new BadInput(
            "limit below one",
            "query",
            "{\"source\": \"files\", \"sql\": \"SELECT 1\", \"limit\": -1}",
            "INVALID_INPUT",
            "limit"),
        new BadInput(
            "unknown source",
            "query",
            "{\"source\": \"fils\", \"sql\": \"SELECT 1\"}",
            "SOURCE_NOT_FOUND",
            "did you mean `files`?"),
        new BadInput(
            "unknown table",
            "query",
            Rest.statement("SELECT * FROM ordrs"),
            "TABLE_NOT_FOUND",
            "ordrs"),
        new BadInput(
            "unknown column",
            "query",
            Rest.statement("SELECT regoin FROM customers"),
            "COLUMN_NOT_FOUND",
            "regoin"),
        new BadInput(
            "error in the middle",
            "query",
            Rest.statement("SELECT name\nFORM customers WHERE"),
            "SYNTAX_ERROR",
            ""),
        new BadInput("empty SQL", "query", Rest.statement(""), "SYNTAX_ERROR", ""),
        new BadInput(
            "a write", "query", Rest.statement("DELETE FROM customers"), "NOT_READ_ONLY", ""),
        new BadInput(
            "two statements",
            "query",
            Rest.statement("SELECT 1; DROP TABLE customers"),
            "NOT_READ_ONLY",
            "one SELECT at a time"),
        new BadInput(
            "a file of the machine",
            "query",
            Rest.statement("SELECT * FROM read_text('/etc/passwd')"),
            "FUNCTION_DENIED",
            "read_text"),
        new BadInput(
            "10 MB of SQL",
            "query",
            Rest.statement("SELECT '" + "x".repeat(10 << 20) + "'"),
            "REQUEST_TOO_LARGE",
            ""),
        new BadInput(
            "5,000 parentheses",
            "query",
            Rest.statement("SELECT " + "(".repeat(5_000) + "1" + ")".repeat(5_000)),
            "SQL_TOO_COMPLEX",
            ""),
        new BadInput(
            "a cursor of somebody else",
            "query",
            "{\"source\": \"files\", \"sql\": \"SELECT 1\", \"cursor\": \"abc\"}",
            "CURSOR_INVALID",
            ""),
        new BadInput(
            "too few parameters",
            "query",
            "{\"source\": \"files\", \"sql\": \"SELECT ?\", \"parameters\": []}",
            "PARAMETER_INVALID",
            ""),
        new BadInput("empty question", "ask", "{\"question\": \" \"}", "INVALID_INPUT", ""),
        new BadInput(
            "unknown conversation",
            "get_conversation",
            "{\"conversation\": \"nope\"}",
            "CONVERSATION_NOT_FOUND",
            "nope"));
  }

  @Override
  public String toString() {
    return name;
  }
}
