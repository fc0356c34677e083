package dev.alidade.policy;

import dev.alidade.base.Caller;
import dev.alidade.base.Scope;
import dev.alidade.sql.Dialect;
import dev.alidade.sql.TableName;
import dev.alidade.sql.TableView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What one caller may do and see, and by which rule. */
public final class Access {
  private final Caller caller;
  private final List<Role> roles;
  private final List<TablePolicy> policies;
  private final boolean everything;
  private final String hashKey;
  private final Limits limits;
  private final Unread unread;
  private final Optional<String> closed;
  private final Map<String, String> closedSources;

  /** {@code everything} grants all that no policy narrows. */
  Access(
      Caller caller,
      List<Role> roles,
      List<TablePolicy> policies,
      boolean everything,
      String hashKey,
      Limits limits,
      Unread unread) {
    this.caller = caller;
    this.roles = List.copyOf(roles);
    this.policies = List.copyOf(policies);
    this.everything = everything;
    this.hashKey = hashKey;
    this.limits = limits;
    this.unread = unread;
    this.closed =
        unread.roles().entrySet().stream()
            .filter(role -> caller.roles().contains(role.getKey()))
            .map(Map.Entry::getValue)
            .sorted()
            .findFirst();
    this.closedSources = unread.sources();
  }

  /** The rule that binds the caller to something, if one does. */
  public Optional<String> restraint(Restraint restraint) {
    return roles.stream()
        .filter(role -> role.restraints().contains(restraint))
        .findFirst()
        .map(role -> "role `%s`".formatted(role.name()));
  }

  /** How much the caller may use. */
  public Limits limits() {
    return limits;
  }

  /** The same, whose masks hash with another word. */
  Access hashingWith(String word) {
    return new Access(caller, roles, policies, everything, word, limits, unread);
  }

  /** A text that runs, without the secret of masks that hash. */
  String withoutSecret(String text) {
    return hashKey.isEmpty() ? text : text.replace(hashKey, "***");
  }

  /** Tells apart what callers see of a source; the same word sees the same. */
  public String fingerprint(String source) {
    return isUnrestricted()
        ? ""
        : Fingerprint.of(
            source,
            caller,
            List.of(Boolean.toString(everything), Boolean.toString(source(source).allowed())),
            roles,
            policies.stream().filter(policy -> policy.source().equals(source)).toList());
  }

  /** Whether every row and column of every table may be seen. */
  public boolean isUnrestricted() {
    return everything
        && policies.isEmpty()
        && closedSources.isEmpty()
        && caller.scope().holds(Scope.READ);
  }

  /** Whether an operation that needs a right may be called. */
  public Decision operation(String name, Right right) {
    Decision granted = granted(name, right);
    return granted.allowed() ? withinScope(granted, right) : granted;
  }

  /** The scope that the caller's token lacks for an operation which the roles grant. */
  public Optional<Scope> missingScope(String name, Right right) {
    boolean lacks = !caller.scope().holds(right.scope());
    return lacks && granted(name, right).allowed() ? Optional.of(right.scope()) : Optional.empty();
  }

  private Decision withinScope(Decision granted, Right right) {
    return caller.scope().holds(right.scope())
        ? granted
        : Decision.deny("the token has not the scope `%s`".formatted(right.scope().word()));
  }

  private Decision granted(String name, Right right) {
    return decide(
        "operation `" + name + "`",
        role -> role.deny().operations().contains(name),
        role ->
            role.rights().contains(right)
                && role.operations().map(names -> names.contains(name)).orElse(true));
  }

  /** Whether a source may be seen. */
  public Decision source(String name) {
    if (closedSources.containsKey(name)) {
      return Decision.deny(closedSources.get(name));
    }
    Decision granted =
        decide(
            "source `" + name + "`",
            role -> role.deny().sources().contains(name),
            role -> role.grantsSource(name));
    return granted.allowed() ? withinScope(granted, Right.READ) : granted;
  }

  /** Whether a table may be read, in whole or in part. */
  public Decision table(String source, TableName table, String home) {
    Decision whole = source(source);
    if (!whole.allowed()) {
      return whole;
    }
    return decide(
        "table `" + table + "` of `" + source + "`",
        role -> anyMatches(role.deny().tables(), table, home),
        role -> grantsTable(role, source, table, home));
  }

  /**
   * Whether the rows of a table may be changed: one role must grant both the right and the table.
   */
  public Decision write(String source, TableName table, String home) {
    Decision read = table(source, table, home);
    if (!read.allowed()) {
      return read;
    }
    Decision granted =
        decide(
            "writing to `" + table + "` of `" + source + "`",
            role -> false,
            role -> role.rights().contains(Right.WRITE) && grantsTable(role, source, table, home));
    return granted.allowed() ? withinScope(granted, Right.WRITE) : granted;
  }

  /**
   * Whether a view of the database may be read: it may show what policies hide in the tables below
   * it, so that it must be named by a rule itself.
   */
  public Decision view(String source, TableName view, String home) {
    Decision table = table(source, view, home);
    boolean hides =
        policies.stream().anyMatch(policy -> policy.source().equals(source))
            || roles.stream().anyMatch(Access::hidesTablesOrColumns);
    if (!table.allowed() || !hides) {
      return table;
    }
    boolean named =
        !policiesOn(source, view, home).isEmpty()
            || roles.stream()
                .flatMap(role -> role.tables().stream())
                .flatMap(Set::stream)
                .anyMatch(
                    pattern ->
                        TablePattern.isExact(pattern) && TablePattern.matches(pattern, view, home));
    return named
        ? table
        : Decision.deny(
            "`%s` is a view, and policies or roles hide tables or columns that it may read; an administrator can name it in `tables` of a role or give it a policy"
                .formatted(view));
  }

  /** The policies that concern the caller and a table. */
  public List<TablePolicy> policiesOn(String source, TableName table, String home) {
    return policies.stream()
        .filter(policy -> policy.source().equals(source))
        .filter(policy -> TablePattern.matches(policy.table(), table, home))
        .toList();
  }

  /** Whether the values of a column may be seen as they are, in every row. */
  public boolean seesClearly(String source, TableName table, String column, String home) {
    return restraint(Restraint.APPROVED_QUERIES_ONLY).isEmpty()
        && seesColumn(source, table, column, home)
        && policiesOn(source, table, home).stream()
            .allMatch(policy -> policy.rows().isEmpty() && !policy.masks().containsKey(column));
  }

  /** Whether a column may be seen at all, masked or not. */
  public boolean seesColumn(String source, TableName table, String column, String home) {
    if (everything || closed.isPresent()) {
      return everything;
    }
    boolean denied =
        roles.stream()
            .flatMap(role -> role.deny().columns().stream())
            .anyMatch(pattern -> namesColumn(pattern, table, column, home));
    return !denied
        && roles.stream()
            .filter(role -> grantsTable(role, source, table, home))
            .anyMatch(role -> grantsColumn(role, table, column, home));
  }

  /**
   * What the caller sees instead of a table; empty where that is the table itself.
   *
   * @param fence whether what the caller asks must wait until the rows are filtered
   */
  public Optional<TableView> viewOf(
      String source, TableShape shape, String home, Dialect dialect, boolean fence) {
    List<TablePolicy> holding = policiesOn(source, shape.name(), home);
    List<TableShape.Column> visible =
        shape.columns().stream()
            .filter(column -> seesColumn(source, shape.name(), column.name(), home))
            .toList();
    if (holding.isEmpty() && visible.size() == shape.columns().size()) {
      return Optional.empty();
    }
    List<String> columns = new ArrayList<>();
    Map<String, Mask> masks = masksOf(holding);
    for (TableShape.Column column : visible) {
      String quoted = dialect.quote(column.name());
      Mask mask = masks.get(column.name());
      columns.add(
          mask == null
              ? quoted
              : mask.expression(quoted, column.type(), dialect, hashKey) + " AS " + quoted);
    }
    List<String> conditions =
        holding.stream()
            .flatMap(policy -> policy.rows().stream())
            .map(rows -> "(" + rows.sql(caller, dialect) + ")")
            .toList();
    StringBuilder query =
        new StringBuilder("SELECT ")
            .append(columns.isEmpty() ? "NULL AS nothing" : String.join(", ", columns))
            .append(" FROM ")
            .append(dialect.quote(shape.name()));
    if (!conditions.isEmpty()) {
      query.append(" WHERE ").append(String.join(" AND ", conditions));
    }
    if (fence) {
      query.append(' ').append(dialect.fence());
    }
    return Optional.of(new TableView(shape.name(), query.toString()));
  }

  /** By column, letter case aside; where two policies mask a column, neither may undo the other. */
  private static Map<String, Mask> masksOf(List<TablePolicy> holding) {
    Map<String, Mask> masks = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (TablePolicy policy : holding) {
      policy
          .masks()
          .forEach(
              (column, mask) ->
                  masks.merge(column, mask, (one, two) -> one.equals(two) ? one : new Mask.Null()));
    }
    return masks;
  }

  private Decision decide(String what, Predicate<Role> denies, Predicate<Role> grants) {
    if (closed.isPresent()) {
      return Decision.deny(closed.get());
    }
    Optional<Role> denying = roles.stream().filter(denies).findFirst();
    if (denying.isPresent()) {
      return Decision.deny("role `%s` denies %s".formatted(denying.get().name(), what));
    }
    if (everything) {
      return Decision.allow(
          caller.roles().contains(Role.ADMIN)
              ? "role `%s` may do everything".formatted(Role.ADMIN)
              : "`%s` is not limited by any role".formatted(caller.name()));
    }
    return roles.stream()
        .filter(grants)
        .findFirst()
        .map(role -> Decision.allow("role `" + role.name() + "` grants " + what))
        .orElseGet(
            () ->
                Decision.deny(
                    roles.isEmpty()
                        ? "`%s` has no role".formatted(caller.name())
                        : "no role of `%s` grants %s".formatted(caller.name(), what)));
  }

  private static boolean hidesTablesOrColumns(Role role) {
    return !role.deny().tables().isEmpty()
        || !role.deny().columns().isEmpty()
        || !role.columns().isEmpty();
  }

  private static boolean grantsTable(Role role, String source, TableName table, String home) {
    return role.grantsSource(source)
        && role.tables().map(patterns -> anyMatches(patterns, table, home)).orElse(true);
  }

  private static boolean grantsColumn(Role role, TableName table, String column, String home) {
    List<Set<String>> limits =
        role.columns().entrySet().stream()
            .filter(entry -> TablePattern.matches(entry.getKey(), table, home))
            .map(Map.Entry::getValue)
            .toList();
    return limits.stream().allMatch(names -> names.stream().anyMatch(column::equalsIgnoreCase));
  }

  private static boolean namesColumn(String pattern, TableName table, String column, String home) {
    int dot = pattern.lastIndexOf('.');
    return dot > 0
        && pattern.substring(dot + 1).equalsIgnoreCase(column)
        && TablePattern.matches(pattern.substring(0, dot), table, home);
  }

  private static boolean anyMatches(Set<String> patterns, TableName table, String home) {
    return patterns.stream().anyMatch(pattern -> TablePattern.matches(pattern, table, home));
  }
}
