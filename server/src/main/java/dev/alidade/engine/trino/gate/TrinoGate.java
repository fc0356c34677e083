package dev.alidade.engine.trino.gate;

import dev.alidade.base.ErrorCode;
import dev.alidade.base.Location;
import dev.alidade.sql.Effect;
import dev.alidade.sql.Gate;
import dev.alidade.sql.Inspection;
import dev.alidade.sql.KeptInspections;
import dev.alidade.sql.Lexer;
import dev.alidade.sql.LexicalRules;
import dev.alidade.sql.Reason;
import dev.alidade.sql.Script;
import dev.alidade.sql.SqlToken;
import dev.alidade.sql.TableView;
import io.trino.sql.SqlFormatter;
import io.trino.sql.parser.ParsingException;
import io.trino.sql.tree.Query;
import io.trino.sql.tree.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads statements with Trino's parser, lets through queries on the source's own catalog that
 * consist of listed syntax and functions, and gives back the text that the tree prints as, once
 * that text has been read again and found to be the same.
 */
public final class TrinoGate implements Gate {
  private static final int DEEPEST = 100;
  private static final Duration LONGEST = Duration.ofSeconds(5);

  private static final Reason TOO_COMPLEX =
      Reason.of(
          ErrorCode.SQL_TOO_COMPLEX,
          "The statement is too long or too deep to be read; write it as several");

  /** The condition of a policy is an administrator's, and may be wrong. */
  private static final Inspection NOT_IN_PART =
      Inspection.refused(
          Effect.READ,
          Reason.of(
              ErrorCode.SQL_DENIED,
              "The statement cannot be written with what you may see of its tables; write it"
                  + " simpler, or ask an administrator whether their policies are valid SQL"));

  /** A list of what could stand there, as far as anyone reads it. */
  private static final Pattern EXPECTED = Pattern.compile("Expecting: (?:\\S+ ){8}");

  private final Names names;
  private final KeptInspections kept = new KeptInspections();

  /** A gate to the tables that {@code names} allows. */
  public TrinoGate(Names names) {
    this.names = names;
    TrinoGrammar.load();
  }

  @Override
  public Inspection inspect(String sql) {
    return kept.of(sql, () -> judge(sql));
  }

  private Inspection judge(String sql) {
    List<SqlToken> tokens = Lexer.tokens(sql, LexicalRules.STANDARD);
    Script script = Script.of(sql, LexicalRules.STANDARD);
    if (script.statements().isEmpty()) {
      return Inspection.refused(
          Effect.READ, Reason.of(ErrorCode.SYNTAX_ERROR, "There is no statement; write a SELECT"));
    }
    StatementLabel label = label(script.statements());
    if (script.statements().size() > 1) {
      return Inspection.refused(label.effect(), several(sql, script, label));
    }
    Optional<Location> tooDeep = tooDeep(sql, tokens);
    if (tooDeep.isPresent()) {
      return Inspection.refused(
          label.effect(),
          new Reason(
              ErrorCode.SQL_TOO_COMPLEX,
              "Brackets nest deeper than %d; name parts of the statement with WITH"
                  .formatted(DEEPEST),
              tooDeep));
    }
    String text = Markers.statement(sql);
    return BoundedStack.run(LONGEST, deadline -> read(text, label, deadline))
        .orElseGet(() -> Inspection.refused(label.effect(), TOO_COMPLEX));
  }

  @Override
  public Inspection inspect(String sql, List<TableView> views) {
    Inspection inspection = inspect(sql);
    return kept.narrowed(inspection, views, concerned -> withViews(inspection, concerned));
  }

  private Inspection withViews(Inspection inspection, List<TableView> views) {
    String text = inspection.text().orElseThrow();
    return BoundedStack.run(LONGEST, deadline -> onViews(text, views, deadline))
        .map(shown -> shown.map(inspection::running).orElse(NOT_IN_PART))
        .orElseGet(() -> Inspection.refused(inspection.effect(), TOO_COMPLEX));
  }

  private Optional<String> onViews(String text, List<TableView> views, long deadline) {
    try {
      return new ViewTables(new TrinoGrammar(deadline), names, text).on(views);
    } catch (ParsingException | UnsupportedOperationException | IllegalArgumentException notExact) {
      return Optional.empty();
    }
  }

  private Inspection read(String sql, StatementLabel label, long deadline) {
    TrinoGrammar grammar = new TrinoGrammar(deadline);
    Statement tree;
    try {
      tree = grammar.parse(sql);
    } catch (ParsingException failure) {
      return Inspection.refused(label.effect(), syntaxError(failure, sql));
    }
    if (!(tree instanceof Query)) {
      return Inspection.refused(label.effect(), label.refusal());
    }
    Findings findings = Walk.over(tree, sql, names);
    if (!findings.reasons().isEmpty()) {
      return result(findings, Optional.empty(), findings.reasons());
    }
    Optional<String> printed = printed(tree, findings, grammar);
    return printed.isPresent()
        ? result(findings, printed, List.of())
        : result(
            findings,
            printed,
            List.of(
                Reason.of(
                    ErrorCode.SQL_DENIED,
                    "The statement cannot be printed back exactly as it was read; write it simpler")));
  }

  /** The text that runs: it reads as the same tree, and does what was found. */
  private Optional<String> printed(Statement tree, Findings findings, TrinoGrammar grammar) {
    try {
      String text = SqlFormatter.formatSql(tree);
      Statement again = grammar.parse(text);
      boolean same =
          again.equals(tree)
              && SqlFormatter.formatSql(again).equals(text)
              && Walk.over(again, text, names).sameAs(findings);
      return same ? Optional.of(text.strip()) : Optional.empty();
    } catch (ParsingException | UnsupportedOperationException | IllegalArgumentException notExact) {
      return Optional.empty();
    }
  }

  private static Inspection result(Findings findings, Optional<String> text, List<Reason> reasons) {
    return new Inspection(
        Effect.READ, text, findings.tables(), findings.columns(), findings.functions(), reasons);
  }

  private static Reason syntaxError(ParsingException failure, String sql) {
    Location place = TextPlace.of(sql, failure.getLineNumber(), failure.getColumnNumber());
    String message = failure.getErrorMessage();
    if (message.contains("stack overflow")) {
      return TOO_COMPLEX;
    }
    Matcher list = EXPECTED.matcher(message);
    return new Reason(
        ErrorCode.SYNTAX_ERROR,
        list.find() ? message.substring(0, list.end()) + "..." : message,
        Optional.of(place));
  }

  /** The strongest of the statements. */
  private static StatementLabel label(List<Script.Statement> statements) {
    StatementLabel strongest = new StatementLabel("", Effect.READ);
    for (Script.Statement statement : statements) {
      StatementLabel label = StatementLabel.of(firstWord(statement.text()));
      if (strongest.word().isEmpty() || label.effect().compareTo(strongest.effect()) > 0) {
        strongest = label;
      }
    }
    return strongest;
  }

  private static String firstWord(String statement) {
    return Lexer.tokens(statement, LexicalRules.STANDARD).stream()
        .filter(token -> !token.text(statement).equals("("))
        .findFirst()
        .map(token -> token.text(statement).toUpperCase(Locale.ENGLISH))
        .orElse("");
  }

  private static Reason several(String sql, Script script, StatementLabel label) {
    return new Reason(
        label.effect() == Effect.READ ? ErrorCode.SQL_DENIED : label.refusal().code(),
        "Several statements were sent; send one SELECT at a time",
        Optional.of(Location.of(sql, script.statements().get(1).offset())));
  }

  /** Where brackets nest deeper than is read. */
  private static Optional<Location> tooDeep(String sql, List<SqlToken> tokens) {
    int depth = 0;
    for (SqlToken token : tokens) {
      if (token.kind() == SqlToken.Kind.SYMBOL) {
        depth +=
            switch (sql.charAt(token.start())) {
              case '(', '[' -> 1;
              case ')', ']' -> -1;
              default -> 0;
            };
        if (depth > DEEPEST) {
          return Optional.of(Location.of(sql, token.start()));
        }
      }
    }
    return Optional.empty();
  }
}
