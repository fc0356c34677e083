package dev.alidade.advice;

import dev.alidade.sql.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A value that is written as another type than it is compared with. */
final class LiteralRepair implements Repair {
  private static final Pattern NUMBER = Pattern.compile("'(-?\\d+(?:\\.\\d+)?)'");
  private static final Pattern DAY_FIRST = Pattern.compile("'(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})'");
  private static final Pattern MONTH_FIRST = Pattern.compile("'(\\d{1,2})/(\\d{1,2})/(\\d{4})'");

  @Override
  public List<Proposal> proposals(Site site) {
    Draft draft = site.draft();
    List<Proposal> proposals = new ArrayList<>();
    if (!site.says("type|convert|cast|operator|compar|date|function|invalid input")) {
      return proposals;
    }
    for (int index = 0; index < draft.size(); index++) {
      String text = draft.text(index);
      if (draft.is(index, Kind.STRING)) {
        Matcher number = NUMBER.matcher(text);
        if (number.matches()) {
          proposals.add(
              replaced(draft, index, number.group(1), "the number %s instead of the text %s"));
        }
        date(draft, index, DAY_FIRST.matcher(text), 2, 1, proposals);
        date(draft, index, MONTH_FIRST.matcher(text), 1, 2, proposals);
      } else if (draft.is(index, Kind.NUMBER) && isCompared(draft, index)) {
        proposals.add(
            replaced(draft, index, "'" + text + "'", "the text %s instead of the number %s"));
      }
    }
    return proposals;
  }

  private static boolean isCompared(Draft draft, int index) {
    String before = draft.text(index - 1);
    return before.equals("=")
        || before.equals("<")
        || before.equals(">")
        || before.equals("(")
        || before.equals(",");
  }

  private static Proposal replaced(Draft draft, int index, String text, String change) {
    return new Proposal(draft.with(index, index, text), change.formatted(text, draft.text(index)));
  }

  private static void date(
      Draft draft, int index, Matcher date, int month, int day, List<Proposal> proposals) {
    if (date.matches()) {
      String text =
          "'%s-%02d-%02d'"
              .formatted(
                  date.group(3),
                  Integer.parseInt(date.group(month)),
                  Integer.parseInt(date.group(day)));
      proposals.add(replaced(draft, index, text, "the date %s instead of %s"));
    }
  }
}
