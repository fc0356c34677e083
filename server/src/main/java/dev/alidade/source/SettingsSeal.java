package dev.alidade.source;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.operation.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.function.Supplier;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals the settings of a source (AES-256 in GCM), so that whoever has a copy of the database has
 * no password; what was sealed for one source opens for no other.
 */
final class SettingsSeal {
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final Supplier<SecretKey> key;
  private final SecureRandom random = new SecureRandom();

  /** Seals with this key, which is asked for when there is something to seal. */
  SettingsSeal(Supplier<SecretKey> key) {
    this.key = key;
  }

  String seal(String source, Map<String, Object> settings) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] sealed =
          cipher(Cipher.ENCRYPT_MODE, nonce, source)
              .doFinal(Json.mapper().writeValueAsBytes(settings));
      return Base64.getEncoder()
          .encodeToString(
              ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array());
    } catch (GeneralSecurityException | IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Fails with CONFIGURATION_INVALID where the key is another one. */
  Map<String, Object> open(String source, String sealed) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(sealed));
      byte[] nonce = new byte[NONCE_BYTES];
      bytes.get(nonce);
      byte[] rest = new byte[bytes.remaining()];
      bytes.get(rest);
      byte[] json = cipher(Cipher.DECRYPT_MODE, nonce, source).doFinal(rest);
      return Json.mapper().readValue(json, new TypeReference<Map<String, Object>>() {});
    } catch (GeneralSecurityException | IOException | RuntimeException damaged) {
      throw new AlidadeException(
          ErrorCode.CONFIGURATION_INVALID,
          "The settings of source `%s` cannot be opened: they were sealed with another source.key than the one in the state folder; put that back, or remove the source and add it again"
              .formatted(source),
          damaged);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String source) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key.get(), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(source.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
