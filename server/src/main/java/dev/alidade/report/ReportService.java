package dev.alidade.report;

import dev.alidade.ask.AskOutput;
import dev.alidade.ask.AskService;
import dev.alidade.ask.AskStatus;
import dev.alidade.ask.ConversationOutput;
import dev.alidade.ask.Freshness;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.ErrorType;
import dev.alidade.chart.ChartChooser;
import dev.alidade.chart.ChartSpec;
import dev.alidade.engine.Parameters;
import dev.alidade.insight.FindInsightsInput;
import dev.alidade.insight.FindInsightsOutput;
import dev.alidade.insight.Insight;
import dev.alidade.insight.InsightService;
import dev.alidade.operation.Invocation;
import dev.alidade.query.QueryLimits;
import dev.alidade.query.QueryRequest;
import dev.alidade.query.QueryService;
import dev.alidade.query.Rows;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes reports of what their readers may see now: every statement runs anew, as theirs. */
final class ReportService {
  private static final QueryLimits LIMITS = QueryLimits.INTERACTIVE.withRows(1_000);
  private static final int MOST_TURNS = 30;
  private static final int MOST_INSIGHTS = 3;
  private static final int INSIGHTS_OF_TABLE = 10;
  private static final int FEWEST_ROWS = 8;
  private static final int LONGEST_TITLE = 200;
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

  private final QueryService queries;
  private final AskService asking;
  private final InsightService insights;
  private final Clock clock;

  ReportService(QueryService queries, AskService asking, InsightService insights, Clock clock) {
    this.queries = queries;
    this.asking = asking;
    this.insights = insights;
    this.clock = clock;
  }

  WriteReportOutput write(WriteReportInput input, Invocation invocation) {
    if (input.conversation().isPresent() == input.table().isPresent()
        || input.title().map(String::length).orElse(0) > LONGEST_TITLE) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "Say what to write about: a `conversation`, or `source` and `table`; `title` has at most %d characters"
              .formatted(LONGEST_TITLE));
    }
    Report report =
        input.table().isPresent() ? ofTable(input, invocation) : ofConversation(input, invocation);
    ReportFormat format = input.as().orElse(ReportFormat.HTML);
    String document =
        switch (format) {
          case HTML -> new HtmlWriter().write(report);
          case MARKDOWN -> new MarkdownWriter().write(report);
        };
    return new WriteReportOutput(report.title(), format, document);
  }

  private Report ofTable(WriteReportInput input, Invocation invocation) {
    String source =
        input
            .source()
            .orElseThrow(
                () ->
                    new AlidadeException(
                        ErrorCode.INVALID_INPUT,
                        "`table` needs its `source`; `list_sources` names them"));
    String table = input.table().orElseThrow();
    FindInsightsOutput found =
        insights.find(
            new FindInsightsInput(
                Optional.of(source),
                Optional.of(table),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(INSIGHTS_OF_TABLE)),
            invocation);
    List<String> facts = new ArrayList<>();
    facts.add("Table %s of source %s, read at %s.".formatted(table, source, now()));
    facts.addAll(found.notes());
    return report(
        input.title().orElse("What stands out in " + table),
        invocation,
        List.of(
            new Report.Section(
                "What stands out",
                found.explanation(),
                facts,
                Optional.empty(),
                Optional.empty(),
                found.insights())));
  }

  private Report ofConversation(WriteReportInput input, Invocation invocation) {
    ConversationOutput conversation =
        asking.conversation(invocation.caller(), input.conversation().orElseThrow());
    List<ConversationOutput.Turn> turns =
        conversation.turns().stream()
            .filter(turn -> input.turns().map(some -> some.contains(turn.id())).orElse(true))
            .toList();
    if (turns.isEmpty() || turns.size() > MOST_TURNS) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "A report is of 1 to %d turns of the conversation; `get_conversation` names them for `turns`"
              .formatted(MOST_TURNS));
    }
    List<Report.Section> sections = new ArrayList<>();
    for (ConversationOutput.Turn turn : turns) {
      invocation.cancellation().check();
      sections.add(section(turn.answer(), invocation));
    }
    return report(input.title().orElse(conversation.title()), invocation, sections);
  }

  private Report report(String title, Invocation invocation, List<Report.Section> sections) {
    return new Report(title, now(), invocation.caller().name(), sections);
  }

  private Report.Section section(AskOutput answer, Invocation invocation) {
    if (answer.status() != AskStatus.ANSWERED
        || answer.sql().isEmpty()
        || answer.source().isEmpty()) {
      return silent(answer.question(), answer.explanation());
    }
    String source = answer.source().get();
    String sql = answer.sql().get();
    Rows rows;
    try {
      rows = rows(source, sql, answer.question(), invocation);
    } catch (AlidadeException failure) {
      if (failure.code() == ErrorCode.QUERY_CANCELLED
          || failure.code().type() == ErrorType.INTERNAL) {
        throw failure;
      }
      return silent(answer.question(), "This could not be read again: " + failure.getMessage());
    }
    List<String> facts = new ArrayList<>();
    facts.add("Source %s, read at %s.".formatted(source, now()));
    answer
        .freshness()
        .flatMap(Freshness::newest)
        .ifPresent(newest -> facts.add("The latest date in it was %s.".formatted(newest)));
    answer.kept().ifPresent(kept -> facts.add("Kept of the question before: " + kept + "."));
    return new Report.Section(
        answer.question(),
        rows.rows().isEmpty()
            ? "There are no rows that fit."
            : answer.paraphrase().orElse(answer.explanation()),
        facts,
        Optional.of(answer.trust().label()),
        Optional.of(result(answer, sql, rows)),
        insights(source, sql, rows, invocation));
  }

  private static Report.Section silent(String question, String why) {
    return new Report.Section(
        question, why, List.of(), Optional.empty(), Optional.empty(), List.of());
  }

  private static Report.Result result(AskOutput answer, String sql, Rows rows) {
    String title = answer.paraphrase().orElse(answer.question());
    Optional<ChartSpec> chart =
        answer
            .chart()
            .flatMap(spec -> ChartChooser.as(spec.kind(), title, rows.columns(), rows.rows()))
            .or(() -> ChartChooser.chooseForPaper(title, rows.columns(), rows.rows()));
    return new Report.Result(
        sql,
        rows.columns(),
        rows.rows(),
        rows.truncated()
            ? "More than %,d rows; the rest was not read.".formatted(rows.rows().size())
            : "",
        chart);
  }

  private List<Insight> insights(String source, String sql, Rows rows, Invocation invocation) {
    if (rows.rows().size() < FEWEST_ROWS) {
      return List.of();
    }
    try {
      return insights
          .find(
              new FindInsightsInput(
                  Optional.of(source),
                  Optional.empty(),
                  Optional.of(sql),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.of(MOST_INSIGHTS)),
              invocation)
          .insights();
    } catch (AlidadeException failure) {
      if (failure.code() == ErrorCode.QUERY_CANCELLED) {
        throw failure;
      }
      // An answer that cannot be tested, for two of its columns have one name, is still an answer.
      return List.of();
    }
  }

  private Rows rows(String source, String sql, String question, Invocation invocation) {
    return Rows.collect(
        queries.run(
            new QueryRequest(
                    invocation.caller(),
                    source,
                    sql,
                    Parameters.NONE,
                    LIMITS,
                    invocation.cancellation())
                .answering(question)));
  }

  private String now() {
    return MINUTE.format(clock.instant());
  }
}
