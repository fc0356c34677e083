package dev.alidade.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The official TypeScript SDK of 2026, in both eras of the protocol. */
class TypeScriptSdkTest {
  private static final String FIXTURES = "--mcp-fixtures";
  private static final Path DATA = ShopFiles.write();
  private static RunningProduct product;

  /** Whether every request says all, or a session begins first. */
  enum Era {
    MODERN,
    LEGACY;

    String argument() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @BeforeAll
  static void start() throws Exception {
    product = RunningProduct.serving(List.of(FIXTURES), DATA);
  }

  @AfterAll
  static void stop() {
    product.close();
  }

  @ParameterizedTest
  @EnumSource
  void worksOverHttp(Era era) throws Exception {
    String endpoint = product.address() + "/mcp";
    assertThat(NodeClients.run("sdk-2026.mjs", era.argument(), "http", endpoint))
        .contains("fail 0");
  }

  @ParameterizedTest
  @EnumSource
  void worksOverStdio(Era era) throws Exception {
    List<String> arguments = new ArrayList<>(List.of(era.argument(), "stdio"));
    arguments.addAll(Launcher.prefix());
    arguments.addAll(List.of("mcp", FIXTURES, DATA.toString()));
    assertThat(NodeClients.run("sdk-2026.mjs", arguments.toArray(String[]::new)))
        .contains("fail 0");
  }
}
