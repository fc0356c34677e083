package dev.alidade.identity.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.opts.AllowWeakRSAKey;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.alidade.base.Scope;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** An issuer of tokens on a free port: its keys, its metadata, its signatures. */
public final class TinyIssuer implements AutoCloseable {
  public static final String AUDIENCE = "http://localhost:8484/mcp";
  private static final String METADATA = "/.well-known/openid-configuration";

  public final List<JWK> published = new CopyOnWriteArrayList<>();
  public final List<String> asked = new CopyOnWriteArrayList<>();
  public final ECKey key = curve("first");
  private final Clock clock;
  private final HttpServer server;
  private volatile Consumer<HttpExchange> keysAnswer = exchange -> say(exchange, 200, keySet());

  public TinyIssuer(Clock clock) throws IOException {
    this.clock = clock;
    published.add(key);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          asked.add(path);
          switch (path) {
            case "/keys" -> keysAnswer.accept(exchange);
            case METADATA -> say(exchange, 200, metadata(address()));
            default -> say(exchange, 404, "{}");
          }
        });
    server.start();
  }

  static ECKey curve(String id) {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static RSAKey rsa(String id, int bits) {
    try {
      return new RSAKeyGenerator(bits, true).keyID(id).generate();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  public String address() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  String metadata(String issuer) {
    return "{\"issuer\": \"%s\", \"jwks_uri\": \"%s/keys\"}".formatted(issuer, address());
  }

  private String keySet() {
    return new JWKSet(List.copyOf(published)).toString(true);
  }

  public static void say(HttpExchange exchange, int status, String text) {
    try (exchange) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (IOException gone) {
      // Whoever asked does not wait any more.
    }
  }

  /** What comes instead of the keys. */
  public void answerKeys(Consumer<HttpExchange> answer) {
    keysAnswer = answer;
  }

  long timesKeysWereAsked() {
    return asked.stream().filter("/keys"::equals).count();
  }

  /** As the configuration trusts it: fixed roles, one mapped claim, one attribute. */
  public TrustedIssuer trusted() {
    return new TrustedIssuer(
        "acme",
        address(),
        Optional.empty(),
        Set.of(AUDIENCE),
        "sub",
        Map.of("region", "region"),
        Set.of("viewer"),
        Optional.of("realm_access.roles"),
        Map.of("data-team", Set.of("analyst"), "data-admins", Set.of("admin")),
        Scope.NONE);
  }

  /** Claims of a token that counts: of ada, for us, for five minutes, to read. */
  public JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .issuer(address())
        .subject("ada")
        .audience(AUDIENCE)
        .claim("client_id", "claude")
        .claim("scope", "openid alidade:read")
        .issueTime(Date.from(clock.instant()))
        .expirationTime(Date.from(clock.instant().plusSeconds(300)));
  }

  public String token(JWTClaimsSet.Builder claims) {
    return signed(key, claims);
  }

  static String signed(JWK key, JWTClaimsSet.Builder claims) {
    return signed(key, "at+jwt", claims);
  }

  static String signed(JWK key, String type, JWTClaimsSet.Builder claims) {
    JWSAlgorithm algorithm = key instanceof RSAKey ? JWSAlgorithm.RS256 : JWSAlgorithm.ES256;
    JWSHeader header =
        new JWSHeader.Builder(algorithm)
            .type(new JOSEObjectType(type))
            .keyID(key.getKeyID())
            .build();
    SignedJWT token = new SignedJWT(header, claims.build());
    try {
      token.sign(
          key instanceof RSAKey rsa
              ? new RSASSASigner(rsa, Set.of(AllowWeakRSAKey.getInstance()))
              : new ECDSASigner(key.toECKey()));
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
    return token.serialize();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
