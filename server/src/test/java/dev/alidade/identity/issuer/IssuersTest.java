package dev.alidade.identity.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.MovableClock;
import dev.alidade.base.Scope;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IssuersTest {
  private final MovableClock clock = new MovableClock();
  private TinyIssuer issuer;
  private Issuers issuers;

  @BeforeEach
  void start() throws Exception {
    issuer = new TinyIssuer(clock);
    issuers = new Issuers(List.of(issuer.trusted()), clock);
  }

  @AfterEach
  void stop() {
    issuer.close();
  }

  private void refuses(String token, String reason) {
    assertThatThrownBy(() -> issuers.caller(token))
        .isInstanceOfSatisfying(
            AlidadeException.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.UNAUTHENTICATED))
        .hasMessageContaining(reason)
        .hasMessageNotContaining(token);
  }

  private Date in(long seconds) {
    return Date.from(clock.instant().plusSeconds(seconds));
  }

  @Test
  void aTokenNamesItsCallerWithRolesAttributesAndScope() {
    Caller caller =
        issuers.caller(
            issuer.token(
                issuer
                    .claims()
                    .claim("region", "west")
                    .claim("realm_access", Map.of("roles", List.of("data-team", "admin")))));

    assertThat(caller.name()).isEqualTo("acme:ada");
    assertThat(caller.roles()).isEqualTo(Set.of("viewer", "analyst"));
    assertThat(caller.attributes()).isEqualTo(Map.of("region", "west"));
    assertThat(caller.scope()).isEqualTo(Scope.READ);
  }

  @Test
  void anAdministratorIsNamedInTheConfigurationOnly() {
    JWTClaimsSet.Builder claims =
        issuer.claims().claim("realm_access", Map.of("roles", List.of("admin", "data-admins")));
    assertThat(issuers.caller(issuer.token(claims)).roles()).contains("admin");

    TrustedIssuer trusted = issuer.trusted();
    TrustedIssuer unmapped =
        new TrustedIssuer(
            "acme",
            trusted.issuer(),
            trusted.jwksUri(),
            trusted.audiences(),
            "sub",
            Map.of(),
            Set.of(),
            trusted.rolesClaim(),
            Map.of(),
            Scope.NONE);
    Issuers others = new Issuers(List.of(unmapped), clock);
    assertThat(others.caller(issuer.token(claims)).roles()).isEqualTo(Set.of("data-admins"));
  }

  @ParameterizedTest
  @CsvSource({
    "openid, NONE",
    "alidade:read, READ",
    "alidade:read  alidade:write, WRITE",
    "alidade:admin, ADMIN",
    "alidade:administer Alidade:admin, NONE",
    "'', NONE"
  })
  void scopesReachAsFarAsTheWidest(String said, Scope scope) {
    assertThat(issuers.caller(issuer.token(issuer.claims().claim("scope", said))).scope())
        .isEqualTo(scope);
    assertThat(
            issuers
                .caller(
                    issuer.token(
                        issuer
                            .claims()
                            .claim("scope", null)
                            .claim("scp", List.of(said.split(" +", -1)))))
                .scope())
        .isEqualTo(scope);
  }

  @Test
  void aClientByItselfIsNamedByItsId() {
    for (JWTClaimsSet.Builder claims :
        List.of(
            issuer.claims().subject("claude"),
            issuer.claims().subject("claude@clients").claim("gty", "client-credentials"),
            issuer.claims().subject(null),
            issuer.claims().subject("0f3a").claim("idtyp", "app"))) {
      assertThat(issuers.caller(issuer.token(claims)).name()).isEqualTo("acme.client:claude");
    }
  }

  @Test
  void aUserWithoutTheNameIsNotTakenForTheirClient() {
    TrustedIssuer trusted = issuer.trusted();
    issuers =
        new Issuers(
            List.of(
                new TrustedIssuer(
                    "acme",
                    trusted.issuer(),
                    trusted.jwksUri(),
                    trusted.audiences(),
                    "email",
                    Map.of(),
                    Set.of(),
                    trusted.rolesClaim(),
                    Map.of(),
                    Scope.NONE)),
            clock);

    refuses(issuer.token(issuer.claims()), "it has no `email`");
    assertThat(issuers.caller(issuer.token(issuer.claims().claim("email", "a@b.example"))).name())
        .isEqualTo("acme:a@b.example");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a da", "ada\n", "\u0430da", ""})
  void namesThatMislead(String subject) {
    assertThatThrownBy(() -> issuers.caller(issuer.token(issuer.claims().subject(subject))))
        .hasMessageContaining("The token is not accepted");
  }

  @Test
  void anotherAudienceIsRefused() {
    for (String audience :
        List.of(
            "http://localhost:8484",
            "http://localhost:8484/mcp/",
            "HTTP://localhost:8484/mcp",
            "https://other.example/mcp",
            "acme")) {
      refuses(issuer.token(issuer.claims().audience(audience)), "another audience");
    }
    refuses(issuer.token(issuer.claims().audience((String) null)), "another audience");
    String several =
        issuer.token(issuer.claims().audience(List.of("account", TinyIssuer.AUDIENCE)));
    assertThat(issuers.caller(several).name()).isEqualTo("acme:ada");
  }

  @Test
  void whereNoAudienceIsSaidItIsThisServer() {
    TrustedIssuer trusted = issuer.trusted();
    TrustedIssuer anywhere =
        new TrustedIssuer(
            "acme",
            trusted.issuer(),
            trusted.jwksUri(),
            Set.of(),
            "sub",
            Map.of(),
            Set.of(),
            trusted.rolesClaim(),
            Map.of(),
            Scope.NONE);
    Issuers nowhere = new Issuers(List.of(anywhere), clock);
    assertThatThrownBy(() -> nowhere.caller(issuer.token(issuer.claims())))
        .hasMessageContaining("another audience");

    Issuers here =
        new Issuers(List.of(anywhere.servedAt(URI.create("https://data.example"))), clock);
    for (String audience :
        List.of("https://data.example/mcp", "https://data.example", "https://data.example/")) {
      assertThat(here.caller(issuer.token(issuer.claims().audience(audience))).name())
          .isEqualTo("acme:ada");
    }
    assertThatThrownBy(() -> here.caller(issuer.token(issuer.claims())))
        .hasMessageContaining("another audience");
  }

  @Test
  void timeCounts() {
    refuses(issuer.token(issuer.claims().expirationTime(in(-31))), "it is expired");
    refuses(issuer.token(issuer.claims().expirationTime(null)), "never expires");
    refuses(issuer.token(issuer.claims().notBeforeTime(in(31))), "not valid yet");
    refuses(issuer.token(issuer.claims().issueTime(in(31))), "not valid yet");
    String skewed =
        issuer.token(
            issuer.claims().expirationTime(in(-29)).notBeforeTime(in(29)).issueTime(in(29)));
    assertThat(issuers.caller(skewed).name()).isEqualTo("acme:ada");

    String token = issuer.token(issuer.claims());
    issuers.caller(token);
    clock.forward(331);
    refuses(token, "it is expired");
  }

  @Test
  void anotherIssuerIsRefused() {
    for (String other :
        List.of("https://other.example", issuer.address() + "/", issuer.address() + "/realm")) {
      refuses(issuer.token(issuer.claims().issuer(other)), "`iss`");
    }
    refuses(issuer.token(issuer.claims().issuer(null)), "`iss`");
    assertThat(issuer.asked).isEmpty();
  }

  @Test
  void tokensWithoutASignatureOfAKeyPairAreRefused() throws Exception {
    refuses(new PlainJWT(issuer.claims().build()).serialize(), "no signed JWT");

    RSAKey rsa = TinyIssuer.rsa("rsa", 2_048);
    issuer.published.add(rsa);
    SignedJWT confused =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("rsa").build(),
            issuer.claims().build());
    confused.sign(new MACSigner(rsa.toRSAPublicKey().getEncoded()));
    refuses(confused.serialize(), "only RS, PS and ES signatures count");

    String stripped = issuer.token(issuer.claims());
    refuses(stripped.substring(0, stripped.lastIndexOf('.') + 1), "The token is not accepted");
  }

  @Test
  void everyChangedPartIsNoticed() {
    String[] parts = issuer.token(issuer.claims()).split("\\.", -1);
    String other =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(
                issuer.claims().subject("eve").build().toString().getBytes(StandardCharsets.UTF_8));
    refuses(parts[0] + "." + other + "." + parts[2], "no key of its issuer");
    refuses(TinyIssuer.signed(TinyIssuer.curve("first"), issuer.claims()), "no key of its issuer");
  }

  @Test
  void weakKeysAndKeysForOtherUsesDoNotCount() {
    RSAKey weak = TinyIssuer.rsa("weak", 1_024);
    issuer.published.add(weak.toPublicJWK());
    refuses(TinyIssuer.signed(weak, issuer.claims()), "no key of its issuer");

    RSAKey strong = TinyIssuer.rsa("strong", 2_048);
    issuer.published.add(strong);
    clock.forward(6);
    assertThat(issuers.caller(TinyIssuer.signed(strong, issuer.claims())).name())
        .isEqualTo("acme:ada");
  }

  @Test
  void onlyAccessTokensOfBearersCount() {
    for (String type : List.of("at+jwt", "application/at+jwt", "AT+JWT", "JWT")) {
      assertThat(issuers.caller(TinyIssuer.signed(issuer.key, type, issuer.claims())).name())
          .isEqualTo("acme:ada");
    }
    refuses(TinyIssuer.signed(issuer.key, "logout+jwt", issuer.claims()), "`typ`");
    refuses(issuer.token(issuer.claims().claim("cnf", Map.of("jkt", "x"))), "`cnf`");
    refuses(issuer.token(issuer.claims().claim("pad", "x".repeat(13_000))), "longer than 16 kB");
    refuses("eyJhbGciOiJFUzI1NiJ9.e30", "no signed JWT");
    refuses("eyJub3RoaW5nIjo.x.y", "no signed JWT");
  }

  @Test
  void apiKeysAreNoTokens() {
    assertThat(issuers.isToken("ald_0123456789abcdef_secret")).isFalse();
    assertThat(issuers.isToken(issuer.token(issuer.claims()))).isTrue();
    assertThat(new Issuers(List.of(), clock).isToken(issuer.token(issuer.claims()))).isFalse();
  }
}
