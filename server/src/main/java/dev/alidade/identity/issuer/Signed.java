package dev.alidade.identity.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A token that was read and of which nothing is believed yet. */
record Signed(SignedJWT token, JWTClaimsSet claims) {
  private static final int LARGEST = 16 * 1024;
  private static final int SMALLEST_RSA = 2_048;

  // Asymmetric ones only: with an HMAC the public key would be the secret, with `none` nothing.
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);
  private static final Set<String> TYPES = Set.of("at+jwt", "application/at+jwt", "jwt");

  /**
   * Whether a bearer's text has the form of a signed token: three parts, the first of them JSON.
   */
  static boolean isOne(String text) {
    return text.startsWith("eyJ") && text.chars().filter(letter -> letter == '.').count() == 2;
  }

  /** Reads a token; fails with UNAUTHENTICATED where it is none that may count. */
  static Signed read(String text) {
    if (text.length() > LARGEST) {
      throw Refusal.of("it is longer than %d kB".formatted(LARGEST / 1024));
    }
    try {
      SignedJWT token = SignedJWT.parse(text);
      Signed signed = new Signed(token, token.getJWTClaimsSet());
      signed.checkHeader();
      return signed;
    } catch (ParseException | IllegalArgumentException malformed) {
      throw Refusal.of("it is no signed JWT");
    }
  }

  JWSHeader header() {
    return token.getHeader();
  }

  Optional<String> issuer() {
    return Optional.ofNullable(claims.getIssuer());
  }

  private void checkHeader() {
    if (!ALGORITHMS.contains(header().getAlgorithm())) {
      throw Refusal.of("only RS, PS and ES signatures count");
    }
    JOSEObjectType type = header().getType();
    if (type != null && !TYPES.contains(type.getType().toLowerCase(Locale.ROOT))) {
      throw Refusal.of("it is no access token (`typ`)");
    }
    if (claims.getClaim("cnf") != null) {
      throw Refusal.of("it is bound to a key of its client (`cnf`), not a bearer's");
    }
  }

  boolean isSignedBy(JWK key) {
    try {
      return switch (key) {
        case RSAKey rsa when rsa.size() >= SMALLEST_RSA ->
            token.verify(new RSASSAVerifier(rsa.toRSAPublicKey()));
        case ECKey curve -> token.verify(new ECDSAVerifier(curve.toECPublicKey()));
        default -> false;
      };
    } catch (JOSEException unfit) {
      return false;
    }
  }
}
