package dev.alidade.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

class FolderDestinationTest extends DestinationContract {
  @TempDir private Path folders;

  @Override
  protected ExportPlace place(String name, Optional<Set<String>> roles) {
    try {
      return new ExportFolder(name, Files.createDirectory(folders.resolve(name)), roles);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  protected void put(String place, String path, String content) {
    try {
      Files.writeString(folders.resolve(place).resolve(path), content);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  protected Path contents(String place) {
    return folders.resolve(place);
  }

  @Override
  protected int unfinished(String place) {
    try (Stream<Path> files = Files.walk(folders.resolve(place))) {
      return Math.toIntExact(
          files.filter(file -> file.getFileName().toString().startsWith(".")).count());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
