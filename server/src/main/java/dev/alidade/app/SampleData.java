package dev.alidade.app;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.Sha256;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.engine.duckdb.DuckDbScript;
import dev.alidade.semantic.GivenModel;
import dev.alidade.semantic.SemanticModel;
import dev.alidade.semantic.ossie.OssieReader;
import dev.alidade.semantic.ossie.SourceTables;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;

/** The sample source `shop`: made once by its script, then kept for every start. */
final class SampleData {
  /** What the source is called. */
  static final String NAME = "shop";

  private SampleData() {}

  /** The source, its file made below {@code stateFolder} if it is not there yet. */
  static SourceDefinition shop(Path stateFolder) {
    return new SourceDefinition(NAME, "duckdb", Map.of("path", shopFile(stateFolder).toString()));
  }

  /** Whether that is what a source is made of, be it called as it may. */
  static boolean isShop(SourceDefinition source, Path stateFolder) {
    return source.settings().get("path") instanceof String path
        && Path.of(path).startsWith(folder(stateFolder));
  }

  /** What its data mean; examples/shop/semantic.yaml is built in as this resource. */
  static GivenModel meaning() {
    return Meaning.READ;
  }

  /** Read once, when first wanted. */
  private static final class Meaning {
    private static final GivenModel READ = read();
  }

  private static GivenModel read() {
    String file = "semantic.yaml";
    String text = resource(file);
    SemanticModel model = OssieReader.read(file, text, SourceTables.UNKNOWN, ErrorCode.INTERNAL);
    return new GivenModel("the sample's " + file, text, model, false);
  }

  /** The database file of a sample source; fails with SOURCE_NOT_FOUND where it is none. */
  static Path file(String source, Path stateFolder) {
    if (!source.equals(NAME)) {
      throw new AlidadeException(
          ErrorCode.SOURCE_NOT_FOUND,
          "There is no sample source `%s`; there is `%s`".formatted(source, NAME));
    }
    return shopFile(stateFolder);
  }

  /** The database file; its name changes with the script. */
  static Path shopFile(Path stateFolder) {
    String script = script();
    Path file = folder(stateFolder).resolve(NAME + "-" + hash(script) + ".duckdb");
    if (!Files.exists(file)) {
      DuckDbScript.create(file, script);
    }
    return file;
  }

  private static Path folder(Path stateFolder) {
    return stateFolder.resolve("samples");
  }

  private static String script() {
    return resource(NAME + ".sql");
  }

  private static String resource(String file) {
    try (InputStream input = SampleData.class.getResourceAsStream(file)) {
      return new String(input.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String hash(String script) {
    return HexFormat.of().formatHex(Sha256.of(script), 0, 6);
  }
}
