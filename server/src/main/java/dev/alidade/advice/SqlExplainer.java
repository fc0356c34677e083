package dev.alidade.advice;

import dev.alidade.advice.ExplainSqlOutput.Step;
import dev.alidade.base.AlidadeException;
import dev.alidade.operation.Invocation;
import dev.alidade.policy.Verdict;
import dev.alidade.query.QueryService;
import dev.alidade.semantic.Meanings;
import dev.alidade.sql.LexicalRules;
import dev.alidade.sql.Reason;
import dev.alidade.sql.TableName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.sf.jsqlparser.JSQLParserException;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import net.sf.jsqlparser.statement.select.Select;

/**
 * Says in words what a statement does. The source's own grammar judges it first; the parser that
 * reads it for the words is no enforcement, and where both do not find the same tables nothing is
 * said.
 */
final class SqlExplainer {
  private static final long PATIENCE_MS = 3_000;
  private static final int LONGEST = 20_000;

  private final QueryService queries;
  private final Meanings meanings;

  SqlExplainer(QueryService queries, Meanings meanings) {
    this.queries = queries;
    this.meanings = meanings;
  }

  ExplainSqlOutput explain(StatementAdviceInput input, Invocation invocation) {
    Verdict verdict = queries.check(invocation.caller(), input.source(), input.sql());
    if (verdict.governed().isEmpty()) {
      Reason reason = verdict.reasons().getFirst();
      throw new AlidadeException(reason.code(), reason.message(), reason.location(), null);
    }
    List<String> tables =
        verdict.inspection().tables().stream().map(TableName::toString).distinct().toList();
    LexicalRules rules = queries.lexicalRules(invocation.caller(), input.source());
    Optional<Select> parsed = parsed(input.sql(), rules);
    if (parsed.isEmpty()) {
      return silent("The statement is written in a way that cannot be put into words here", tables);
    }
    Narrator narrator = new Narrator(meanings.of(invocation.caller(), input.source()));
    List<Step> steps = narrator.tell(parsed.get());
    Set<String> read =
        verdict.inspection().tables().stream()
            .map(table -> table.table().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    if (!narrator.isWhole() || !narrator.tables().equals(read)) {
      return silent("Part of the statement cannot be put into words here", tables);
    }
    return new ExplainSqlOutput(summary(steps), true, steps, tables);
  }

  private static ExplainSqlOutput silent(String why, List<String> tables) {
    return new ExplainSqlOutput(
        "%s, so nothing is guessed. It may run, and reads %s."
            .formatted(why, tables.isEmpty() ? "no table" : String.join(", ", tables)),
        false,
        List.of(),
        tables);
  }

  private static String summary(List<Step> steps) {
    List<String> last = steps.getLast().does();
    String whole = String.join(" ", last);
    return steps.size() == 1
        ? whole
        : "In %d steps, of which the last: %s".formatted(steps.size(), whole);
  }

  private static Optional<Select> parsed(String sql, LexicalRules rules) {
    if (sql.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      return CCJSqlParserUtil.parse(
                  sql.strip().replaceAll(";+$", ""),
                  parser ->
                      parser
                          .withSquareBracketQuotation(rules.brackets())
                          .withBackslashEscapeCharacter(rules.backslashEscapes())
                          .withTimeOut(PATIENCE_MS))
              instanceof Select select
          ? Optional.of(select)
          : Optional.empty();
    } catch (JSQLParserException | StackOverflowError unread) {
      return Optional.empty();
    }
  }
}
