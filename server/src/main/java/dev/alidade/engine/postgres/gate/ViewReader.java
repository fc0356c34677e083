package dev.alidade.engine.postgres.gate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.postgres.grammar.Parsed;
import dev.alidade.engine.postgres.grammar.PostgresParser;
import dev.alidade.sql.RecentTexts;
import dev.alidade.sql.TableView;
import dev.alidade.sql.TextEdits;
import java.util.Set;

/** Reads one SELECT whole: its text, its tree, and what it names where. */
final class ViewReader {
  private final PostgresParser parser;
  private final String schema;
  private final Set<String> functions;
  private final KnownFunctions known;
  private final RecentTexts<JsonNode> trees;

  /** {@code trees} are those of texts that came lately, which are not parsed again. */
  ViewReader(
      PostgresParser parser,
      String schema,
      Set<String> functions,
      KnownFunctions known,
      RecentTexts<JsonNode> trees) {
    this.parser = parser;
    this.schema = schema;
    this.functions = functions;
    this.known = known;
    this.trees = trees;
  }

  /** A SELECT against which nothing speaks; its places count bytes of what is sent. */
  record Reading(StatementText text, ObjectNode select, Findings findings) {}

  /**
   * A statement that the gate has let through.
   *
   * @throws AlidadeException where it cannot be read once more
   */
  Reading statement(String sql) {
    StatementText text = StatementText.of(sql);
    JsonNode statements = tree(text);
    Findings findings = new Findings(text);
    JsonNode select = statements.path(0).path("stmt").path("SelectStmt");
    if (statements.size() != 1 || !select.isObject()) {
      throw unreadable();
    }
    new TreeWalk(findings, new Names(findings, functions, known), schema).select(select);
    if (!findings.isClean()) {
      throw unreadable();
    }
    return new Reading(text, (ObjectNode) select, findings);
  }

  /**
   * The query of a view, which an administrator may have got wrong.
   *
   * @throws AlidadeException where it is not one SELECT without parameters that this gate allows
   */
  ViewText view(TableView view) {
    Reading reading;
    try {
      reading = statement(view.query());
    } catch (AlidadeException | TreeWalk.TooDeep failure) {
      throw wrong(view, failure);
    }
    if (!reading.text().slots().isEmpty()) {
      throw wrong(view, null);
    }
    TextEdits edits = new TextEdits();
    for (Findings.Place place : reading.findings().places()) {
      if (!place.node().has("schemaname")) {
        int start = reading.findings().writtenOffset(Tree.place(place.node()));
        edits.insert(start, Identifier.quoted(schema) + ".");
        ((ObjectNode) place.node()).put("schemaname", schema);
      }
    }
    return new ViewText(edits.apply(view.query()), reading.select());
  }

  private JsonNode tree(StatementText text) {
    return trees
        .computeIfAbsent(text.sent(), _ -> parse(text))
        // What is kept is changed by nobody.
        .deepCopy();
  }

  /** The statements that the grammar finds in a text. */
  JsonNode parse(StatementText text) {
    return switch (parser.parse(text.sent())) {
      case Parsed.Tree(JsonNode statements) -> statements;
      case Parsed.Busy() ->
          throw new AlidadeException(
              ErrorCode.OVERLOADED,
              "Too many statements wait to be checked; try again in a moment");
      case Parsed.TooComplex() ->
          throw new AlidadeException(
              ErrorCode.SQL_TOO_COMPLEX,
              "The statement is too large with what you may see of its tables; shorten it");
      case Parsed.Mistake _ -> throw unreadable();
    };
  }

  /** What the statement says cannot be said of what the caller may see. */
  static AlidadeException unreadable() {
    return new AlidadeException(
        ErrorCode.SQL_DENIED,
        "The statement cannot be narrowed to what you may see with certainty; write it more plainly");
  }

  private static AlidadeException wrong(TableView view, Throwable failure) {
    if (failure instanceof AlidadeException passing
        && (passing.code() == ErrorCode.OVERLOADED
            || passing.code() == ErrorCode.SOURCE_UNAVAILABLE)) {
      return passing;
    }
    return new AlidadeException(
        ErrorCode.SQL_DENIED,
        "A policy on `%s` cannot be applied: its condition is not SQL that may run here; ask an administrator to correct it"
            .formatted(view.table()),
        failure);
  }
}
