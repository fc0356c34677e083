package dev.alidade.edge.mcp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import dev.alidade.base.Caches;
import dev.alidade.base.Sha256;
import dev.alidade.edge.mcp.protocol.Exchange;
import dev.alidade.edge.mcp.protocol.JsonRpc;
import dev.alidade.edge.mcp.protocol.ProtocolException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * Seals what the server must remember between two rounds of a request while the client has it in
 * its hands: it counts once, for a while, for the same caller and the same request (MCP 2026-07-28,
 * multi round-trip requests).
 */
final class StateSeal {
  private static final Duration LASTS = Duration.ofMinutes(15);
  static final String ALGORITHM = "HmacSHA256";
  private static final int LARGEST = 64 * 1024;
  private static final JsonMapper SORTED =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private final SecretKey key;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final Cache<String, Boolean> used =
      Caches.builder().expireAfterWrite(LASTS).maximumSize(1_000_000).build();

  StateSeal(SecretKey key, Clock clock) {
    this.key = key;
    this.clock = clock;
  }

  String seal(ObjectNode state, Exchange exchange) {
    byte[] nonce = new byte[16];
    random.nextBytes(nonce);
    ObjectNode letter = JsonRpc.object();
    letter.put("until", clock.instant().plus(LASTS).toEpochMilli());
    letter.put("nonce", text(nonce));
    letter.put("caller", exchange.visit().caller().name());
    letter.put("request", digest(exchange));
    letter.set("state", state);
    byte[] bytes = letter.toString().getBytes(StandardCharsets.UTF_8);
    return text(bytes) + "." + text(sign(bytes));
  }

  /** The state that was sealed; whatever is wrong with it is refused alike. */
  ObjectNode open(String sealed, Exchange exchange) {
    ObjectNode letter = read(sealed);
    if (letter.path("until").asLong() < clock.millis()
        || !letter.path("caller").asText().equals(exchange.visit().caller().name())
        || !letter.path("request").asText().equals(digest(exchange))
        || used.asMap().putIfAbsent(letter.path("nonce").asText(), true) != null
        || !(letter.path("state") instanceof ObjectNode state)) {
      throw refused();
    }
    return state;
  }

  private ObjectNode read(String sealed) {
    int dot = sealed.indexOf('.');
    if (dot < 0 || sealed.length() > LARGEST) {
      throw refused();
    }
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(sealed.substring(0, dot));
      byte[] signature = Base64.getUrlDecoder().decode(sealed.substring(dot + 1));
      if (MessageDigest.isEqual(signature, sign(bytes))
          && SORTED.readTree(bytes) instanceof ObjectNode letter) {
        return letter;
      }
    } catch (IllegalArgumentException | IOException malformed) {
      throw refused();
    }
    throw refused();
  }

  /** The request without what differs between its rounds. */
  private static String digest(Exchange exchange) {
    ObjectNode salient = exchange.params().deepCopy();
    salient.remove(List.of("_meta", "inputResponses", "requestState"));
    try {
      MessageDigest digest = Sha256.begin();
      digest.update(exchange.request().method().getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      return text(digest.digest(SORTED.writeValueAsBytes(plain(salient))));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Object plain(JsonNode node) throws JsonProcessingException {
    return SORTED.treeToValue(node, Object.class);
  }

  private byte[] sign(byte[] bytes) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(bytes);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static ProtocolException refused() {
    return ProtocolException.invalidParams(
        "The requestState is not one of this server for this request, was used, or is too old;"
            + " send the request again without it");
  }
}
