package dev.alidade.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.engine.sqlite.SqliteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The configurations that the guides show are configurations. */
class GuideTest {
  private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

  @Test
  void theConfigurationOfRolesIsRead(@TempDir Path folder) throws IOException {
    Matcher snippet = YAML.matcher(Files.readString(Path.of("../docs/guides/roles.md")));
    assertThat(snippet.find()).isTrue();
    Path file = Files.writeString(folder.resolve("alidade.yaml"), snippet.group(1));
    SqliteFile.create(folder.resolve("crm.sqlite"), List.of("CREATE TABLE customers (id INTEGER)"));
    Environment environment = new Environment(Map.of("WENDY_KEY", "0123456789abcdef"));

    Config config = new ConfigReader(Registry.engines(), environment).read(file);

    assertThat(config.access().roleNames()).containsExactly("analyst", "admin");
    assertThat(config.access().policies()).hasSize(1);
    assertThat(config.callers()).hasSize(1);
  }
}
