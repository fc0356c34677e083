package dev.alidade.semantic.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.semantic.ossie.OssieReader;
import dev.alidade.semantic.ossie.OssieWriter;
import dev.alidade.semantic.ossie.SourceTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What every importer keeps to; its files are written after the examples of the vendor's own pages.
 * {@code -Dalidade.golden=write} writes what comes out as what is expected.
 */
class ModelImportsTest {
  private static final Path FILES = Path.of("src/test/resources/dev/alidade/semantic/imports");

  @ParameterizedTest
  @EnumSource(ModelFormat.class)
  void takesOverWhatHasAPlaceAndListsTheRest(ModelFormat format) throws IOException {
    ImportedModel imported = ModelImports.read(format, text(format));

    String written = OssieWriter.write(imported.model()) + "\n# left out\n" + list(imported);
    Path golden = FILES.resolve(name(format) + ".golden.txt");
    if ("write".equals(System.getProperty("alidade.golden"))) {
      Files.writeString(golden, written);
    }
    assertThat(written).isEqualTo(Files.readString(golden));
  }

  @ParameterizedTest
  @EnumSource(ModelFormat.class)
  void whatComesOutIsAModel(ModelFormat format) throws IOException {
    ImportedModel imported = ModelImports.read(format, text(format));

    String text = OssieWriter.write(imported.model());

    assertThat(OssieReader.read("imported", text, SourceTables.UNKNOWN, ErrorCode.INVALID_INPUT))
        .as(text)
        .isEqualTo(imported.model());
  }

  @ParameterizedTest
  @EnumSource(ModelFormat.class)
  void nothingIsDroppedSilently(ModelFormat format) throws IOException {
    ImportedModel whole = ModelImports.read(format, text(format));
    String strange = text(format) + "\nnobody_knows_this: { a: 1 }\n";

    ImportedModel more = ModelImports.read(format, strange);

    assertThat(more.model()).isEqualTo(whole.model());
    assertThat(more.left()).hasSize(whole.left().size() + 1);
    assertThat(more.left().getLast())
        .isEqualTo(
            new LeftOut(
                "nobody_knows_this",
                (int) strange.lines().count(),
                "has no place in Alidade's model"));
  }

  @ParameterizedTest
  @EnumSource(ModelFormat.class)
  void aTextOfAnotherKindIsNoModel(ModelFormat format) throws IOException {
    for (ModelFormat other : ModelFormat.values()) {
      if (other != format) {
        ImportedModel imported = ModelImports.read(format, text(other));
        assertThat(imported.model().metrics()).as("%s as %s", other, format).isEmpty();
        assertThat(imported.left()).isNotEmpty();
      }
    }
    for (String odd : List.of("", "a", "[]", "cubes: 1", "tables: [1, {name: x}]", "source: 7")) {
      assertThat(ModelImports.read(format, odd).model().metrics()).as(odd).isEmpty();
    }
    assertThatThrownBy(() -> ModelImports.read(format, "a: ["))
        .isInstanceOf(AlidadeException.class)
        .hasMessageContaining("the model:1:5: this is not YAML");
  }

  @Test
  void fieldsThatMultiplyEndSoon() {
    StringBuilder text =
        new StringBuilder("cubes:\n  - name: c\n    sql_table: c\n    dimensions:\n");
    for (int field = 0; field < 200; field++) {
      text.append("      - { name: f%d, sql: \"{f%d} * {f%2$d}\" }\n".formatted(field, field + 1));
    }
    text.append("      - { name: a, sql: \"{b} + 1\" }\n      - { name: b, sql: \"{a} + 1\" }\n");
    text.append("    measures:\n      - { name: total, type: sum, sql: \"{f0}\" }\n");

    ImportedModel imported = ModelImports.read(ModelFormat.CUBE, text.toString());

    assertThat(imported.left()).extracting(LeftOut::name).contains("cubes.c.measures.total");
    assertThat(OssieWriter.write(imported.model())).hasSizeLessThan(100_000);
  }

  private static String list(ImportedModel imported) {
    return imported.left().stream()
        .map(left -> "%d %s: %s".formatted(left.line(), left.name(), left.reason()))
        .collect(Collectors.joining("\n"));
  }

  private static String text(ModelFormat format) throws IOException {
    return Files.readString(FILES.resolve(name(format) + ".yaml"));
  }

  private static String name(ModelFormat format) {
    return format.name().toLowerCase(Locale.ROOT);
  }
}
