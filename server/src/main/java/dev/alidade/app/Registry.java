package dev.alidade.app;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.cache.redis.RedisShelf;
import dev.alidade.cache.shared.SharedResults;
import dev.alidade.cache.shared.SharedSettings;
import dev.alidade.engine.EngineFactory;
import dev.alidade.engine.duckdb.DuckDbFactory;
import dev.alidade.engine.mysql.MySqlFactory;
import dev.alidade.engine.postgres.PostgresEngineFactory;
import dev.alidade.engine.sqlite.SqliteEngineFactory;
import dev.alidade.engine.trino.TrinoFactory;
import dev.alidade.export.ArrowFormat;
import dev.alidade.export.CsvFormat;
import dev.alidade.export.ExcelFormat;
import dev.alidade.export.ExportFormat;
import dev.alidade.export.HtmlFormat;
import dev.alidade.export.JsonFormat;
import dev.alidade.export.MarkdownFormat;
import dev.alidade.export.NdjsonFormat;
import dev.alidade.export.ParquetFormat;
import dev.alidade.export.SqlFormat;
import dev.alidade.export.TsvFormat;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;

/** The concrete things that Alidade is made of, a line each. */
final class Registry {
  private Registry() {}

  /** What is known of every engine; sources of callers are opened with the other one. */
  static List<EngineFactory> engines() {
    return engines(() -> false);
  }

  /** The engines, where {@code strangers} says whether such send statements. */
  static List<EngineFactory> engines(BooleanSupplier strangers) {
    return List.of(
        new DuckDbFactory(strangers),
        new SqliteEngineFactory(),
        MySqlFactory.mySql(),
        MySqlFactory.mariaDb(),
        new PostgresEngineFactory(),
        new TrinoFactory());
  }

  /** What opens a database file of an evaluation suite. */
  static EngineFactory suiteDatabase(Path file) {
    return switch (FileKind.of(file)) {
      case SQLITE -> new SqliteEngineFactory();
      case DUCKDB -> new DuckDbFactory();
      case FLAT ->
          throw new AlidadeException(
              ErrorCode.FILE_UNREADABLE,
              "%s is no database; suites ask SQLite and DuckDB files".formatted(file));
    };
  }

  /** Where results are shared with other instances. */
  static SharedResults shared(SharedSettings settings, long largest) {
    return new SharedResults(new RedisShelf(settings), settings, largest);
  }

  static List<ExportFormat> formats() {
    return List.of(
        new CsvFormat(),
        new NdjsonFormat(),
        new ArrowFormat(),
        new ParquetFormat(),
        new ExcelFormat(),
        new JsonFormat(),
        new TsvFormat(),
        new HtmlFormat(),
        new MarkdownFormat(),
        new SqlFormat());
  }
}
