package dev.alidade.advice;

import dev.alidade.sql.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Quotes of another kind than is meant, or of another dialect. */
final class QuoteRepair implements Repair {
  private static final Pattern BACKTICKS = Pattern.compile("`([^`\n]+)`");
  private static final Pattern BRACKETS = Pattern.compile("\\[([A-Za-z_][^\\]\n]*)\\]");
  private static final Pattern CURLY = Pattern.compile("[\u2018\u2019\u201c\u201d\u00ab\u00bb]");

  @Override
  public List<Proposal> proposals(Site site) {
    Draft draft = site.draft();
    List<Proposal> proposals = new ArrayList<>();
    for (int index = 0; index < draft.size(); index++) {
      boolean doubled = draft.text(index).startsWith("\"");
      if (doubled
          && draft.isColumn(index)
          && draft.qualifier(index).isEmpty()
          && !draft.isKnown(draft.name(index))) {
        String text = site.dialect().literal(draft.name(index));
        proposals.add(
            new Proposal(
                draft.with(index, index, text), "%s is a text: in single quotes".formatted(text)));
      }
      if (draft.is(index, Kind.UNTERMINATED) && draft.text(index).startsWith("'")) {
        proposals.add(new Proposal(draft.sql().stripTrailing() + "'", "a closing quote"));
      }
    }
    String sql = draft.sql();
    if (!site.dialect().lexicalRules().backticks()) {
      requoted(site, BACKTICKS.matcher(sql), proposals);
    }
    if (!site.dialect().lexicalRules().brackets()) {
      requoted(site, BRACKETS.matcher(sql), proposals);
    }
    if (CURLY.matcher(sql).find()) {
      proposals.add(
          new Proposal(
              sql.replaceAll("[\u2018\u2019\u00ab\u00bb]", "'").replaceAll("[\u201c\u201d]", "\""),
              "straight quotes instead of curly ones"));
    }
    return proposals;
  }

  private static void requoted(Site site, Matcher names, List<Proposal> proposals) {
    if (names.find()) {
      String sql =
          names.replaceAll(found -> Matcher.quoteReplacement(site.dialect().quote(found.group(1))));
      proposals.add(new Proposal(sql, "names quoted as this source does"));
    }
  }
}
