package dev.alidade.ask.model;

import dev.alidade.base.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/** A word for a prompt: two are the same only where every letter that a provider gets is. */
final class PromptKey {
  private final MessageDigest digest = Sha256.begin();

  private PromptKey() {}

  static String of(ModelSettings settings, ModelRequest request) {
    PromptKey key = new PromptKey();
    key.add(settings.provider().name());
    key.add(settings.baseUrl().toString());
    key.add(settings.model());
    key.add(settings.temperature().map(Object::toString).orElse("usual"));
    key.add(Integer.toString(settings.maxTokens()));
    key.add(request.system());
    key.add(request.schema().toString());
    for (ModelRequest.Message message : request.messages()) {
      key.add(message.speaker().name());
      key.add(message.text());
    }
    return HexFormat.of().formatHex(key.digest.digest());
  }

  /** With its length, so that no two lists of texts look alike. */
  private void add(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
    digest.update(bytes);
  }
}
