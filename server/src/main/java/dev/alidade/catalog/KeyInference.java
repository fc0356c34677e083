package dev.alidade.catalog;

import dev.alidade.base.AlidadeException;
import dev.alidade.engine.Column;
import dev.alidade.engine.ForeignKey;
import dev.alidade.engine.Table;
import dev.alidade.engine.TableKind;
import dev.alidade.sql.TypeKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds foreign keys that nobody declared: a name that says which table it means, a target that is
 * unique, compatible types, and values that are all found there.
 */
final class KeyInference {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int VALUES_LOOKED_AT = 20_000;
  private static final int QUALIFIED = 10;
  private static final int SAME_NAME = 9;
  private static final Set<String> KEY_WORDS =
      Set.of(
          "id",
          "ids",
          "key",
          "code",
          "no",
          "nr",
          "num",
          "number",
          "uuid",
          "guid",
          "sku",
          "isbn",
          "ref",
          "symbol",
          "abbreviation",
          "abbr");
  private static final Set<String> TABLE_PREFIXES =
      Set.of("tbl", "table", "dim", "fact", "fct", "stg", "ref", "lkp", "lookup", "mst", "t");
  private static final Set<String> OWN_ROLES =
      Set.of("parent", "manager", "supervisor", "boss", "predecessor", "successor", "mentor");

  private final SourceReader reader;
  private final List<Table> tables;
  private final Map<Table, Map<String, ColumnProfile>> profiles;

  KeyInference(
      SourceReader reader, List<Table> tables, Map<Table, Map<String, ColumnProfile>> profiles) {
    boolean stored = tables.stream().anyMatch(table -> table.kind() == TableKind.TABLE);
    this.reader = reader;
    this.tables =
        tables.stream().filter(table -> !stored || table.kind() == TableKind.TABLE).toList();
    this.profiles = profiles;
  }

  private record Candidate(ForeignKey key, int rank) {}

  /** The keys that are not declared, at most one for a column. */
  List<ForeignKey> infer(List<ForeignKey> declared) {
    List<ForeignKey> inferred = new ArrayList<>();
    for (Table from : tables) {
      for (Column column : from.columns()) {
        boolean known =
            declared.stream()
                .anyMatch(
                    key -> key.from().equals(from.name()) && key.columns().contains(column.name()));
        if (!known) {
          inferred(from, column, inferred).ifPresent(inferred::add);
        }
      }
    }
    return inferred;
  }

  private Optional<ForeignKey> inferred(Table from, Column column, List<ForeignKey> before) {
    List<Candidate> candidates = new ArrayList<>();
    for (Table to : tables) {
      for (Column target : to.columns()) {
        int rank = rank(from, column, to, target);
        if (rank > 0 && fits(from, column, to, target)) {
          ForeignKey key =
              new ForeignKey(
                  from.name(), List.of(column.name()), to.name(), List.of(target.name()), true);
          if (before.stream().noneMatch(known -> isReverse(known, key))) {
            candidates.add(new Candidate(key, rank));
          }
        }
      }
    }
    return candidates.stream()
        .sorted(Comparator.comparingInt(candidate -> -candidate.rank()))
        .filter(this::isContained)
        .map(Candidate::key)
        .findFirst();
  }

  /** How surely the name of a column means another; 0 where it does not. */
  private int rank(Table from, Column column, Table to, Column target) {
    boolean same = from.name().equals(to.name());
    if (same && column.name().equals(target.name())) {
      return 0;
    }
    List<String> name = Words.singulars(Words.ofName(column.name()));
    List<String> key = Words.singulars(Words.ofName(target.name()));
    List<String> entity = entity(to);
    boolean primary = to.primaryKey().equals(List.of(target.name()));
    if (name.isEmpty() || key.isEmpty() || !(primary || isKeyName(key))) {
      return 0;
    }
    boolean named = begins(key, entity);
    boolean keyOfRow = primary || named || key.equals(List.of("id"));
    if (same) {
      boolean own = OWN_ROLES.contains(name.getFirst()) && isKeyName(name);
      boolean reports =
          name.equals(List.of("report", "to")) || name.equals(List.of("reports", "to"));
      return (own || reports) && keyOfRow ? 3 : 0;
    }
    List<String> qualified = new ArrayList<>(entity);
    qualified.addAll(key);
    if (name.equals(qualified) || squeezed(name).equals(squeezed(qualified))) {
      return QUALIFIED;
    }
    if (squeezed(name).equals(squeezed(key)) && !isGeneric(key)) {
      return named ? SAME_NAME : 5;
    }
    if (name.equals(entity) && keyOfRow) {
      return 8;
    }
    if (ends(name, qualified)) {
      return 7;
    }
    if (ends(name, key) && !isGeneric(key) && (primary || named)) {
      return 6;
    }
    // accelerator_id means web_client_accelerator.id where nothing fits better.
    return keyOfRow && name.size() > key.size() && ends(qualified, name) ? 4 : 0;
  }

  private boolean fits(Table from, Column column, Table to, Column target) {
    if (!compatible(column.type().kind(), target.type().kind())) {
      return false;
    }
    boolean primary = to.primaryKey().equals(List.of(target.name()));
    Optional<ColumnProfile> goal = profile(to, target);
    boolean unique = primary || goal.map(ColumnProfile::isUnique).orElse(false);
    if (!unique) {
      return false;
    }
    Optional<ColumnProfile> own = profile(from, column);
    boolean both =
        own.map(ColumnProfile::isUnique).orElse(false)
            && goal.map(ColumnProfile::isUnique).orElse(false);
    // Of two columns that are both unique, the one that is its own table's key is the target.
    List<String> name = Words.singulars(Words.ofName(column.name()));
    boolean ownKey =
        begins(name, entity(from))
            || (from.primaryKey().equals(List.of(column.name()))
                && !begins(Words.singulars(Words.ofName(target.name())), entity(to)));
    return !both || !ownKey || from.name().equals(to.name());
  }

  private boolean isContained(Candidate candidate) {
    ForeignKey key = candidate.key();
    String from = reader.dialect().quote(key.from());
    String column = reader.dialect().quote(key.columns().getFirst());
    String to = reader.dialect().quote(key.to());
    String target = reader.dialect().quote(key.toColumns().getFirst());
    String sql =
        """
        SELECT count(*), count(CASE WHEN looked_at.v IN (SELECT %4$s FROM %3$s) THEN 1 END)
        FROM (SELECT DISTINCT %2$s AS v FROM %1$s WHERE %2$s IS NOT NULL %5$s) AS looked_at
        """
            .formatted(from, column, to, target, reader.dialect().limit(VALUES_LOOKED_AT, 0));
    try {
      List<Object> found = reader.read(sql, PATIENCE).getFirst();
      long all = ((Number) found.get(0)).longValue();
      long there = ((Number) found.get(1)).longValue();
      // Where nothing is stored yet, only a name that leaves no doubt is believed.
      return all == 0 ? candidate.rank() >= SAME_NAME : there >= all - all / 100;
    } catch (AlidadeException cannotTell) {
      return false;
    }
  }

  private Optional<ColumnProfile> profile(Table table, Column column) {
    return Optional.ofNullable(profiles.getOrDefault(table, Map.of()).get(column.name()));
  }

  private static boolean isReverse(ForeignKey known, ForeignKey key) {
    return known.from().equals(key.to())
        && known.to().equals(key.from())
        && known.columns().equals(key.toColumns());
  }

  private static List<String> entity(Table table) {
    List<String> words = Words.singulars(Words.ofName(table.name().table()));
    boolean prefixed = words.size() > 1 && TABLE_PREFIXES.contains(words.getFirst());
    return prefixed ? words.subList(1, words.size()) : words;
  }

  private static boolean isKeyName(List<String> words) {
    String last = words.getLast();
    return KEY_WORDS.contains(last) || (last.length() > 3 && last.endsWith("id"));
  }

  private static boolean isGeneric(List<String> words) {
    return words.size() == 1 && KEY_WORDS.contains(words.getFirst());
  }

  private static boolean ends(List<String> words, List<String> with) {
    return words.size() > with.size()
        && words.subList(words.size() - with.size(), words.size()).equals(with);
  }

  private static boolean begins(List<String> words, List<String> with) {
    return words.size() >= with.size() && words.subList(0, with.size()).equals(with);
  }

  private static String squeezed(List<String> words) {
    return String.join("", words);
  }

  private static boolean compatible(TypeKind left, TypeKind right) {
    return family(left) == family(right);
  }

  private static TypeKind family(TypeKind kind) {
    return kind.isNumeric() ? TypeKind.INTEGER : kind;
  }
}
