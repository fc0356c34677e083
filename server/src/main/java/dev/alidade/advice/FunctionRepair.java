package dev.alidade.advice;

import dev.alidade.engine.Column;
import dev.alidade.sql.DataType;
import dev.alidade.sql.DatePart;
import dev.alidade.sql.TimeGrain;
import dev.alidade.sql.TypeKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A function of another dialect: the ways that other engines have for the same. */
final class FunctionRepair implements Repair {
  private static final DataType DATE = new DataType(TypeKind.DATE, "date");
  private static final Pattern TEXT = Pattern.compile("'([a-zA-Z]+)'");
  private static final List<Rule> RULES = rules();

  /** A function with so many arguments, and another way to write it. */
  private record Rule(String name, int arguments, String otherwise) {}

  private static List<Rule> rules() {
    try (InputStream file = FunctionRepair.class.getResourceAsStream("functions.tsv")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\t", 3))
          .map(part -> new Rule(part[0], Integer.parseInt(part[1]), part[2]))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Draft draft = site.draft();
    List<Proposal> proposals = new ArrayList<>();
    for (int index = 0; index < draft.size(); index++) {
      if (draft.text(index + 1).equals("(")) {
        call(site, index, proposals);
      }
    }
    return proposals;
  }

  private static void call(Site site, int index, List<Proposal> proposals) {
    Draft draft = site.draft();
    List<String> arguments = new ArrayList<>();
    int depth = 0;
    int begin = index + 2;
    int end = index + 1;
    for (; end < draft.size(); end++) {
      String text = draft.text(end);
      depth += text.equals("(") ? 1 : text.equals(")") ? -1 : 0;
      if ((depth == 1 && text.equals(",")) || depth == 0) {
        if (end > begin) {
          arguments.add(
              draft
                  .sql()
                  .substring(draft.tokens().get(begin).start(), draft.tokens().get(end - 1).end()));
        }
        begin = end + 1;
      }
      if (depth == 0) {
        break;
      }
    }
    if (end >= draft.size()) {
      return;
    }
    for (Rule rule : RULES) {
      if (rule.name().equals(draft.word(index)) && rule.arguments() == arguments.size()) {
        int last = end;
        written(site, rule, arguments)
            .ifPresent(
                text ->
                    proposals.add(
                        new Proposal(
                            draft.with(index, last, text),
                            "%s instead of %s"
                                .formatted(text, draft.word(index).toUpperCase(Locale.ROOT)))));
      }
    }
  }

  private static Optional<String> written(Site site, Rule rule, List<String> arguments) {
    String otherwise = rule.otherwise();
    if (otherwise.startsWith("@part:")) {
      String[] words = otherwise.substring(6).split(":", 2);
      String argument = arguments.get(Integer.parseInt(words[1]) - 1);
      return Optional.of(
          site.dialect()
              .extract(DatePart.valueOf(words[0]), argument, typeOf(site.draft(), argument)));
    }
    if (otherwise.equals("@truncate")) {
      return grain(arguments.getFirst())
          .map(
              grain ->
                  site.dialect()
                      .truncate(
                          grain, arguments.getLast(), typeOf(site.draft(), arguments.getLast())));
    }
    String text = otherwise;
    for (int number = arguments.size(); number >= 1; number--) {
      text = text.replace("$" + number, arguments.get(number - 1));
    }
    return Optional.of(text);
  }

  private static Optional<TimeGrain> grain(String argument) {
    String word = TEXT.matcher(argument).replaceAll("$1").toUpperCase(Locale.ROOT);
    for (TimeGrain grain : TimeGrain.values()) {
      if (grain.name().equals(word)) {
        return Optional.of(grain);
      }
    }
    return Optional.empty();
  }

  /** The type of a column by its last name; a date where it is none. */
  private static DataType typeOf(Draft draft, String argument) {
    String name = argument.substring(argument.lastIndexOf('.') + 1).replaceAll("[\"`\\[\\]]", "");
    return draft.columns().stream()
        .filter(column -> column.name().equalsIgnoreCase(name))
        .map(Column::type)
        .findFirst()
        .orElse(DATE);
  }
}
