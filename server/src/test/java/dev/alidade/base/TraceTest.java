package dev.alidade.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceTest {
  private static final String ID = "0af7651916cd43dd8448eb211c80319c";
  private static final String SPAN = "00f067aa0ba902b7";
  private static final String PARENT = "00-" + ID + "-" + SPAN + "-01";

  private static String stateOf(String text) {
    return Trace.read(PARENT, Optional.of(text)).orElseThrow().state();
  }

  @Test
  void readsATrace() {
    assertThat(Trace.read(PARENT, Optional.of("rojo=00f0,congo@t=t61 rcWk")))
        .contains(new Trace(ID, SPAN, true, "rojo=00f0,congo@t=t61 rcWk"));
    assertThat(Trace.read("00-" + ID + "-" + SPAN + "-fe", Optional.empty()))
        .contains(new Trace(ID, SPAN, false, ""));
    // A version to come may say more behind.
    assertThat(Trace.read("cc-" + ID + "-" + SPAN + "-01-what-the-future-holds", Optional.empty()))
        .isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "garbage",
        "00-" + ID + "-" + SPAN,
        "00-" + ID + "-" + SPAN + "-1",
        "00-" + ID + "-" + SPAN + "-01-more",
        "00-" + ID + "-" + SPAN + "-01 ",
        " 00-" + ID + "-" + SPAN + "-01",
        "ff-" + ID + "-" + SPAN + "-01",
        "cc-" + ID + "-" + SPAN + "-01.more",
        "00-00000000000000000000000000000000-" + SPAN + "-01",
        "00-" + ID + "-0000000000000000-01",
        "00-0AF7651916CD43DD8448EB211C80319C-" + SPAN + "-01",
        "00-" + ID + "-" + SPAN + "-0G",
        "00-" + ID + SPAN + "-01",
        "00-" + ID + "-" + SPAN + "-01\nforged: line"
      })
  void whatIsNotToTheLetterIsNoTrace(String parent) {
    assertThat(Trace.read(parent, Optional.empty())).isEmpty();
  }

  @Test
  void longTextsAreNotLookedAt() {
    String parent = "cc-" + ID + "-" + SPAN + "-01-" + "x".repeat(1_000);
    assertThat(Trace.read(parent, Optional.empty())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rojo",
        "Rojo=1",
        "rojo=",
        "rojo=1,rojo=2",
        "rojo=a=b",
        "rojo=1\u0007",
        "rojo=\u00e4",
        "a@b@c=1",
        "=1"
      })
  void aStateThatIsMalformedIsLeftOutAndTheTraceStays(String state) {
    assertThat(stateOf(state)).isEmpty();
  }

  @Test
  void aStateHasItsBounds() {
    assertThat(stateOf("a=1,,b=2, c*/_-1=x")).isEqualTo("a=1,,b=2, c*/_-1=x");
    StringBuilder many = new StringBuilder();
    for (int member = 0; member < 32; member++) {
      many.append("k").append(member).append("=1,");
    }
    assertThat(stateOf(many.toString())).isNotEmpty();
    assertThat(stateOf(many + "more=1")).isEmpty();
    assertThat(stateOf("a=" + "x".repeat(256))).isNotEmpty();
    assertThat(stateOf("a=" + "x".repeat(257))).isEmpty();
    assertThat(stateOf("a=" + "x".repeat(250) + ",b=" + "x".repeat(250) + ",c=1234567")).isEmpty();
  }
}
