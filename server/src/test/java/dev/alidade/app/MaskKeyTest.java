package dev.alidade.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaskKeyTest {
  @Test
  void theKeyIsMadeOnceAndNothingElseIsLeft(@TempDir Path folder) throws IOException {
    Path state = folder.resolve("state");

    String key = MaskKey.in(state);

    assertThat(key).hasSize(64).isEqualTo(MaskKey.in(state));
    assertThat(MaskKey.in(folder.resolve("other"))).isNotEqualTo(key);
    try (Stream<Path> files = Files.list(state)) {
      assertThat(files)
          .extracting(file -> file.getFileName().toString())
          .containsExactly("mask.key");
    }
  }
}
