package dev.alidade.edge;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;

/** Counts what a text costs a model that reads it, in tokens of the encoding o200k_base. */
public final class Tokens {
  private static final Encoding O200K =
      Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);

  private Tokens() {}

  /** The tokens of a text. */
  public static int in(String text) {
    return O200K.countTokensOrdinary(text);
  }
}
