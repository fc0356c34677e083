package dev.alidade.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.base.Caller;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessRulesTest {
  @ParameterizedTest
  @ValueSource(strings = {"local", "rest", "mcp", "cli", "web"})
  void aStrangerMayDoNothingWhateverTheDoor(String door) {
    Caller stranger = Caller.STRANGER.through(door);

    assertThat(AccessRules.OPEN.of(stranger).operation("query", Right.READ).allowed()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rest", "mcp", "cli", "web"})
  void whereNoRolesAreDefinedEveryCallerMay(String door) {
    Caller ada = new Caller("ada", Set.of("x"), Map.of(), door);

    assertThat(AccessRules.OPEN.of(ada).operation("query", Right.READ).allowed()).isTrue();
  }
}
