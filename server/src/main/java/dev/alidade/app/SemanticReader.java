package dev.alidade.app;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.semantic.GivenModel;
import dev.alidade.semantic.SemanticModel;
import dev.alidade.semantic.ossie.OssieReader;
import dev.alidade.semantic.ossie.SourceTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads `semantic`: for each source the file that says what its data mean. */
final class SemanticReader {
  private final List<String> sources;
  private final Path folder;

  /** Relative paths are below {@code folder}. */
  SemanticReader(List<String> sources, Path folder) {
    this.sources = List.copyOf(sources);
    this.folder = folder;
  }

  Map<String, GivenModel> read(ConfigNode section) {
    Map<String, GivenModel> models = new HashMap<>();
    section
        .fields(sources)
        .forEach(
            (source, field) ->
                field
                    .text()
                    .filter(text -> sources.contains(source))
                    .ifPresent(path -> read(source, path, field, models)));
    return models;
  }

  private void read(
      String source, String written, ConfigNode field, Map<String, GivenModel> models) {
    try {
      Path file = folder.resolve(written).normalize();
      models.put(source, given(written, Files.readString(file)));
    } catch (InvalidPathException impossible) {
      field.problem("is no path that this system can have");
    } catch (IOException unreadable) {
      field.problem(
          "names the file %s, which cannot be read; check that it is there, below the configuration's folder, and UTF-8"
              .formatted(written));
    } catch (AlidadeException wrong) {
      field.problem("cannot be used: " + wrong.getMessage());
    }
  }

  private static GivenModel given(String file, String text) {
    SemanticModel model =
        OssieReader.read(file, text, SourceTables.UNKNOWN, ErrorCode.CONFIGURATION_INVALID);
    return new GivenModel(file, text, model, true);
  }
}
