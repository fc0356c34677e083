package dev.alidade.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.base.Caller;
import dev.alidade.engine.Capability;
import dev.alidade.engine.Engine;
import dev.alidade.engine.EngineFactory;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.engine.Sources;
import dev.alidade.policy.Governor;
import dev.alidade.query.QueryRequest;
import dev.alidade.query.QueryService;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** TPC-H's 22 queries, written once, give the same rows on every engine. */
class TpchAgreementTest {
  /** On this sample of TPC-H's data the constants of these queries find no rows, or only NULL. */
  private static final List<String> FIND_NOTHING = List.of("q17", "q18", "q19", "q20", "q22");

  /**
   * Each of them has a second form with other constants, so that rows are compared, not their
   * absence; and so has the eighth, whose market shares are all zero.
   */
  private static final List<String> OTHER_CONSTANTS =
      List.of("q08b", "q17b", "q18b", "q19b", "q20b", "q22b");

  private static final Map<String, Map<String, Long>> ROWS = new LinkedHashMap<>();

  @TempDir private static Path folder;
  private static List<TargetEngine> engines;
  private static Sources sources;
  private static QueryService queries;

  @BeforeAll
  static void load() {
    engines = Targets.all(folder);
    List<CopiedTable> tables = Tpch.tables();
    List<SourceDefinition> definitions = new ArrayList<>();
    List<EngineFactory> factories = new ArrayList<>();
    for (TargetEngine engine : engines) {
      TargetEngine.Target target = engine.create("tpch");
      new TableLoader(engine).load(target, tables);
      definitions.add(target.source(engine.name()));
      factories.add(engine.factory());
    }
    sources = new Sources(definitions, factories);
    queries = new QueryService(sources, new Governor(), ignored -> {}, Clock.systemUTC());
  }

  @AfterAll
  static void printAndClose() {
    StringBuilder table = new StringBuilder("TPC-H: rows, the same on every engine\n\nquery");
    engines.forEach(engine -> table.append("%10s".formatted(engine.name())));
    ROWS.forEach(
        (query, rows) -> {
          table.append("%n%-5s".formatted(query));
          rows.values().forEach(count -> table.append("%10d".formatted(count)));
        });
    System.out.println(table.append('\n'));
    queries.close();
    sources.close();
  }

  static Stream<String> names() {
    return Stream.concat(
        IntStream.rangeClosed(1, 22).mapToObj("q%02d"::formatted), OTHER_CONSTANTS.stream());
  }

  @ParameterizedTest
  @MethodSource("names")
  void theSameRowsOnEveryEngine(String name) {
    WrittenQuery query = WrittenQuery.tpch(name);
    Optional<ExactRows> first = Optional.empty();
    for (TargetEngine engine : engines) {
      ExactRows rows = rows(engine.name(), query);
      if (first.isEmpty()) {
        first = Optional.of(rows);
        assertThat(rows.saySomething()).isEqualTo(!FIND_NOTHING.contains(name));
      }
      assertThat(rows.differenceFrom(first.get())).as(engine.name()).isEmpty();
      ROWS.computeIfAbsent(name, ignored -> new LinkedHashMap<>())
          .put(engine.name(), (long) rows.rows().size());
    }
  }

  private static ExactRows rows(String source, WrittenQuery query) {
    Engine engine = sources.engine(source);
    String sql = query.in(engine.dialect());
    return ExactRows.read(
        queries.run(QueryRequest.of(Caller.SYSTEM, source, sql)),
        engine.capabilities().contains(Capability.EXACT_DECIMAL));
  }
}
