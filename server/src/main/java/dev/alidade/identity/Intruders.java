package dev.alidade.identity;

import com.github.benmanes.caffeine.cache.Cache;
import dev.alidade.base.Attempts;
import dev.alidade.base.Caches;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Slows guessing by name and by address, and knows who was right before from where: they are heard
 * even while others behind their address, or after their name, are slowed.
 */
final class Intruders {
  private static final int FREE_BY_NAME = 5;
  private static final int FREE_BY_ADDRESS = 20;
  private static final int MOST_KNOWN = 20_000;

  private final Attempts byName;
  private final Attempts byAddress;
  private final Cache<String, Boolean> known =
      Caches.builder().maximumSize(MOST_KNOWN).expireAfterAccess(Duration.ofDays(30)).build();

  Intruders(Clock clock) {
    byName = new Attempts(FREE_BY_NAME, clock);
    byAddress = new Attempts(FREE_BY_ADDRESS, clock);
  }

  /** Counts an attempt to sign in before it is made; fails with TOO_MANY_ATTEMPTS. */
  void beginSignIn(String name, String address) {
    byName.check(slowed(name, address));
    if (!wasHere(name, address)) {
      byAddress.check(network(address));
    }
    byName.failed(slowed(name, address));
    byAddress.failed(network(address));
  }

  /** The attempt that was counted succeeded. */
  void signedIn(String name, String address) {
    byName.forget(slowed(name, address));
    byAddress.takeBack(network(address));
    known.put(pair("name", folded(name), address), true);
  }

  private boolean wasHere(String name, String address) {
    return known.getIfPresent(pair("name", folded(name), address)) != null;
  }

  /**
   * What is slowed: the name, wherever it is tried; where its owner came from before, that name
   * from there by itself, so that strangers elsewhere do not keep the owner out.
   */
  private String slowed(String name, String address) {
    return wasHere(name, address) ? pair("name", folded(name), address) : folded(name);
  }

  /** Before a key is looked at that can be guessed; fails with TOO_MANY_ATTEMPTS. */
  void checkKey(SecretHash key, String address) {
    if (known.getIfPresent(pair("key", key.text(), address)) == null) {
      byAddress.check(network(address));
    }
  }

  void rightKey(SecretHash key, String address) {
    known.put(pair("key", key.text(), address), true);
  }

  /** A key was wrong; fails with TOO_MANY_ATTEMPTS where there were too many before. */
  void wrongKey(String address) {
    byAddress.check(network(address));
    byAddress.failed(network(address));
  }

  private static String pair(String kind, String who, String address) {
    return kind + " " + who + " " + network(address);
  }

  /** Names that differ in case only are one to a guesser. */
  private static String folded(String name) {
    String folded = name.toLowerCase(Locale.ROOT);
    return folded.length() <= 100 ? folded : folded.substring(0, 100);
  }

  /** Of an IPv6 address the network that one customer is given: its machine has all the rest. */
  private static String network(String address) {
    if (address.indexOf(':') < 0) {
      return address;
    }
    return Arrays.stream(address.split(":", -1)).limit(4).collect(Collectors.joining(":"));
  }
}
