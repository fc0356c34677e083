package dev.alidade.ask.converse;

import dev.alidade.ask.build.SourceMap;
import dev.alidade.ask.ground.Lattice;
import dev.alidade.ask.ground.Mention;
import dev.alidade.ask.ground.PlainNames;
import dev.alidade.ask.plan.Expression;
import dev.alidade.ask.plan.Output;
import dev.alidade.ask.plan.SelectPlan;
import dev.alidade.ask.plan.TableUse;
import dev.alidade.ask.text.Question;
import dev.alidade.ask.text.Token;
import dev.alidade.ask.text.Tokenizer;
import dev.alidade.sql.TableName;
import java.util.Optional;
import java.util.Set;

/**
 * A question about the rows of the last answer: "those customers' orders".
 *
 * @param question the question with a name in place of the word that points back
 * @param table whose rows are meant
 */
public record Referral(String question, TableName table) {
  private static final Set<String> POINTING = Set.of("those", "these");
  private static final Set<String> PRONOUNS = Set.of("they", "them", "those", "these");
  private static final Set<String> AUXILIARIES = Set.of("do", "did", "does");
  private static final String OWNED = "\u0000";
  private static final Set<String> OWNERS = Set.of("their", "its");

  /** The question that the text asks about rows of the plan; empty where nothing points back. */
  public static Optional<Referral> of(String text, SelectPlan plan, SourceMap map) {
    Question question = new Tokenizer().read(text);
    Lattice lattice = map.lattice(question);
    Mentions mentions = new Mentions(lattice);
    for (int at = 0; at < lattice.size(); at++) {
      Token token = question.tokens().get(at);
      Optional<Mention.OfTable> named =
          mentions.tables(at + 1).stream()
              .filter(mention -> Editor.uses(plan, mention.table()))
              .findFirst();
      if (POINTING.contains(token.lower()) && named.isPresent()) {
        int end = afterPossessive(question, named.get().span().end());
        boolean owns = end > named.get().span().end();
        return Optional.of(
            new Referral(replaced(question, at, owns ? end : at + 1, ""), named.get().table()));
      }
      TableName subject = subject(plan);
      String plural = PlainNames.of(subject.table());
      if (OWNERS.contains(token.lower())) {
        return Optional.of(new Referral(owned(question, mentions, at, plural), subject));
      }
      boolean asksOfThem =
          at > 1 && token.is("they") && AUXILIARIES.contains(question.tokens().get(at - 1).lower());
      if (asksOfThem) {
        int end = at + 1 < lattice.size() && isHaving(question, at + 1) ? at + 2 : at + 1;
        return Optional.of(new Referral(replaced(question, at - 1, end, ""), subject));
      }
      if (PRONOUNS.contains(token.lower())) {
        return Optional.of(new Referral(replaced(question, at, at + 1, "the " + plural), subject));
      }
    }
    return Optional.empty();
  }

  private static boolean isHaving(Question question, int at) {
    return question.tokens().get(at).is("have") || question.tokens().get(at).is("has");
  }

  /** "Their city" is the city of the stores; "their orders" are orders. */
  private static String owned(Question question, Mentions mentions, int at, String plural) {
    int ofColumn =
        mentions.columns(at + 1).stream()
            .mapToInt(column -> column.span().length())
            .max()
            .orElse(0);
    boolean column = ofColumn > 0 && mentions.tables(at + 1).isEmpty();
    if (!column) {
      return replaced(question, at, at + 1, "");
    }
    String before = replaced(question, at, at + 1 + ofColumn, OWNED);
    String name =
        question
            .text()
            .substring(
                question.tokens().get(at + 1).start(), question.tokens().get(at + ofColumn).end());
    return before.replace(OWNED, name + " of the " + plural);
  }

  /** The owner of what is asked for need not be named: the rows are restricted to theirs. */
  private static int afterPossessive(Question question, int at) {
    boolean possessive =
        at < question.tokens().size()
            && (question.tokens().get(at).is("'") || question.tokens().get(at).is("'s"));
    return possessive ? at + 1 : at;
  }

  private static String replaced(Question question, int from, int to, String words) {
    String text = question.text();
    int start = question.tokens().get(from).start();
    int end = question.tokens().get(to - 1).end();
    return (text.substring(0, start) + words + text.substring(end)).replaceAll("\\s+", " ").strip();
  }

  /** Whose rows an answer shows: the table of its first dimension or column. */
  private static TableName subject(SelectPlan plan) {
    return plan.outputs().stream()
        .map(Output::expression)
        .filter(Expression.ColumnUse.class::isInstance)
        .flatMap(shown -> Uses.column(shown).stream())
        .flatMap(column -> plan.table(column.table()).stream())
        .map(TableUse::table)
        .findFirst()
        .orElse(plan.tables().getFirst().table());
  }
}
