package dev.alidade.identity.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.ECKey;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.MovableClock;
import dev.alidade.base.Scope;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IssuerKeysTest {
  private final MovableClock clock = new MovableClock();
  private final CountDownLatch over = new CountDownLatch(1);
  private TinyIssuer issuer;
  private Issuers issuers;

  @BeforeEach
  void start() throws Exception {
    issuer = new TinyIssuer(clock);
    issuers = new Issuers(List.of(issuer.trusted()), clock);
  }

  @AfterEach
  void stop() {
    over.countDown();
    issuer.close();
  }

  private void isUnavailable(String reason) {
    assertThatThrownBy(() -> issuers.caller(issuer.token(issuer.claims())))
        .isInstanceOfSatisfying(
            AlidadeException.class,
            failure -> assertThat(failure.code()).isEqualTo(ErrorCode.ISSUER_UNAVAILABLE))
        .hasMessageContaining("The keys of the issuer `acme` cannot be had")
        .hasMessageContaining(reason);
  }

  @Test
  void keysAreFoundByMetadataAndKept() {
    for (int call = 0; call < 100; call++) {
      issuers.caller(issuer.token(issuer.claims()));
    }

    assertThat(issuer.asked)
        .containsExactly(
            "/.well-known/oauth-authorization-server",
            "/.well-known/openid-configuration",
            "/keys");
  }

  @Test
  void rotatedKeysAreFetchedAndOldOnesForgotten() {
    String old = issuer.token(issuer.claims());
    issuers.caller(old);
    ECKey next = TinyIssuer.curve("second");
    issuer.published.clear();
    issuer.published.add(next);
    clock.forward(6);

    assertThat(issuers.caller(TinyIssuer.signed(next, issuer.claims())).name())
        .isEqualTo("acme:ada");
    assertThatThrownBy(() -> issuers.caller(old)).hasMessageContaining("no key of its issuer");
  }

  @Test
  void aKeyThatWasWithdrawnIsForgottenInTime() {
    ECKey next = TinyIssuer.curve("second");
    issuer.published.add(next);
    issuers.caller(issuer.token(issuer.claims()));
    issuer.published.remove(issuer.key);
    clock.forward(601);

    assertThatThrownBy(() -> issuers.caller(issuer.token(issuer.claims())))
        .hasMessageContaining("no key of its issuer");
  }

  @Test
  void unknownKeysDoNotMakeItAskWithoutEnd() {
    issuers.caller(issuer.token(issuer.claims()));
    for (int attempt = 0; attempt < 50; attempt++) {
      String forged = TinyIssuer.signed(TinyIssuer.curve("forged" + attempt), issuer.claims());
      assertThatThrownBy(() -> issuers.caller(forged)).hasMessageContaining("no key of its issuer");
      clock.forward(1);
    }

    assertThat(issuer.timesKeysWereAsked()).isBetween(2L, 11L);
  }

  @Test
  void anIssuerThatIsDownIsAnExternalFailureAndIsNotAskedAtEveryCall() {
    issuer.answerKeys(exchange -> TinyIssuer.say(exchange, 503, ""));
    for (int call = 0; call < 20; call++) {
      isUnavailable("it answered with status 503");
    }
    assertThat(issuer.timesKeysWereAsked()).isEqualTo(1);
    assertThat(ErrorCode.ISSUER_UNAVAILABLE.type().name()).isEqualTo("EXTERNAL");

    issuer.answerKeys(exchange -> TinyIssuer.say(exchange, 200, "[]"));
    clock.forward(6);
    isUnavailable("what it gives is no set of keys");
    issuer.answerKeys(exchange -> TinyIssuer.say(exchange, 200, " ".repeat(300_000)));
    clock.forward(6);
    isUnavailable("more than 256 kB");
  }

  @Test
  void anIssuerThatIsSilentIsNotWaitedFor() {
    issuer.answerKeys(
        exchange -> {
          try {
            over.await();
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          }
        });
    Instant begun = Instant.now();

    isUnavailable("within 4 s");

    assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void whileTheIssuerIsDownItsKeysCountForSomeHours() {
    issuers.caller(issuer.token(issuer.claims()));
    issuer.answerKeys(exchange -> TinyIssuer.say(exchange, 500, ""));
    clock.forward(Duration.ofHours(11).toSeconds());
    assertThat(issuers.caller(issuer.token(issuer.claims())).name()).isEqualTo("acme:ada");

    clock.forward(Duration.ofHours(2).toSeconds());
    isUnavailable("status 500");
  }

  @Test
  void whileItIsDownNobodyWaitsForItOften() {
    issuers.caller(issuer.token(issuer.claims()));
    issuer.answerKeys(exchange -> TinyIssuer.say(exchange, 500, ""));
    clock.forward(601);
    for (int call = 0; call < 55; call++) {
      issuers.caller(issuer.token(issuer.claims()));
      clock.forward(1);
    }

    assertThat(issuer.timesKeysWereAsked()).isEqualTo(2);
  }

  @Test
  void metadataOfAnotherIssuerBringNoKeys() throws Exception {
    TrustedIssuer real = issuer.trusted();
    TrustedIssuer alias =
        new TrustedIssuer(
            "alias",
            issuer.address().replace("localhost", "127.0.0.1"),
            Optional.empty(),
            real.audiences(),
            "sub",
            Map.of(),
            Set.of(),
            Optional.empty(),
            Map.of(),
            Scope.READ);

    assertThat(KeyAddress.find(real, new Fetching())).hasPath("/keys");
    assertThatThrownBy(() -> KeyAddress.find(alias, new Fetching()))
        .hasMessage("its metadata are of another issuer");
  }

  @Test
  void metadataAreSoughtWhereTheStandardsPutThem() {
    assertThat(KeyAddress.metadata("https://login.example/realms/acme"))
        .containsExactly(
            URI.create("https://login.example/.well-known/oauth-authorization-server/realms/acme"),
            URI.create("https://login.example/.well-known/openid-configuration/realms/acme"),
            URI.create("https://login.example/realms/acme/.well-known/openid-configuration"));
  }

  @Test
  void keysAreSoughtBeforeADoorAsks() {
    String token = issuer.token(issuer.claims());
    assertThat(issuers.needsKeys(token)).isTrue();
    assertThat(issuers.needsKeys("an API key")).isFalse();

    issuers.fetchKeys(token);

    assertThat(issuers.needsKeys(token)).isFalse();
    issuers.caller(token);
    assertThat(issuer.timesKeysWereAsked()).isEqualTo(1);
  }
}
