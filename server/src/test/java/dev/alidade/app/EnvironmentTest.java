package dev.alidade.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentTest {
  @TempDir Path folder;

  @Test
  void dotEnvStandsInWhereTheProcessHasNothing() throws IOException {
    Files.writeString(
        folder.resolve(".env"), "# note\nA=file\nexport B = \"quoted one\"\nC='x'\nnonsense\n=y\n");

    Environment environment = Environment.of(Map.of("A", "process"), folder);

    assertThat(environment.find("A")).contains("process");
    assertThat(environment.find("B")).contains("quoted one");
    assertThat(environment.find("C")).contains("x");
    assertThat(environment.find("nonsense")).isEmpty();
  }

  @Test
  void emptyIsAbsent() {
    assertThat(new Environment(Map.of("A", "")).find("A")).isEmpty();
  }

  @Test
  void fileVariableIsReadAndStripped() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "s3cret\n");

    assertThat(new Environment(Map.of("KEY_FILE", secret.toString())).find("KEY"))
        .contains("s3cret");
  }

  @Test
  void missingSecretFileIsNamed() {
    Environment environment = new Environment(Map.of("KEY_FILE", folder + "/none"));

    assertThatThrownBy(() -> environment.find("KEY"))
        .hasMessageContaining("KEY_FILE names " + folder + "/none, which cannot be read");
  }
}
