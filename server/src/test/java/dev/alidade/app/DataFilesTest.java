package dev.alidade.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.engine.duckdb.DuckDbScript;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFilesTest {
  @TempDir Path folder;

  @Test
  void flatFilesAreOneSourceAndDatabasesTheirOwn() throws IOException {
    Path csv = write("b/sales.csv", "a,b\n1,2\n");
    Path json = write("b/c/log.ndjson", "{}\n");
    Path zipped = gzip("a.tsv.gz", "x\ty\n");
    Path sqlite = write("Old Shop.db", "SQLite format 3\0 and more");
    Path duckdb = folder.resolve("old-shop.anything");
    DuckDbScript.create(duckdb, "CREATE TABLE t AS SELECT 1 AS a");
    write("readme.md", "no data");
    write(".hidden/secret.csv", "a\n1\n");

    DataFiles found = DataFiles.find(List.of(folder.toString(), duckdb.toString()));

    assertThat(found.sources())
        .containsExactly(
            new SourceDefinition(
                "files",
                "duckdb",
                Map.of("files", List.of(zipped.toString(), json.toString(), csv.toString()))),
            new SourceDefinition("old_shop", "sqlite", Map.of("path", sqlite.toString())),
            new SourceDefinition("old_shop_2", "duckdb", Map.of("path", duckdb.toString())));
    assertThat(found.skipped()).isEmpty();
  }

  @Test
  void sameFileTwiceIsOneTable() throws IOException {
    Path csv = write("sales.csv", "a\n1\n");

    DataFiles found = DataFiles.find(List.of(csv.toString(), folder.toString()));

    assertThat(found.sources().getFirst().settings())
        .containsEntry("files", List.of(csv.toString()));
  }

  @Test
  void brokenFileInAFolderIsSkippedAndNamed() throws IOException {
    write("good.csv", "a\n1\n");
    Path broken = write("broken.csv", "a\0b");

    DataFiles found = DataFiles.find(List.of(folder.toString()));

    assertThat(found.sources()).hasSize(1);
    assertThat(found.skipped()).containsExactly(broken + " holds binary data, not CSV text");
  }

  @Test
  void everyUnusablePathIsSaidByName() throws IOException {
    assertRefused(folder.resolve("none.csv"), ErrorCode.FILE_NOT_FOUND, "There is no file");
    assertRefused(write("a.csv", "1,\0\u0001"), ErrorCode.FILE_UNREADABLE, "holds binary data");
    assertRefused(write("empty.csv", ""), ErrorCode.FILE_UNREADABLE, "is empty");
    assertRefused(
        write("a.docx", "text"), ErrorCode.FILE_UNREADABLE, "is no data file by its name");
    assertRefused(write("a.csv.gz", "text"), ErrorCode.FILE_UNREADABLE, "is not a gzip file");
    assertRefused(write("a.csv.zst", "text"), ErrorCode.FILE_UNREADABLE, "is not a Zstandard file");
    assertRefused(write("a.parquet", "text"), ErrorCode.FILE_UNREADABLE, "is not a Parquet file");
    assertRefused(write("a.sqlite", "text"), ErrorCode.FILE_UNREADABLE, "is neither a DuckDB nor");
    Path utf16 = folder.resolve("wide.csv");
    Files.write(utf16, "a,b\n".getBytes(StandardCharsets.UTF_16));
    assertRefused(utf16, ErrorCode.FILE_UNREADABLE, "is UTF-16 text; save it as UTF-8");
  }

  @Test
  void folderWithoutDataSaysWhatCanBeRead() throws IOException {
    write("notes.txt", "x");

    assertRefused(folder, ErrorCode.FILE_NOT_FOUND, "No data file below " + folder);
    assertRefused(folder, ErrorCode.FILE_NOT_FOUND, "CSV, TSV, JSON, NDJSON and Parquet");
  }

  private static void assertRefused(Path path, ErrorCode code, String message) {
    assertThatThrownBy(() -> DataFiles.find(List.of(path.toString())))
        .isInstanceOfSatisfying(
            AlidadeException.class, failure -> assertThat(failure.code()).isEqualTo(code))
        .hasMessageContaining(message)
        .hasMessageContaining(path.toString());
  }

  private Path write(String name, String content) throws IOException {
    Path path = folder.resolve(name);
    Files.createDirectories(path.getParent());
    return Files.writeString(path, content);
  }

  private Path gzip(String name, String content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return Files.write(folder.resolve(name), bytes.toByteArray());
  }
}
