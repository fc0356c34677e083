package dev.alidade.edge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SafeTextTest {
  @Test
  void controlCharactersBecomeVisible() {
    assertThat(SafeText.oneLine("a\u001b[31mb\tc\nd\u007fe\u009bf\u0000"))
        .isEqualTo("a␛[31mb␉c␊d␡e�f␀");
    assertThat(SafeText.lines("a\nb\rc")).isEqualTo("a\nb␍c");
  }

  @Test
  void nothingReordersOrHidesText() {
    assertThat(SafeText.oneLine("user\u202egnp.exe\u2066x\u2069\u200f\u2028"))
        .isEqualTo("user�gnp.exe�x���");
    assertThat(SafeText.oneLine("half \ud83d pair")).isEqualTo("half � pair");
  }

  @Test
  void harmlessTextStaysAsItIs() {
    String text = "Żółć 日本語 👩‍👩‍👧 e\u0301 قطة";

    assertThat(SafeText.oneLine(text)).isEqualTo(text);
  }

  @Test
  void widthCountsColumnsNotCharacters() {
    assertThat(SafeText.width("abc")).isEqualTo(3);
    assertThat(SafeText.width("日本語")).isEqualTo(6);
    assertThat(SafeText.width("e\u0301té")).isEqualTo(3);
    assertThat(SafeText.width("👍")).isEqualTo(2);
    assertThat(SafeText.width("👩‍👩‍👧")).isEqualTo(2);
    assertThat(SafeText.width("🇵🇱")).isEqualTo(2);
    assertThat(SafeText.width("한글")).isEqualTo(4);
    assertThat(SafeText.width("ｶ")).isEqualTo(1);
    assertThat(SafeText.width("Ａ")).isEqualTo(2);
    assertThat(SafeText.width("")).isZero();
  }

  @Test
  void fitNeverCutsACharacterInHalf() {
    assertThat(SafeText.fit("abcdef", 6)).isEqualTo("abcdef");
    assertThat(SafeText.fit("abcdefg", 6)).isEqualTo("abcde…");
    assertThat(SafeText.fit("日本語", 5)).isEqualTo("日本…");
    assertThat(SafeText.fit("日本語", 4)).isEqualTo("日…");
    assertThat(SafeText.fit("ab👩‍👩‍👧cd", 5)).isEqualTo("ab👩‍👩‍👧…");
  }
}
