package dev.alidade.policy;

import dev.alidade.base.Caller;
import dev.alidade.base.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A word for what a caller sees of a source: the same in every process and on every day. */
final class Fingerprint {
  private final MessageDigest digest = Sha256.begin();

  private Fingerprint() {}

  /** {@code general} is what holds besides the roles and the policies on the source. */
  static String of(
      String source,
      Caller caller,
      List<String> general,
      Collection<Role> roles,
      Collection<TablePolicy> policies) {
    Fingerprint word = new Fingerprint();
    word.add(source);
    word.add(caller.name());
    word.add(new TreeMap<>(caller.attributes()).toString());
    word.add(general.toString());
    word.add(roles.stream().map(role -> text(role, source)).sorted().toList().toString());
    word.add(policies.stream().map(Fingerprint::text).sorted().toList().toString());
    return HexFormat.of().formatHex(word.digest.digest());
  }

  /** With its length, so that no two lists of texts look alike. */
  private void add(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
    digest.update(bytes);
  }

  /** What a role says of what is seen; what may be called and how much is another matter. */
  private static String text(Role role, String source) {
    Map<String, Set<String>> columns = new TreeMap<>();
    role.columns().forEach((table, names) -> columns.put(table, new TreeSet<>(names)));
    return List.of(
            role.grantsSource(source),
            role.tables().map(TreeSet::new).map(Object::toString).orElse("all"),
            columns,
            new TreeSet<>(role.deny().tables()),
            new TreeSet<>(role.deny().columns()),
            role.restraints().contains(Restraint.APPROVED_QUERIES_ONLY))
        .toString();
  }

  private static String text(TablePolicy policy) {
    return List.of(
            policy.table(), policy.rows().map(RowFilter::condition).orElse(""), policy.masks())
        .toString();
  }
}
