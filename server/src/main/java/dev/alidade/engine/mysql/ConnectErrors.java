package dev.alidade.engine.mysql;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.jdbc.Host;
import dev.alidade.engine.jdbc.TlsFailures;
import java.sql.SQLException;
import java.util.Locale;

/** What it means that a server let nobody in. */
final class ConnectErrors {
  private ConnectErrors() {}

  static AlidadeException translate(String source, Host host, SQLException failure) {
    ErrorCode code = codeOf(failure.getErrorCode());
    return new AlidadeException(
        code, "Source `%s`: %s".formatted(source, messageOf(failure, host)), failure);
  }

  private static ErrorCode codeOf(int vendorCode) {
    return switch (vendorCode) {
      case 1044, 1045, 1130, 1251, 1396, 1524, 1698, 1820, 1862, 3118, 4151 ->
          ErrorCode.PERMISSION_DENIED;
      case 1049 -> ErrorCode.CONFIGURATION_INVALID;
      case 1040, 1203, 1226 -> ErrorCode.OVERLOADED;
      default -> ErrorCode.SOURCE_UNAVAILABLE;
    };
  }

  private static String messageOf(SQLException failure, Host host) {
    return switch (failure.getErrorCode()) {
      case 1045, 1698 ->
          "%s refuses the account or its password; correct `username` and `password`, or set `tls: verify` where it takes TLS only"
              .formatted(host);
      case 1044 ->
          "the account may not use the database; grant it SELECT there, or correct `database`";
      case 1130 ->
          "%s lets nobody in from this machine's address; allow it for the account".formatted(host);
      case 1820, 1862 -> "the account's password has expired; set a new one on %s".formatted(host);
      case 3118, 4151 -> "the account is locked on %s; unlock it".formatted(host);
      case 1251, 1524 ->
          "%s asks for a way of logging in that is not known here; change the account's plugin"
              .formatted(host);
      case 1049 -> "%s has no such database; correct `database`".formatted(host);
      case 3159 -> TlsFailures.required(host);
      case 1040, 1203, 1226 ->
          "%s has no connection left for the account; lower `pool` or raise its limits"
              .formatted(host);
      default -> unnumbered(MySqlErrors.detailOf(failure).toLowerCase(Locale.ROOT), host);
    };
  }

  // What the driver alone says has no code.
  private static String unnumbered(String detail, Host host) {
    if (detail.contains("ssl not enabled")) {
      return TlsFailures.missing(host);
    }
    if (detail.contains("hostname verification failed")) {
      return TlsFailures.otherName(host);
    }
    if (detail.contains("self signed certificates")) {
      return TlsFailures.untrusted(host);
    }
    return "%s did not let Alidade in; look into its log".formatted(host);
  }
}
