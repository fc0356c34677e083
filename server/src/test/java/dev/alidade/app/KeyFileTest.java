package dev.alidade.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {
  @Test
  void theKeyIsMadeOnceAndNothingElseIsLeft(@TempDir Path folder) throws IOException {
    Path state = folder.resolve("state");

    String key = KeyFile.ofMasks(state);

    assertThat(key).hasSize(64).isEqualTo(KeyFile.ofMasks(state));
    assertThat(KeyFile.ofMasks(folder.resolve("other"))).isNotEqualTo(key);
    try (Stream<Path> files = Files.list(state)) {
      assertThat(files)
          .extracting(file -> file.getFileName().toString())
          .containsExactly("mask.key");
    }
  }
}
