package dev.alidade.engine.jdbc;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.ErrorType;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** What it means, for every kind of server, that a connection could not be made. */
final class ConnectFailures {
  private ConnectFailures() {}

  static AlidadeException translate(ServerKind kind, String source, Host host, Throwable failure) {
    Optional<String> network = network(kind, host, failure);
    if (network.isPresent()) {
      return new AlidadeException(
          ErrorCode.SOURCE_UNAVAILABLE,
          "Source `%s`: %s".formatted(source, network.get()),
          failure);
    }
    return switch (failure) {
      case AlidadeException known -> asTheSources(known);
      case SQLException refused -> asTheSources(kind.translateConnect(source, host, refused));
      default ->
          new AlidadeException(
              ErrorCode.SOURCE_UNAVAILABLE,
              "Source `%s`: %s did not let Alidade in; look into its log".formatted(source, host),
              failure);
    };
  }

  // What the source's account lacks is not the caller's to mend.
  private static AlidadeException asTheSources(AlidadeException failure) {
    boolean stays =
        failure.code().type() == ErrorType.EXTERNAL || failure.code() == ErrorCode.OVERLOADED;
    return stays
        ? failure
        : new AlidadeException(ErrorCode.SOURCE_REFUSED, failure.getMessage(), failure);
  }

  private static Optional<String> network(ServerKind kind, Host host, Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case UnknownHostException _ -> {
          return Optional.of("no machine is called `%s`; correct `host`".formatted(host.name()));
        }
        case SocketTimeoutException _, TimeoutException _ -> {
          return Optional.of(
              "%s did not answer in time; is it reachable from here, and is a firewall between?"
                  .formatted(host));
        }
        case NoRouteToHostException _ -> {
          return Optional.of("there is no way to %s from this machine".formatted(host));
        }
        case ConnectException _ -> {
          return Optional.of(
              "nothing listens at %s; is %s running there?%s"
                  .formatted(host, kind.product(), containerHint(host)));
        }
        case SSLPeerUnverifiedException _ -> {
          return Optional.of(TlsFailures.otherName(host));
        }
        case CertificateException certificate when isForOtherName(certificate) -> {
          return Optional.of(TlsFailures.otherName(host));
        }
        case CertificateException _, CertPathBuilderException _ -> {
          return Optional.of(TlsFailures.untrusted(host));
        }
        default -> {}
      }
      if (cause.getCause() == cause) {
        break;
      }
    }
    return protection(host, failure);
  }

  // Looked for last: what a certificate lacks stands in the causes of it.
  private static Optional<String> protection(Host host, Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SSLException) {
        return Optional.of(TlsFailures.missing(host));
      }
    }
    return Optional.empty();
  }

  private static boolean isForOtherName(CertificateException failure) {
    String message = String.valueOf(failure.getMessage());
    return message.startsWith("No subject alternative") || message.startsWith("No name matching");
  }

  private static String containerHint(Host host) {
    boolean container =
        Files.exists(Path.of("/.dockerenv")) || Files.exists(Path.of("/run/.containerenv"));
    return host.isLoopback() && container
        ? " Inside a container `%s` is the container itself; name the machine instead"
            .formatted(host.name())
        : "";
  }
}
