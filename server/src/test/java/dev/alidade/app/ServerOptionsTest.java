package dev.alidade.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServerOptionsTest {
  @Test
  void readsPathsAndOptionsInAnyOrder() {
    assertThat(
            read(
                "a.csv", "--port=9000", "b", "--mcp-fixtures", "--no-browser", "--host", "0.0.0.0"))
        .isEqualTo(
            new ServerOptions(
                List.of("a.csv", "b"),
                Optional.of(9000),
                Optional.of("0.0.0.0"),
                Optional.empty(),
                false,
                true,
                false));
  }

  @Test
  void wrongOptionsSayWhatToWrite() {
    assertThatThrownBy(() -> read("--prot", "1"))
        .hasMessage(
            "`demo` has no option --prot; did you mean `--port`? See: ./alidade demo --help");
    assertThatThrownBy(() -> read("--port")).hasMessage("--port needs a value after it");
    assertThatThrownBy(() -> read("--port", "70000"))
        .hasMessage("--port takes a number from 0 (any free one) to 65535, not `70000`");
    assertThatThrownBy(() -> read("--port", "x")).hasMessageContaining("not `x`");
  }

  private static ServerOptions read(String... arguments) {
    return ServerOptions.read("demo", List.of(arguments));
  }
}
