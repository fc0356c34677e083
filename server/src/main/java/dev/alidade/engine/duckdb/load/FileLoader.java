package dev.alidade.engine.duckdb.load;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes a table of every file, in a database of our own. */
public final class FileLoader {
  /** Up to this size the types are found from all rows at once, beyond from the first ones. */
  private static final long SMALL = 64L << 20;

  private static final String CSV_READER = "read_csv";

  private final Connection connection;

  /** Loads through a connection that may read files. */
  public FileLoader(Connection connection) {
    this.connection = connection;
  }

  /** Loads all files that the list of files, folders and patterns names. */
  public void load(List<String> entries) throws SQLException {
    List<Path> files = FileSet.find(entries);
    for (Map.Entry<Path, String> file : new TableNames(reserved()).forFiles(files).entrySet()) {
      loadOne(file.getKey(), file.getValue());
    }
  }

  private void loadOne(Path file, String table) throws SQLException {
    DataFormat format =
        DataFormat.of(file)
            .orElseThrow(
                () ->
                    LoadFailures.unreadable(
                        file,
                        "is no data file by its name",
                        "give CSV, TSV, JSON, NDJSON or Parquet files"));
    try {
      checkStart(file, format);
      switch (format) {
        case CSV -> loadCsv(file, table);
        case JSON -> create(file, table, "read_json", ", maximum_object_size=268435456");
        case PARQUET -> create(file, table, "read_parquet", "");
      }
    } catch (IOException failure) {
      throw LoadFailures.ofReading(file, failure);
    }
  }

  private void loadCsv(Path file, String table) throws SQLException, IOException {
    Charset charset = CsvShape.charset(file);
    boolean readable = !DataFormat.compression(file).equals("zst");
    Optional<CsvShape> shape =
        readable ? Optional.of(CsvShape.of(file, charset)) : Optional.empty();
    StringBuilder options = new StringBuilder(", skip=0, quote='\"', escape='\"'");
    shape
        .flatMap(CsvShape::delimiter)
        .ifPresent(delimiter -> options.append(", delim='").append(delimiter).append('\''));
    if (charset.equals(StandardCharsets.UTF_16)) {
      options.append(", encoding='utf-16'");
    }
    String all = options + ", sample_size=-1";
    if (Files.size(file) <= SMALL) {
      createCsv(file, table, all, shape);
      return;
    }
    try {
      statement(sql(file, table, CSV_READER, options.toString()));
    } catch (SQLException typesFromTheFirstRowsDidNotFit) {
      createCsv(file, table, all, shape);
    }
  }

  private void createCsv(Path file, String table, String options, Optional<CsvShape> shape)
      throws SQLException {
    try {
      statement(sql(file, table, CSV_READER, options));
    } catch (SQLException failure) {
      throw LoadFailures.ofCsv(file, failure, shape.flatMap(CsvShape::oddLine));
    }
  }

  private void create(Path file, String table, String reader, String options) throws SQLException {
    try {
      statement(sql(file, table, reader, options));
    } catch (SQLException failure) {
      throw LoadFailures.ofLoading(file, failure);
    }
  }

  private static String sql(Path file, String table, String reader, String options) {
    return "CREATE OR REPLACE TABLE \"%s\" AS SELECT * FROM %s(%s%s)"
        .formatted(table.replace("\"", "\"\""), reader, pathLiteral(file), options);
  }

  /** The path as a literal that matches only itself: readers take patterns. */
  private static String pathLiteral(Path file) {
    String escaped = file.toString().replaceAll("([\\[*?])", "[$1]");
    return "'" + escaped.replace("'", "''") + "'";
  }

  private void statement(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private Set<String> reserved() throws SQLException {
    Set<String> reserved = new HashSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT keyword_name FROM duckdb_keywords() WHERE keyword_category = 'reserved'")) {
      while (row.next()) {
        reserved.add(row.getString(1));
      }
    }
    return reserved;
  }

  private static void checkStart(Path file, DataFormat format) throws IOException {
    if (!Files.isReadable(file)) {
      throw new AlidadeException(
          ErrorCode.FILE_UNREADABLE, "`%s` cannot be read; check its permissions".formatted(file));
    }
    if (Files.size(file) == 0) {
      throw LoadFailures.unreadable(file, "is empty", "leave it out, or write a header into it");
    }
    if (format == DataFormat.PARQUET || !DataFormat.compression(file).isEmpty()) {
      return;
    }
    if (CsvShape.charset(file).equals(StandardCharsets.UTF_16)) {
      return;
    }
    try (InputStream input = Files.newInputStream(file)) {
      for (byte value : input.readNBytes(64 * 1024)) {
        if (value == 0) {
          throw LoadFailures.unreadable(
              file, "holds binary data, not text", "check what it is, or leave it out");
        }
      }
    }
  }
}
