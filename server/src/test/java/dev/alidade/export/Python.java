package dev.alidade.export;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.alidade.operation.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What Python's standard library reads in a file. */
final class Python {
  private Python() {}

  /** The rows that a script beside this class prints as JSON, the header first. */
  static List<List<String>> rows(String script, Path file, String... arguments)
      throws IOException, InterruptedException {
    Path program = Files.createTempFile("read", ".py");
    Path printed = Files.createTempFile("rows", ".json");
    try (var text = Python.class.getResourceAsStream(script)) {
      Files.write(program, text.readAllBytes());
      List<String> command = new ArrayList<>(List.of("python3", "-X", "utf8"));
      command.add(program.toString());
      command.add(file.toString());
      command.addAll(List.of(arguments));
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(printed.toFile())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      if (process.waitFor() != 0) {
        throw new AssertionError(script + " cannot read " + file);
      }
      return Json.mapper().readValue(printed.toFile(), new TypeReference<>() {});
    } finally {
      Files.delete(program);
      Files.delete(printed);
    }
  }

  /** All values as plain texts, the header first. */
  static List<List<String>> expected(List<Object[]> rows, String nulls) {
    List<List<String>> expected = new ArrayList<>();
    expected.add(EveryType.COLUMNS.stream().map(column -> column.name()).toList());
    for (Object[] row : rows) {
      List<String> texts = new ArrayList<>();
      for (int column = 0; column < row.length; column++) {
        texts.add(
            row[column] == null
                ? nulls
                : Shapes.text(EveryType.COLUMNS.get(column).type().kind(), row[column]));
      }
      expected.add(texts);
    }
    return expected;
  }
}
