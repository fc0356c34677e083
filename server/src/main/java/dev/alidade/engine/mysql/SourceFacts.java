package dev.alidade.engine.mysql;

import dev.alidade.engine.jdbc.ServerConnections;
import dev.alidade.engine.mysql.gate.SourceNames;
import dev.alidade.sql.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What is known of a source's server; asked for when first needed, and anew with the catalog. */
final class SourceFacts {
  private final ServerConnections connections;
  private final List<String> others;
  private volatile ServerFacts known;

  SourceFacts(ServerConnections connections, List<String> others) {
    this.connections = connections;
    this.others = List.copyOf(others);
  }

  ServerFacts known() {
    ServerFacts now = known;
    return now == null ? refreshed() : now;
  }

  ServerFacts refreshed() {
    ServerFacts fresh = connections.call(ServerFacts::read);
    known = fresh;
    return fresh;
  }

  /** The databases that the source shows, its own first. */
  List<String> databases(ServerFacts facts) {
    List<String> all = new ArrayList<>(List.of(facts.database()));
    all.addAll(others);
    return all.stream().distinct().toList();
  }

  /** How names resolve now; fails where the server cannot be asked. */
  SourceNames names() {
    ServerFacts now = known();
    return new SourceNames(
        now.database(),
        Set.copyOf(others),
        now.ignoresCase(),
        this::inLetters,
        now.storedFunctions());
  }

  private TableName inLetters(TableName name) {
    String lower = name.table().toLowerCase(Locale.ROOT);
    ServerFacts now = known();
    if (now.lowerCase() == 1 || name.schema().isPresent()) {
      return new TableName(name.schema(), lower);
    }
    // A table that is not known is perhaps new.
    String letters = now.letters().get(lower);
    return TableName.of(
        letters == null ? refreshed().letters().getOrDefault(lower, name.table()) : letters);
  }
}
