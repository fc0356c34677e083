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
    return List.of(explore(), explainChange(), review(), quality());
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

  private static Prompt explainChange() {
    return new Prompt(
        "explain_change",
        "Explain a change in a metric",
        "Find out why a number went up or down: when, where, and how much each part gave",
        List.of(
            SOURCE,
            new PromptArgument("metric", "What changed, such as revenue or new customers", true),
            new PromptArgument(
                "period",
                "When, such as \"March 2026 against February\"; the latest if left out",
                false)),
        given ->
            """
            Explain in the data source "%s" why "%s" changed in this period: %s.

            First learn what the metric means here: call_operation get_semantic_model, and ask for its \
            value by month; take the definition that ask explains and keep to it. State the change in \
            numbers before any reason. Then call_operation find_insights on the conversation of that \
            answer, and split the change with query by every dimension that could matter (place, \
            product, customer, channel): for each part its value before and after, and its share of the \
            whole change. Look for new and vanished members, for price against volume, and for gaps in \
            the data (a day without rows is no fall). Close with the two or three parts that explain \
            most of the change, what remains unexplained, and the SQL of each number. Claim no cause \
            that the data cannot show."""
                .formatted(
                    given.get("source"),
                    given.get("metric"),
                    given.getOrDefault("period", "the latest whole month against the one before")));
  }

  private static Prompt quality() {
    return new Prompt(
        "data_quality_report",
        "Report on data quality",
        "Judge how far a source's or a table's data can be trusted",
        List.of(
            SOURCE,
            new PromptArgument("table", "Only this table; all main tables if left out", false)),
        given ->
            """
            Report on the quality of the data in the source "%s", %s.

            Call describe_source, then check with query, in few statements that each count several \
            things: rows and the newest and oldest date; NULLs and empty texts a column; duplicates of \
            what should be unique; foreign keys that point nowhere; values outside what is possible \
            (negative amounts, dates in the future, ends before beginnings); the same thing written in \
            several ways (case, blanks, abbreviations); days or months without rows. call_operation \
            find_insights shows outliers. Report a table: check, rows concerned, share, an example, how \
            bad it is. Then say what can be relied on and what cannot, and the three repairs that \
            matter most. State only what a query returned, and show the SQL."""
                .formatted(
                    given.get("source"),
                    given.containsKey("table")
                        ? "table \"%s\"".formatted(given.get("table"))
                        : "its main tables"));
  }
}
