package dev.alidade.engine.postgres.gate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.Nearest;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Judges the functions, operators and types that a statement names. */
final class Names {
  private static final String SYSTEM = "pg_catalog";
  private static final Set<String> HARMLESS_VALUES =
      Set.of("DATE", "TIME", "TIME_N", "TIMESTAMP", "TIMESTAMP_N");

  private final Findings findings;
  private final Set<String> listed;
  private final KnownFunctions known;

  /** {@code listed} functions are allowed too. */
  Names(Findings findings, Set<String> listed, KnownFunctions known) {
    this.findings = findings;
    this.listed = listed;
    this.known = known;
  }

  void function(JsonNode call) {
    List<String> parts = Tree.name(call.path("funcname"));
    String name = parts.getLast();
    String written = String.join(".", parts);
    boolean builtIn = parts.size() == 1 || (parts.size() == 2 && parts.getFirst().equals(SYSTEM));
    findings.function(builtIn ? name : written);
    if ((builtIn && AllowedNames.FUNCTIONS.contains(name)) || listed.contains(written)) {
      return;
    }
    if (parts.size() == 1 && !known.exists(name)) {
      findings.refuse(
          ErrorCode.FUNCTION_NOT_FOUND,
          "No function `%s`%s".formatted(written, Nearest.hint(name, AllowedNames.FUNCTIONS)),
          Tree.place(call));
      return;
    }
    deny(written, Tree.place(call));
  }

  /** A dot behind a table's name reaches a column, or else calls a function with the whole row. */
  void column(String name, int at) {
    if (mayBeCalled(name) && known.ofRows().contains(name)) {
      deny(name, at);
    }
  }

  /** A dot behind any other value reaches a field, or else calls a function with the value. */
  void fields(JsonNode indirection, int at) {
    for (String name : Tree.name(indirection)) {
      if (!name.isEmpty() && mayBeCalled(name) && known.exists(name)) {
        deny(name, at);
      }
    }
  }

  private boolean mayBeCalled(String name) {
    return !AllowedNames.FUNCTIONS.contains(name)
        && !AllowedNames.TYPES.contains(name)
        && !listed.contains(name);
  }

  private void deny(String function, int at) {
    findings.refuse(
        ErrorCode.FUNCTION_DENIED,
        "The function `%s` is not among those that compute on their arguments only; leave it out, or have it listed in the `functions` of the source if it is one of your own"
            .formatted(function),
        at);
  }

  void operator(JsonNode name, JsonNode node) {
    List<String> parts = Tree.name(name);
    if (parts.isEmpty() || isWord(parts)) {
      return;
    }
    boolean builtIn = parts.size() == 1 || (parts.size() == 2 && parts.getFirst().equals(SYSTEM));
    if (!builtIn || !AllowedNames.OPERATORS.contains(parts.getLast())) {
      findings.refuse(
          ErrorCode.FUNCTION_DENIED,
          "The operator `%s` is not one of PostgreSQL's own; call a listed function instead"
              .formatted(String.join(".", parts)),
          Tree.place(node));
    }
  }

  void type(JsonNode type) {
    List<String> parts = Tree.name(type.path("names"));
    String name = parts.getLast();
    boolean ownSchema =
        parts.size() > 1
            && !parts.get(parts.size() - 2).startsWith("pg_")
            && !parts.get(parts.size() - 2).equals("information_schema");
    if (ownSchema || AllowedNames.TYPES.contains(name)) {
      return;
    }
    boolean system =
        parts.size() > 1
            || AllowedNames.HIDDEN_TYPES.contains(name)
            || name.startsWith("reg")
            || name.startsWith("pg_")
            || name.startsWith("_");
    if (system) {
      findings.refuse(
          ErrorCode.FUNCTION_DENIED,
          "The type `%s` belongs to the server's inside and looks its names up; cast to a type of values"
              .formatted(name),
          Tree.place(type));
    }
  }

  void sampling(JsonNode sample) {
    List<String> method = Tree.name(sample.path("method"));
    if (!AllowedNames.SAMPLING.contains(method.getLast()) || method.size() > 1) {
      findings.refuse(
          ErrorCode.FUNCTION_DENIED,
          "The sampling method `%s` is not known; BERNOULLI and SYSTEM are"
              .formatted(String.join(".", method)),
          Tree.place(sample));
    }
  }

  /** The functions that SQL writes without parentheses. */
  void value(JsonNode value) {
    String operation = Tree.text(value, "op").replaceFirst("^SVFOP_(CURRENT_|LOCAL)?", "");
    String name = Tree.text(value, "op").replaceFirst("^SVFOP_", "").toLowerCase(Locale.ROOT);
    findings.function(name.replaceFirst("_n$", ""));
    if (!HARMLESS_VALUES.contains(operation)) {
      findings.refuse(
          ErrorCode.FUNCTION_DENIED,
          "`%s` tells the account that the source is read with, not who you are; leave it out"
              .formatted(name),
          Tree.place(value));
    }
  }

  // BETWEEN and its kin stand where an operator's name does.
  private static boolean isWord(List<String> parts) {
    return parts.size() == 1
        && parts
            .getFirst()
            .chars()
            .allMatch(letter -> Character.isUpperCase(letter) || letter == ' ');
  }
}
