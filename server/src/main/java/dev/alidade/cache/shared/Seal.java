package dev.alidade.cache.shared;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names and seals what lies on a shelf, so that who reads it there learns nothing, and what was
 * changed or put elsewhere does not open: HMAC-SHA-256 names, AES-256 in GCM with a key for each
 * name, all from one secret.
 */
final class Seal {
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final String MAC = "HmacSHA256";
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKey names;
  private final SecretKey marks;
  private final SecretKey values;
  private final SecureRandom random = new SecureRandom();

  /** Derives its keys from a secret that all instances have. */
  Seal(String secret) {
    names = derived(secret, "names");
    marks = derived(secret, "marks");
    values = derived(secret, "values");
  }

  /** The name of what depends on these bytes. */
  String name(byte[] place) {
    return text(mac(names, place));
  }

  /** The name of the mark of a source. */
  String markName(String source) {
    return text(mac(marks, source.getBytes(StandardCharsets.UTF_8)));
  }

  /** A mark that nobody had before. */
  String newMark() {
    byte[] mark = new byte[2 * Long.BYTES];
    random.nextBytes(mark);
    return text(mark);
  }

  /** Opens under this name and this mark only. */
  byte[] seal(String name, String mark, byte[] plain) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, name, mark).doFinal(plain);
      return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
          .put((byte) RowsCodec.FORMAT)
          .put(nonce)
          .put(sealed)
          .array();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** What was sealed; nothing where these are other bytes, or from under another name or mark. */
  Optional<byte[]> open(String name, String mark, byte[] sealed) {
    if (sealed.length < 1 + NONCE_BYTES || sealed[0] != RowsCodec.FORMAT) {
      return Optional.empty();
    }
    byte[] nonce = new byte[NONCE_BYTES];
    System.arraycopy(sealed, 1, nonce, 0, NONCE_BYTES);
    int from = 1 + NONCE_BYTES;
    try {
      return Optional.of(
          cipher(Cipher.DECRYPT_MODE, nonce, name, mark)
              .doFinal(sealed, from, sealed.length - from));
    } catch (GeneralSecurityException other) {
      return Optional.empty();
    }
  }

  // A key for each name, so that no number of results makes nonces meet under one key.
  private Cipher cipher(int mode, byte[] nonce, String name, String mark)
      throws GeneralSecurityException {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(
        mode, new SecretKeySpec(mac(values, bytes), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(bytes);
    cipher.updateAAD(mark.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private static SecretKey derived(String secret, String purpose) {
    try {
      return KDF.getInstance("HKDF-SHA256")
          .deriveKey(
              MAC,
              HKDFParameterSpec.ofExtract()
                  .addIKM(secret.getBytes(StandardCharsets.UTF_8))
                  .thenExpand(
                      ("alidade shared results " + purpose).getBytes(StandardCharsets.UTF_8),
                      KEY_BYTES));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static byte[] mac(SecretKey key, byte[] bytes) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(key);
      return mac.doFinal(bytes);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
