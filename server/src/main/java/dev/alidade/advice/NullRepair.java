package dev.alidade.advice;

import java.util.ArrayList;
import java.util.List;

/** A comparison with NULL, which is never true. */
final class NullRepair implements Repair {
  @Override
  public List<Proposal> proposals(Site site) {
    return of(site.draft());
  }

  /** The statement with each such comparison as IS NULL or IS NOT NULL. */
  static List<Proposal> of(Draft draft) {
    StringBuilder sql = new StringBuilder();
    List<String> changes = new ArrayList<>();
    int done = 0;
    for (int index = 0; index < draft.size(); index++) {
      String sign = draft.text(index);
      String next = draft.text(index + 1);
      boolean unequal =
          (sign.equals("<") && next.equals(">")) || (sign.equals("!") && next.equals("="));
      boolean equal = sign.equals("=") && !isSign(draft.text(index - 1));
      int value = unequal ? index + 2 : index + 1;
      if ((equal || unequal) && draft.word(value).equals("null")) {
        String written = unequal ? "IS NOT NULL" : "IS NULL";
        sql.append(draft.sql(), done, draft.tokens().get(index).start()).append(written);
        done = draft.tokens().get(value).end();
        changes.add(written);
      }
    }
    return changes.isEmpty()
        ? List.of()
        : List.of(
            new Proposal(
                sql.append(draft.sql().substring(done)).toString(),
                "%s instead of a comparison with NULL, which is never true"
                    .formatted(String.join(", ", changes))));
  }

  private static boolean isSign(String text) {
    return text.equals("<") || text.equals(">") || text.equals("!") || text.equals("=");
  }
}
