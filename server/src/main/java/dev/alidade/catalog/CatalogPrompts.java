package dev.alidade.catalog;

import dev.alidade.operation.Prompt;
import dev.alidade.operation.PromptArgument;
import java.util.List;

/** Tasks on a whole source that a person hands to a model. */
final class CatalogPrompts {
  private static final PromptArgument SOURCE =
      new PromptArgument("source", "Name of the source, as list_sources gives it", true);

  private CatalogPrompts() {}

  static List<Prompt> all() {
    return List.of(explore(), review());
  }

  private static Prompt explore() {
    return new Prompt(
        "explore_source",
        "Explore a source",
        "Get to know a source: what it holds, how its tables hang together, what can be asked",
        List.of(SOURCE),
        given ->
            """
            Explore the data source "%s". Call describe_source first. Then say in a few sentences what \
            it is about, name the main tables and how they are joined, and run at most five small \
            queries to learn sizes, date ranges and the most frequent values. Close with five \
            questions that this data can answer, and answer the most interesting one. State only \
            what a query returned, and show the SQL."""
                .formatted(given.get("source")));
  }

  private static Prompt review() {
    return new Prompt(
        "review_query",
        "Review a query",
        "Have a SQL statement checked: is it allowed, is it right, is it fast",
        List.of(SOURCE, new PromptArgument("sql", "The statement to review", true)),
        given ->
            """
            Review this SQL for the data source "%s":

            %s

            Call check_sql, describe_source for the tables it reads, and explain_query. Say whether it \
            may run, whether it computes what it seems to mean (joins that multiply rows, filters \
            that drop NULLs, averages of averages, time ranges that miss an end), and what the plan \
            says about its cost. Propose a corrected statement only if there is something to correct."""
                .formatted(given.get("source"), given.get("sql")));
  }
}
