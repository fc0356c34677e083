package dev.alidade.redteam;

import dev.alidade.base.Caller;
import dev.alidade.policy.AccessRules;
import dev.alidade.policy.Denials;
import dev.alidade.policy.Mask;
import dev.alidade.policy.Right;
import dev.alidade.policy.Role;
import dev.alidade.policy.RowFilter;
import dev.alidade.policy.TablePolicy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Who attacks, and what holds for them. */
final class ArenaRules {
  static final Caller WENDY =
      new Caller("wendy", Set.of("analyst"), Map.of("region", ArenaRows.REGION));

  static final Role ANALYST = analyst(denials());

  /** What the tables of the arena say of themselves. */
  static final AccessRules WHOLE = rules(ANALYST, policies());

  /** Rules that somebody forgot half of: no row filters, and nothing is denied. */
  static final AccessRules LEAKY =
      rules(
          analyst(new Denials(Set.of(), Set.of(), Set.of(), Set.of())),
          policies().stream().map(ArenaRules::withoutRows).toList());

  /** Somebody who may change one table that they see whole, beside what an analyst may see. */
  static final Caller CLARA =
      new Caller("clara", Set.of("analyst", "clerk"), Map.of("region", ArenaRows.REGION));

  static final AccessRules WRITING =
      new AccessRules(List.of(ANALYST, clerk(WriteArena.TABLE)), policies(), ArenaRows.HASH_KEY);

  /** The same without policies, for somebody who may change every table. */
  static final AccessRules LEAKY_WRITING =
      new AccessRules(
          List.of(clerk(ArenaTable.ALL.stream().map(ArenaTable::name).toArray(String[]::new))),
          List.of(),
          ArenaRows.HASH_KEY);

  private ArenaRules() {}

  private static Role clerk(String... tables) {
    return new Role(
        "clerk",
        Set.of(Right.READ, Right.WRITE),
        Optional.empty(),
        Optional.of(Set.of(Side.SOURCE)),
        Optional.of(Set.of(tables)),
        Map.of(),
        new Denials(Set.of(), Set.of(), Set.of(), Set.of()));
  }

  private static AccessRules rules(Role analyst, List<TablePolicy> policies) {
    return new AccessRules(List.of(analyst), policies, ArenaRows.HASH_KEY);
  }

  private static Role analyst(Denials denials) {
    return new Role(
        "analyst",
        Set.of(Right.READ),
        Optional.empty(),
        Optional.of(Set.of(Side.SOURCE)),
        Optional.empty(),
        denials.tables().isEmpty() ? Map.of() : Map.of("orders", visible("orders")),
        denials);
  }

  private static Denials denials() {
    return new Denials(
        Set.of(),
        Set.of(),
        ArenaTable.ALL.stream()
            .filter(table -> table.reach() == ArenaTable.Reach.DENIED)
            .map(ArenaTable::name)
            .collect(Collectors.toSet()),
        Set.of("customers.secret_note"));
  }

  static List<TablePolicy> policies() {
    return ArenaTable.ALL.stream()
        .filter(table -> table.reach() == ArenaTable.Reach.NARROWED)
        .map(
            table ->
                new TablePolicy(
                    table.name() + " of the region",
                    Side.SOURCE,
                    table.name(),
                    Set.of("analyst"),
                    table.rows().map(RowFilter::new),
                    masks(table)))
        .toList();
  }

  private static TablePolicy withoutRows(TablePolicy policy) {
    return new TablePolicy(
        policy.name(),
        policy.source(),
        policy.table(),
        policy.roles(),
        Optional.empty(),
        policy.masks());
  }

  private static Map<String, Mask> masks(ArenaTable table) {
    Map<String, Mask> masks = new HashMap<>();
    for (ArenaColumn column : table.columns()) {
      column.mask().ifPresent(mask -> masks.put(column.name(), mask));
    }
    return masks;
  }

  private static Set<String> visible(String table) {
    return ArenaTable.ALL.stream()
        .filter(each -> each.name().equals(table))
        .flatMap(each -> each.visibleColumns().stream())
        .map(ArenaColumn::name)
        .collect(Collectors.toSet());
  }
}
