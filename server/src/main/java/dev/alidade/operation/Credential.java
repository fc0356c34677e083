package dev.alidade.operation;

import java.util.Objects;
import java.util.Optional;

/** What a request shows of who sends it; no text of it holds the secret. */
public sealed interface Credential {
  /** Where the request came in. */
  Entrance entrance();

  /** The key of a process that speaks for one caller, or nothing where it has none. */
  static Credential ofKey(Entrance entrance, Optional<String> apiKey) {
    return apiKey.<Credential>map(key -> new Bearer(entrance, key)).orElse(new None(entrance));
  }

  /** Nothing is shown. */
  record None(Entrance entrance) implements Credential {
    public None {
      Objects.requireNonNull(entrance, "entrance");
    }
  }

  /** A key or a session's token that a program sends: whoever bears it is believed. */
  record Bearer(Entrance entrance, String token) implements Credential {
    public Bearer {
      Objects.requireNonNull(entrance, "entrance");
      Objects.requireNonNull(token, "token");
    }

    @Override
    public String toString() {
      return "Bearer from " + entrance;
    }
  }

  /** A session's token that a browser keeps. */
  record Cookie(Entrance entrance, String token) implements Credential {
    public Cookie {
      Objects.requireNonNull(entrance, "entrance");
      Objects.requireNonNull(token, "token");
    }

    @Override
    public String toString() {
      return "Cookie from " + entrance;
    }
  }
}
