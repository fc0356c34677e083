package dev.alidade.engine.jdbc;

/** What went wrong with the protection of the way to a server, and which setting to change. */
public final class TlsFailures {
  private TlsFailures() {}

  /** Nobody that is trusted vouches for the certificate. */
  public static String untrusted(Host host) {
    return "the certificate of %s is not trusted; set `tls-ca` to the file of its authority"
        .formatted(host);
  }

  /** The certificate is another machine's. */
  public static String otherName(Host host) {
    return "the certificate of %s is for another name; write the name that stands in it as `host`,"
            .formatted(host)
        + " or give the server one for this name";
  }

  /** The server speaks plain text only. */
  public static String missing(Host host) {
    return "%s has no TLS; give it a certificate (and set `tls-ca` to its authority), or set `tls: off`"
            .formatted(host)
        + " for a network you trust";
  }

  /** The server takes nobody who speaks plain text. */
  public static String required(Host host) {
    return "%s takes connections with TLS only; set `tls: verify`".formatted(host);
  }
}
