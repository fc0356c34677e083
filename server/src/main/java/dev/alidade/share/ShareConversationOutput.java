package dev.alidade.share;

import dev.alidade.operation.Description;

/** What {@code share_conversation} gives: the only time that the link is told. */
public record ShareConversationOutput(
    ShareSummary share,
    @Description("What open_share takes; nobody can look it up again") String token,
    @Description("Of the page, at this server") String page) {
  static ShareConversationOutput of(ShareSummary share, String token) {
    return new ShareConversationOutput(share, token, "/#/shared/" + token);
  }

  /** Without the token. */
  @Override
  public String toString() {
    return "ShareConversationOutput[share=%s]".formatted(share.share());
  }
}
