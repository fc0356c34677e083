package dev.alidade.engine.duckdb.gate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.alidade.sql.RecentTexts;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The syntax trees of short texts that came lately: the views of a caller come with each of their
 * statements, and a statement is read once for itself and once for its views. Which tree a text has
 * depends on nothing but the text.
 */
final class RecentTrees {
  // A tree takes two hundred times as much memory as its text.
  private static final int MOST = 32;
  private static final int LONGEST = 2_000;

  private final Grammar grammar;
  private final RecentTexts<JsonNode> recent = new RecentTexts<>(MOST, LONGEST);

  RecentTrees(Grammar grammar) {
    this.grammar = grammar;
  }

  /** The tree of a text, which the caller may change. */
  JsonNode of(String sql) throws SQLException, JsonProcessingException {
    Optional<JsonNode> known = recent.find(sql);
    if (known.isPresent()) {
      return known.get().deepCopy();
    }
    JsonNode tree = SyntaxTree.read(grammar.parse(sql));
    if (!tree.path("error").asBoolean(true)) {
      keep(sql, tree.deepCopy());
    }
    return tree;
  }

  /** Remembers a tree that nobody changes any more. */
  void keep(String sql, JsonNode tree) {
    recent.keep(sql, tree);
  }
}
