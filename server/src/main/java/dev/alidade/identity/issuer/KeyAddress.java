package dev.alidade.identity.issuer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.alidade.operation.Json;
import java.io.IOException;
import java.net.URI;
import java.util.List;

/** Finds where an issuer has its keys: RFC 8414, then OpenID Connect Discovery. */
final class KeyAddress {
  private KeyAddress() {}

  static URI find(TrustedIssuer issuer, Fetching fetching) throws IOException {
    if (issuer.jwksUri().isPresent()) {
      return issuer.jwksUri().get();
    }
    IOException last = new IOException("it has no metadata");
    for (URI address : metadata(issuer.issuer())) {
      String document;
      try {
        document = fetching.read(address);
      } catch (Fetching.MissingException elsewhere) {
        last = elsewhere;
        continue;
      }
      try {
        return keysIn(document, issuer);
      } catch (IOException unfit) {
        last = unfit;
      }
    }
    throw last;
  }

  private static URI keysIn(String document, TrustedIssuer issuer) throws IOException {
    JsonNode metadata;
    try {
      metadata = Json.mapper().readTree(document);
    } catch (JsonProcessingException malformed) {
      throw new IOException("its metadata are not JSON", malformed);
    }
    // Another issuer's metadata would bring another issuer's keys (RFC 8414, section 3.3).
    if (!metadata.path("issuer").asText().equals(issuer.issuer())) {
      throw new IOException("its metadata are of another issuer");
    }
    URI keys;
    try {
      keys = URI.create(metadata.path("jwks_uri").asText());
    } catch (IllegalArgumentException malformed) {
      throw new IOException("its metadata name no `jwks_uri`", malformed);
    }
    if (!TrustedIssuer.isSafe(keys)) {
      throw new IOException("its metadata name no `jwks_uri` with https");
    }
    return keys;
  }

  /** Where metadata of an issuer can be, with its path between, behind, and before. */
  static List<URI> metadata(String issuer) {
    URI whole = URI.create(issuer);
    String path = whole.getRawPath() == null ? "" : whole.getRawPath().replaceFirst("/$", "");
    String root = whole.getScheme() + "://" + whole.getRawAuthority();
    String openId = "/.well-known/openid-configuration";
    return List.of(
            root + "/.well-known/oauth-authorization-server" + path,
            root + openId + path,
            root + path + openId)
        .stream()
        .distinct()
        .map(URI::create)
        .toList();
  }
}
