package dev.alidade.audit;

import dev.alidade.audit.Finding.Damage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Reads one chain from its first record to its last, and notes what does not fit. */
final class ChainCheck {
  private static final int REMEMBERED = 10_000;
  private static final int MOST_FINDINGS = 1_000;

  private final int chain;
  private final Seal seal;
  private final Optional<Link> anchor;
  private final List<Finding> findings = new ArrayList<>();

  /** Hashes that a record with the next number may follow: as written, and as they should be. */
  private final Map<Long, List<String>> hashes = new LinkedHashMap<>();

  private final TreeSet<Long> missing = new TreeSet<>();
  private Optional<RecordLine> first = Optional.empty();
  private Optional<Link> pruned = Optional.empty();
  private Optional<Instant> from = Optional.empty();
  private Optional<Instant> to = Optional.empty();
  private Optional<RecordLine> end = Optional.empty();
  private long records;
  private long changed;
  private boolean unreadable;
  private int torn;

  private ChainCheck(int chain, Seal seal, Optional<Link> anchor) {
    this.chain = chain;
    this.seal = seal;
    this.anchor = anchor;
  }

  /** Checks one chain; the anchor is read first, so that a chain that grows meanwhile is whole. */
  static ChainReport of(AuditFolder folder, int number, AuditKey key) throws IOException {
    Seal seal = new Seal(key);
    ChainCheck check = new ChainCheck(number, seal, Anchor.read(folder.anchor(number), seal));
    for (Path segment : SegmentFiles.of(folder.chain(number))) {
      check.read(SegmentFiles.read(segment));
    }
    return check.report();
  }

  private void read(SegmentFiles.Lines lines) {
    if (torn > 0) {
      find(next(), Damage.CHANGED, "its line has no end, and others follow");
    }
    for (byte[] line : lines.whole()) {
      Optional<RecordLine> record = RecordLine.read(line);
      if (record.isPresent()) {
        add(record.get());
      } else {
        find(next(), Damage.CHANGED, "the line that stands for it is no record");
        unreadable = true;
      }
    }
    torn = lines.torn();
  }

  private void add(RecordLine record) {
    records++;
    long sequence = record.sequence();
    boolean isEarlier = first.isEmpty() || sequence < firstSequence();
    boolean isLate = first.isPresent() && sequence < next();
    if (isLate && !isEarlier && !missing.remove(sequence)) {
      find(sequence, Damage.DUPLICATED, "it stands here again");
      return;
    }
    if (isLate) {
      find(sequence, Damage.REORDERED, "it stands after a later record");
    }
    if (first.isPresent() && sequence > next()) {
      gap(next(), sequence - 1);
    }
    if (isEarlier) {
      first = Optional.of(record);
    }
    unreadable = false;
    judge(record);
    note(record);
    if (end.isEmpty() || sequence > end.get().sequence()) {
      end = Optional.of(record);
    }
  }

  private void gap(long fromSequence, long toSequence) {
    // A line that could not be read was found already; it is the missing one.
    if (unreadable && fromSequence == toSequence) {
      return;
    }
    for (long each = fromSequence; each <= toSequence && missing.size() < REMEMBERED; each++) {
      missing.add(each);
    }
  }

  private void judge(RecordLine record) {
    List<String> before =
        record.sequence() == 1
            ? List.of(Link.NONE.hash())
            : hashes.getOrDefault(record.sequence() - 1, List.of());
    String expected =
        before.isEmpty() ? record.hash() : record.sealedAfter(before.getFirst(), seal);
    boolean fits =
        before.stream().anyMatch(hash -> record.sealedAfter(hash, seal).equals(record.hash()));
    if (!before.isEmpty() && !fits) {
      changed++;
      find(record.sequence(), Damage.CHANGED, "what it says does not fit its hash");
    }
    hashes.put(record.sequence(), List.of(record.hash(), expected));
    if (hashes.size() > REMEMBERED) {
      hashes.remove(hashes.keySet().iterator().next());
    }
    if (anchor.isPresent()
        && anchor.get().sequence() == record.sequence()
        && !anchor.get().hash().equals(record.hash())) {
      find(record.sequence(), Damage.CHANGED, "it is not the record that the anchor notes");
    }
  }

  private void note(RecordLine record) {
    AuditEntry entry = AuditEntry.read(chain, record);
    from = from.or(() -> Optional.of(entry.time()));
    to = Optional.of(entry.time());
    if (entry.kind().equals("pruned")) {
      pruned =
          Optional.of(
              new Link(
                  entry.number("through").orElse(0L),
                  entry.text("through_hash").orElse(Link.NONE.hash())));
    }
    if (entry.kind().equals("recovered") && entry.text("anchor").isPresent()) {
      find(
          record.sequence(),
          Damage.ANCHOR,
          "the anchor was gone when Alidade started; records before this one may be missing");
    }
  }

  private ChainReport report() {
    checkStart();
    reportMissing();
    checkEnd();
    boolean wrongKey = records > 2 && changed >= records - (firstSequence() > 1 ? 1 : 0);
    List<Finding> told =
        wrongKey
            ? List.of(
                new Finding(
                    chain,
                    firstSequence(),
                    Damage.CHANGED,
                    "no record fits the key; is it the key that they were made with?"))
            : findings;
    return new ChainReport(
        chain,
        records,
        firstSequence(),
        lastSequence(),
        pruned.map(Link::sequence).orElse(0L),
        from,
        to,
        end.map(RecordLine::hash).orElse(Link.NONE.hash()),
        torn,
        told);
  }

  /** A chain may begin late where a later record says that what was before was too old. */
  private void checkStart() {
    long start = firstSequence();
    if (start <= 1) {
      return;
    }
    long through = pruned.map(Link::sequence).orElse(0L);
    if (through < start - 1) {
      missing.add(through + 1);
      missing.add(start - 1);
    }
    if (through == start - 1
        && !first.get().sealedAfter(pruned.get().hash(), seal).equals(first.get().hash())) {
      find(start, Damage.CHANGED, "what it says does not fit its hash");
    }
  }

  private void reportMissing() {
    long from = 0;
    long last = 0;
    for (long sequence : missing) {
      boolean atStart = sequence < firstSequence();
      if (from > 0 && sequence != last + 1 && !atStart) {
        findMissing(from, last);
        from = 0;
      }
      from = from == 0 ? sequence : from;
      last = sequence;
    }
    if (from > 0) {
      findMissing(from, last);
    }
  }

  private void findMissing(long from, long last) {
    find(
        from,
        Damage.MISSING,
        from == last ? "it is not there" : "it and all up to %d are not there".formatted(last));
  }

  private void checkEnd() {
    if (anchor.isEmpty() && records > 0) {
      find(lastSequence(), Damage.ANCHOR, "no anchor tells that this is the last record");
    }
    if (anchor.isPresent() && anchor.get().sequence() > lastSequence()) {
      find(
          lastSequence() + 1,
          Damage.CUT,
          "the chain ends before it, and went on to record %d".formatted(anchor.get().sequence()));
    }
  }

  private long firstSequence() {
    return first.map(RecordLine::sequence).orElse(0L);
  }

  private long lastSequence() {
    return end.map(RecordLine::sequence).orElse(0L);
  }

  private long next() {
    return lastSequence() + 1;
  }

  private void find(long sequence, Damage damage, String message) {
    if (findings.size() < MOST_FINDINGS) {
      findings.add(new Finding(chain, sequence, damage, message));
    }
  }
}
