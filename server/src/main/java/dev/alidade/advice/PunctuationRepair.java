package dev.alidade.advice;

import dev.alidade.base.ErrorCode;
import dev.alidade.sql.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Commas, parentheses, signs and aliases: one too many or one too few. */
final class PunctuationRepair implements Repair {
  private static final Set<String> AFTER_LISTS =
      Set.of("from", "where", "group", "order", "having", "limit", "union", ")", ";", "");

  @Override
  public List<Proposal> proposals(Site site) {
    Draft draft = site.draft();
    List<Proposal> proposals = new ArrayList<>();
    for (int index = 0; index < draft.size(); index++) {
      if (draft.text(index).equals(",") && AFTER_LISTS.contains(draft.word(index + 1))) {
        proposals.add(new Proposal(draft.with(index, index, ""), "a comma less, before nothing"));
      }
      if (draft.text(index).equals("=") && draft.text(index + 1).equals("=")) {
        proposals.add(new Proposal(draft.with(index, index + 1, "="), "= instead of =="));
      }
      unnamed(draft, index).ifPresent(proposals::add);
    }
    if (site.fails(ErrorCode.SYNTAX_ERROR)) {
      commas(site, proposals);
      parentheses(draft, proposals);
    }
    return proposals;
  }

  /** Two names in a row are one too many for an alias. */
  private static void commas(Site site, List<Proposal> proposals) {
    Draft draft = site.draft();
    for (int index = 1; index < draft.size(); index++) {
      boolean between =
          (draft.isColumn(index - 1) || draft.text(index - 1).equals(")"))
              && (draft.isColumn(index)
                  || draft.word(index + 1).equals("(")
                  || draft.word(index + 1).equals("."))
              && !draft.isKeyword(index);
      if (between && Math.abs(site.blamed().orElse(index) - index) <= 2) {
        proposals.add(
            new Proposal(
                draft.after(index - 1, ","),
                "a comma between `%s` and `%s`"
                    .formatted(draft.text(index - 1), draft.text(index))));
      }
    }
  }

  private static void parentheses(Draft draft, List<Proposal> proposals) {
    int open = 0;
    int last = -1;
    for (int index = 0; index < draft.size(); index++) {
      open += draft.text(index).equals("(") ? 1 : draft.text(index).equals(")") ? -1 : 0;
      last = draft.text(index).equals(")") ? index : last;
    }
    if (open > 0) {
      for (String before : List.of("from", "group", "order", "")) {
        closed(draft, before, ")".repeat(open)).ifPresent(proposals::add);
      }
    } else if (open < 0) {
      proposals.add(new Proposal(draft.with(last, last, ""), "a closing parenthesis less"));
    }
  }

  private static Optional<Proposal> closed(Draft draft, String before, String text) {
    for (int index = draft.size(); index > 0; index--) {
      boolean end = before.isEmpty() && !draft.is(index - 1, Kind.SEMICOLON);
      if (end || (!before.isEmpty() && draft.word(index).equals(before))) {
        return Optional.of(
            new Proposal(draft.after(index - 1, text), "a closing parenthesis more"));
      }
    }
    return Optional.empty();
  }

  /** A query in FROM without a name. */
  private static Optional<Proposal> unnamed(Draft draft, int index) {
    boolean query =
        (draft.word(index).equals("from") || draft.word(index).equals("join"))
            && draft.text(index + 1).equals("(")
            && draft.word(index + 2).equals("select");
    if (!query) {
      return Optional.empty();
    }
    int depth = 0;
    for (int at = index + 1; at < draft.size(); at++) {
      depth += draft.text(at).equals("(") ? 1 : draft.text(at).equals(")") ? -1 : 0;
      if (depth == 0) {
        boolean named =
            draft.word(at + 1).equals("as")
                || draft.isQuoted(at + 1)
                || (draft.is(at + 1, Kind.WORD) && !draft.isKeyword(at + 1));
        return named
            ? Optional.empty()
            : Optional.of(
                new Proposal(draft.after(at, " AS part"), "a name for the query in FROM"));
      }
    }
    return Optional.empty();
  }
}
