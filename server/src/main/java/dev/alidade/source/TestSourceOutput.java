package dev.alidade.source;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.ServerInfo;
import dev.alidade.operation.Description;
import dev.alidade.operation.Headline;
import java.util.List;
import java.util.Optional;

/** What {@code test_source} gives. */
public record TestSourceOutput(
    @Headline(1) @Description("Whether it can be used") boolean works,
    @Headline(2) @Description("Who answers") Optional<String> product,
    @Headline(3) Optional<String> version,
    @Headline(4) @Description("How many tables and views can be read") Optional<Integer> tables,
    Optional<ErrorCode> code,
    @Headline(5) @Description("What is wrong and what to do about it") Optional<String> problem,
    @Description("The same by setting, where it is about single ones")
        List<SettingProblem> problems,
    long elapsedMs) {
  public TestSourceOutput {
    problems = List.copyOf(problems);
  }

  static TestSourceOutput working(ServerInfo server, int tables, long elapsedMs) {
    return new TestSourceOutput(
        true,
        Optional.of(server.product()),
        Optional.of(server.version()),
        Optional.of(tables),
        Optional.empty(),
        tables > 0
            ? Optional.empty()
            : Optional.of(
                "It answers, but there is no table that may be read; check the database's name and"
                    + " what the account may see"),
        List.of(),
        elapsedMs);
  }

  /** {@code setting} is what gave the files, where one did. */
  static TestSourceOutput failing(
      AlidadeException failure, Optional<String> setting, long elapsedMs) {
    boolean isOfFile =
        failure.code() == ErrorCode.FILE_NOT_FOUND || failure.code() == ErrorCode.FILE_UNREADABLE;
    return failed(
        failure.code(),
        failure.getMessage(),
        setting.filter(name -> isOfFile).stream()
            .map(name -> new SettingProblem(name, failure.getMessage()))
            .toList(),
        elapsedMs);
  }

  /** What is wrong before anything is opened. */
  static TestSourceOutput wrong(SourceDraft draft, long elapsedMs) {
    return failed(ErrorCode.INVALID_INPUT, draft.sentence(), draft.problems(), elapsedMs);
  }

  private static TestSourceOutput failed(
      ErrorCode code, String problem, List<SettingProblem> problems, long elapsedMs) {
    return new TestSourceOutput(
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(code),
        Optional.of(problem),
        problems,
        elapsedMs);
  }
}
