package dev.alidade.engine.trino.gate;

import dev.alidade.sql.Lexer;
import dev.alidade.sql.LexicalRules;
import dev.alidade.sql.SqlToken;
import dev.alidade.sql.TableName;
import dev.alidade.sql.TableView;
import io.trino.sql.SqlFormatter;
import io.trino.sql.tree.AliasedRelation;
import io.trino.sql.tree.Node;
import io.trino.sql.tree.NodeLocation;
import io.trino.sql.tree.QualifiedName;
import io.trino.sql.tree.Query;
import io.trino.sql.tree.Table;
import io.trino.sql.tree.With;
import io.trino.sql.tree.WithQuery;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Puts views in the place of tables. Each view is defined before everything else in the statement,
 * where neither a name nor a column of the caller's can reach into it, and its name stands wherever
 * its table stood. What comes out is read again and compared with the statement, node by node.
 */
final class ViewTables {
  private final TrinoGrammar grammar;
  private final String text;
  private final Query tree;
  private final List<SqlToken> tokens;
  private final IdentityHashMap<Table, TableName> places = new IdentityHashMap<>();
  private final Map<TableName, View> views = new LinkedHashMap<>();
  private final Set<Node> above = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Table> aliased = Collections.newSetFromMap(new IdentityHashMap<>());
  private int replaced;

  private record View(String name, Query query, String printed) {}

  private record Edit(int start, int end, String other) {}

  /** {@code text} is a printed statement. */
  ViewTables(TrinoGrammar grammar, Names names, String text) {
    this.grammar = grammar;
    this.text = text;
    this.tree = (Query) grammar.parse(text);
    this.tokens = Lexer.tokens(text, LexicalRules.STANDARD);
    Walk.over(tree, text, names).places().forEach(place -> places.put(place.node(), place.table()));
  }

  /**
   * The statement on views; empty where one cannot be put in with certainty.
   *
   * @throws io.trino.sql.parser.ParsingException where a view is no query
   */
  Optional<String> on(List<TableView> shown) {
    for (TableView view : shown) {
      if (places.values().stream().anyMatch(view.table()::equals)) {
        Optional<View> read = read(view, nameFor(views.size() + 1, shown));
        if (read.isEmpty()) {
          return Optional.empty();
        }
        views.put(view.table(), read.get());
      }
    }
    places.values().retainAll(views.keySet());
    mark(tree);
    return edited().filter(this::isSame);
  }

  /** A view's query without parameters: they are counted through the whole statement. */
  private Optional<View> read(TableView view, String name) {
    if (!(grammar.parse(view.query()) instanceof Query query)) {
      return Optional.empty();
    }
    String printed = SqlFormatter.formatSql(query).strip();
    boolean plain =
        grammar.parse(printed).equals(query)
            && Lexer.tokens(printed, LexicalRules.STANDARD).stream()
                .map(SqlToken::kind)
                .noneMatch(
                    kind ->
                        kind == SqlToken.Kind.PARAMETER
                            || kind == SqlToken.Kind.SEMICOLON
                            || kind == SqlToken.Kind.UNTERMINATED);
    return plain ? Optional.of(new View(name, query, printed)) : Optional.empty();
  }

  /** A name that nothing else in the statement has. */
  private String nameFor(int number, List<TableView> shown) {
    StringBuilder name = new StringBuilder("alidade_view_" + number);
    while (isTaken(name.toString(), shown)) {
      name.append('_');
    }
    return name.toString();
  }

  private boolean isTaken(String name, List<TableView> shown) {
    return text.toLowerCase(Locale.ENGLISH).contains(name)
        || shown.stream().anyMatch(view -> view.query().toLowerCase(Locale.ENGLISH).contains(name));
  }

  /** Which nodes hold a place below them. */
  private boolean mark(Node node) {
    boolean holds = node instanceof Table table && places.containsKey(table);
    if (node instanceof AliasedRelation relation && relation.getRelation() instanceof Table table) {
      aliased.add(table);
    }
    for (Node child : node.getChildren()) {
      holds |= mark(child);
    }
    if (holds) {
      above.add(node);
    }
    return holds;
  }

  private Optional<String> edited() {
    List<Edit> edits = new ArrayList<>();
    for (Map.Entry<Table, TableName> place : places.entrySet()) {
      Optional<Edit> edit = edit(place.getKey(), views.get(place.getValue()).name());
      if (edit.isEmpty()) {
        return Optional.empty();
      }
      edits.add(edit.get());
    }
    edits.sort(Comparator.comparingInt(Edit::start).reversed());
    StringBuilder other = new StringBuilder(text);
    edits.forEach(edit -> other.replace(edit.start(), edit.end(), edit.other()));
    return head().map(start -> insert(other, start));
  }

  private String insert(StringBuilder other, int start) {
    String definitions =
        String.join(
            ",\n",
            views.values().stream()
                .map(view -> view.name() + " AS (\n" + view.printed() + "\n)")
                .toList());
    return start == 0
        ? "WITH " + definitions + "\n" + other
        : other.insert(start, " " + definitions + ",").toString();
  }

  /** Behind the WITH of the statement; 0 where it has none. */
  private Optional<Integer> head() {
    if (tree.getWith().isEmpty()) {
      return Optional.of(0);
    }
    int last = tree.getWith().get().isRecursive() ? 1 : 0;
    boolean known =
        last < tokens.size()
            && word(0).equals("WITH")
            && (last == 0 || word(last).equals("RECURSIVE"));
    return known ? Optional.of(tokens.get(last).end()) : Optional.empty();
  }

  private Optional<Edit> edit(Table table, String name) {
    if (table.getQueryPeriod().isPresent()
        || table.getBranch().isPresent()
        || table.getLocation().isEmpty()) {
      return Optional.empty();
    }
    NodeLocation at = table.getLocation().get();
    int start = TextPlace.of(text, at.getLineNumber(), at.getColumnNumber()).offset();
    int first =
        IntStream.range(0, tokens.size())
            .filter(index -> tokens.get(index).start() == start)
            .findFirst()
            .orElse(-1);
    int last = first + 2 * (table.getName().getParts().size() - 1);
    if (first < 0 || last >= tokens.size()) {
      return Optional.empty();
    }
    String alias = needsAlias(table, first) ? " " + aliasOf(table) : "";
    return Optional.of(new Edit(start, tokens.get(last).end(), name + alias));
  }

  /** Columns are called by their table's name; behind TABLE there is no place for one. */
  private boolean needsAlias(Table table, int first) {
    return !aliased.contains(table)
        && !word(first - 1).equals("TABLE")
        && !(word(first - 1).equals("(") && word(first - 2).equals("TABLE"));
  }

  private String word(int token) {
    return token < 0 ? "" : tokens.get(token).text(text).toUpperCase(Locale.ENGLISH);
  }

  private static String aliasOf(Table table) {
    return "\"" + table.getName().getSuffix().replace("\"", "\"\"") + "\"";
  }

  /** Whether a text reads as the statement, but for the views and for nothing else. */
  private boolean isSame(String other) {
    if (!(grammar.parse(other) instanceof Query read) || read.getWith().isEmpty()) {
      return false;
    }
    With with = read.getWith().get();
    List<WithQuery> own = tree.getWith().map(With::getQueries).orElse(List.of());
    boolean recursive = tree.getWith().filter(With::isRecursive).isPresent();
    if (with.isRecursive() != recursive || with.getQueries().size() != views.size() + own.size()) {
      return false;
    }
    List<View> defined = List.copyOf(views.values());
    for (int index = 0; index < defined.size(); index++) {
      if (!isDefinition(with.getQueries().get(index), defined.get(index))) {
        return false;
      }
    }
    List<WithQuery> rest = with.getQueries().subList(defined.size(), with.getQueries().size());
    List<Node> before = new ArrayList<>(own);
    before.addAll(behindWith(tree));
    List<Node> after = new ArrayList<>(rest);
    after.addAll(behindWith(read));
    replaced = 0;
    return areSame(before, after) && replaced == places.size();
  }

  private static boolean isDefinition(WithQuery read, View view) {
    return read.getName().getValue().equals(view.name())
        && read.getColumnNames().isEmpty()
        && read.getQuery().equals(view.query());
  }

  private static List<Node> behindWith(Query query) {
    return query.getChildren().stream()
        .filter(child -> !(child instanceof With))
        .<Node>map(child -> child)
        .toList();
  }

  private boolean isSame(Node before, Node after) {
    if (before instanceof Table table && places.containsKey(table)) {
      replaced++;
      return isView(table, after);
    }
    if (!above.contains(before)) {
      return before.equals(after);
    }
    return before.getClass() == after.getClass()
        && before.shallowEquals(after)
        && areSame(before.getChildren(), after.getChildren());
  }

  private boolean areSame(List<? extends Node> before, List<? extends Node> after) {
    return before.size() == after.size()
        && IntStream.range(0, before.size())
            .allMatch(index -> isSame(before.get(index), after.get(index)));
  }

  private boolean isView(Table table, Node after) {
    QualifiedName name = QualifiedName.of(views.get(places.get(table)).name());
    if (after instanceof AliasedRelation relation && !aliased.contains(table)) {
      return relation.getColumnNames() == null
          && relation.getAlias().getValue().equals(table.getName().getSuffix())
          && relation.getRelation().equals(new Table(name));
    }
    return after.equals(new Table(name));
  }
}
