package dev.alidade.ask;

import dev.alidade.operation.Description;
import dev.alidade.operation.Headline;
import java.util.List;

/** Why an answer can be trusted, and how far. */
public record Trust(
    @Headline(1) @Description("What stands behind the answer") Label label,
    @Headline(2) @Description("How likely the reading is right, between 0 and 1") double confidence,
    List<String> reasons) {
  /** What stands behind an answer. */
  public enum Label {
    VERIFIED,
    GOVERNED,
    INFERRED,
    MODEL,
    NONE
  }

  public Trust {
    reasons = List.copyOf(reasons);
    confidence = Math.round(confidence * 1000) / 1000.0;
  }

  static Trust none(List<String> reasons) {
    return new Trust(Label.NONE, 0, reasons);
  }
}
