package dev.alidade.advice;

import dev.alidade.base.ErrorCode;
import dev.alidade.base.Nearest;
import dev.alidade.sql.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A keyword that is mistyped, or that another dialect has. */
final class KeywordRepair implements Repair {
  private static final List<String> OFTEN =
      List.of(
          "select",
          "from",
          "where",
          "group",
          "order",
          "having",
          "limit",
          "join",
          "left",
          "inner",
          "outer",
          "between",
          "like",
          "distinct",
          "union",
          "desc",
          "case",
          "when",
          "then",
          "else",
          "with",
          "offset",
          "by",
          "on",
          "and");
  private static final int SHORTEST = 3;

  @Override
  public List<Proposal> proposals(Site site) {
    Draft draft = site.draft();
    List<Proposal> proposals = new ArrayList<>();
    // Where a statement reads no table, FROM itself may be the name that is not found.
    boolean names = site.fails(ErrorCode.COLUMN_NOT_FOUND) && !draft.uses().isEmpty();
    if (names || site.fails(ErrorCode.AMBIGUOUS_NAME)) {
      return proposals;
    }
    for (int index = 0; index < draft.size(); index++) {
      if (draft.word(index).equals("top") && draft.is(index + 1, Kind.NUMBER)) {
        proposals.add(limited(site, index));
      }
      if (draft.is(index, Kind.WORD)
          && !draft.isKeyword(index)
          && draft.text(index).length() >= SHORTEST
          && !draft.isKnown(draft.name(index))) {
        mistyped(draft, index, proposals);
      }
    }
    return proposals;
  }

  private static void mistyped(Draft draft, int index, List<Proposal> proposals) {
    String word = draft.word(index);
    for (String keyword : OFTEN) {
      int allowed = Math.max(1, keyword.length() / 4);
      if (Nearest.distance(word, keyword) <= allowed) {
        String written = keyword.toUpperCase(Locale.ROOT);
        proposals.add(
            new Proposal(
                draft.with(index, index, written),
                "%s instead of %s".formatted(written, draft.text(index))));
      }
    }
  }

  private static Proposal limited(Site site, int top) {
    Draft draft = site.draft();
    String count = draft.text(top + 1);
    String without = draft.with(top, top + 1, "").stripTrailing().replaceAll(";+$", "");
    String limit = site.dialect().limit(Long.parseLong(count.replaceAll("\\D", "")), 0);
    return new Proposal(without + " " + limit, "%s instead of TOP %s".formatted(limit, count));
  }
}
