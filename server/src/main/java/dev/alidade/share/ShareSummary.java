package dev.alidade.share;

import dev.alidade.operation.Description;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

/** A link as its owner sees it. */
public record ShareSummary(
    @Description("Names it for end_share; it opens nothing") String share,
    String conversation,
    String title,
    @Description("What was answered until then is shared") String sharedAt,
    Optional<String> expiresAt) {
  public ShareSummary {
    Objects.requireNonNull(share, "share");
    Objects.requireNonNull(conversation, "conversation");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(sharedAt, "sharedAt");
    Objects.requireNonNull(expiresAt, "expiresAt");
  }

  static ShareSummary of(Share share, String title) {
    return new ShareSummary(
        share.id(),
        share.conversation(),
        title,
        text(share.sharedAt()),
        share.expiresAt().map(ShareSummary::text));
  }

  private static String text(Instant moment) {
    return moment.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
