package dev.alidade.trino;

import io.trino.spi.security.AccessDeniedException;
import io.trino.spi.security.BasicPrincipal;
import io.trino.spi.security.PasswordAuthenticator;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Principal;
import java.util.Properties;

/** Lets those in whose password stands in a file of properties as it is now. */
record PasswordFile(Path file) implements PasswordAuthenticator {
  @Override
  public Principal createAuthenticatedPrincipal(String user, String password) {
    Properties passwords = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      passwords.load(reader);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    if (!password.equals(passwords.getProperty(user))) {
      throw new AccessDeniedException("Invalid credentials");
    }
    return new BasicPrincipal(user);
  }
}
