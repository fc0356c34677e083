package dev.alidade.ask;

import dev.alidade.ask.build.SourceMap;
import dev.alidade.ask.plan.Domain;
import dev.alidade.ask.verified.VerifiedMatch;
import dev.alidade.ask.verified.VerifiedMatcher;
import dev.alidade.ask.verified.VerifiedPair;
import java.util.List;
import java.util.Optional;

/** Answers questions as they would be answered if more were known, and runs nothing. */
public final class Rehearsal {
  private final SourceReader reader;
  private final Domain domain;
  private final VerifiedMatcher matcher;
  private final List<VerifiedPair> pairs;

  Rehearsal(SourceReader reader, Domain domain, SourceMap map, List<VerifiedPair> pairs) {
    this(
        reader,
        domain,
        new VerifiedMatcher(map, reader.dialect(domain.knowledge().source())),
        pairs);
  }

  private Rehearsal(
      SourceReader reader, Domain domain, VerifiedMatcher matcher, List<VerifiedPair> pairs) {
    this.reader = reader;
    this.domain = domain;
    this.matcher = matcher;
    this.pairs = List.copyOf(pairs);
  }

  /** The same with these answers approved and no others. */
  public Rehearsal approving(List<VerifiedPair> others) {
    return new Rehearsal(reader, domain, matcher, others);
  }

  /** The SQL that would answer; none where the question would not be answered. */
  public Optional<String> sql(String question) {
    return matcher
        .match(question, pairs)
        .map(VerifiedMatch::sql)
        .or(
            () ->
                reader.readIn(question, domain).decision() instanceof Decision.Answer answer
                    ? Optional.of(answer.reading().sql())
                    : Optional.empty());
  }
}
