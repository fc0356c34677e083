package dev.alidade.ask.model;

import java.net.URI;

/** The protocols that models are spoken to in. */
public enum Provider {
  /** Anthropic's Messages API. */
  ANTHROPIC("https://api.anthropic.com/v1"),
  /** OpenAI's chat completions, as many other servers speak them. */
  OPENAI("https://api.openai.com/v1");

  private final URI address;

  Provider(String address) {
    this.address = URI.create(address);
  }

  /** Where the provider itself answers. */
  public URI address() {
    return address;
  }
}
