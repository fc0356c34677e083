package dev.alidade.redteam;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Literals, comments and operators that one parser reads otherwise than another, before a payload.
 */
record Misreadings(Surroundings around) implements Corpus {
  /** What ends early, or late, for a reader who is wrong about it. */
  private static final List<String> CONFUSIONS =
      List.of(
          "'a\\' {P} -- '",
          "E'a\\' {P} -- '",
          "e'\\\\' {P} -- '",
          "E'\\047 {P} --'",
          "'a\\\\' {P} --",
          "'a''\\' {P} -- '",
          "\"a\\\" {P} -- \"",
          "\"a\" {P}",
          "`a\\` {P} -- `",
          "$$a$$ {P}",
          "$a$ $$ $a$ {P}",
          "$a$'$a$ {P} --'",
          "U&'a\\0027 {P} --'",
          "U&'!0027 {P} --' UESCAPE '!'",
          "N'a' {P}",
          "n'a\\' {P} --'",
          "_utf8'a\\' {P} --'",
          "_latin1'a' {P}",
          "_gbk'\u00bf\\' {P} --'",
          "X'61' {P}",
          "0x61 {P}",
          "b'1' {P}",
          "q'[a]' {P}",
          "'a' 'b' {P}",
          "'a'\n'b' {P}",
          "'a' -- x\n'b' {P}",
          "1 // 1 {P}",
          "1 --1 {P}",
          "1 --\t{P}",
          "1 -- x\r{P}",
          "1 -- x\u2028{P}",
          "1 -- x\u0085{P}",
          "1 -- x\u000b{P}",
          "1 #{P}",
          "1 # x\n{P}",
          "1 /* */ {P}",
          "1 /* /* */ {P} -- */",
          "1 /* /* */ */ {P}",
          "1 /*/ {P} /*/",
          "1 /**/{P}/**/",
          "1 /*! {P} */",
          "1 /*!50000 {P} */",
          "1 /*!99999 {P} */",
          "1 /*M! {P} */",
          "1 /*M!100000 {P} */",
          "1 /*+ x */ {P}",
          "1 /*!/* {P} */",
          "{fn abs(1)} {P}",
          "{d '2020-01-01'} {P}",
          "1::DOUBLE {P}",
          "1.{P}",
          "1e{P}",
          "1_000 {P}",
          "1;{P}",
          "1 \\g {P}",
          "1\u0000 {P}",
          "1 \u00a0{P}",
          "1 \u200b{P}",
          "1 \ufeff{P}",
          "1\u3000{P}",
          "'\u2019 {P} --'",
          "'\u02bc {P} --'",
          "'\uff07 {P} --'",
          "(1) {P}",
          "((1)) {P}",
          "NULL {P}",
          "@a {P}",
          "@@version {P}",
          ":a {P}",
          "? {P}",
          "$1 {P}",
          "1 IS TRUE {P}",
          "1 COLLATE nocase {P}",
          "INTERVAL '1' DAY {P}",
          "TIMESTAMP '2020-01-01 00:00:00' {P}",
          "IF(1,1,1) {P}",
          "1 AND 1 {P}",
          "1 OR 1 {P}",
          "1 DIV 1 {P}",
          "1 ~ 1 {P}",
          "a -> a {P}",
          "[1] {P}",
          "{'a': 1} {P}",
          "ARRAY[1] {P}",
          "MAP {'a': 1} {P}",
          "'a' ESCAPE '\\' {P}",
          "'%' LIKE '\\' {P} -- '");

  private static final List<String> PAYLOADS =
      List.of(
          "UNION ALL SELECT employee FROM payroll",
          "UNION SELECT secret_note FROM customers",
          "UNION SELECT name FROM everyone",
          "EXCEPT SELECT employee FROM payroll",
          "OR id IN (SELECT id FROM payroll)",
          "FROM payroll",
          ", secret_note FROM customers",
          ", (SELECT max(employee) FROM payroll) FROM orders",
          "; DELETE FROM orders",
          "; SELECT employee FROM payroll",
          "INTO OUTFILE 'stolen'",
          "OR region = 'east'",
          ") OR 1 = 1 OR (1 = 1");

  private static final List<String> CARRIERS =
      List.of(
          "SELECT name FROM customers WHERE name = {X}",
          "SELECT {X}",
          "SELECT name, {X} FROM customers",
          "SELECT name FROM customers WHERE id = 3 AND name <> {X}",
          "SELECT name FROM customers ORDER BY {X}",
          "SELECT name FROM customers WHERE name IN ({X})",
          "WITH x AS (SELECT {X}) SELECT * FROM x");

  @Override
  public String name() {
    return "misread literals and comments";
  }

  @Override
  public Stream<String> statements(Random random) {
    List<String> all = new ArrayList<>();
    for (String carrier : CARRIERS) {
      for (String confusion : CONFUSIONS) {
        for (String payload : PAYLOADS) {
          all.add(carrier.replace("{X}", confusion.replace("{P}", payload)));
        }
      }
    }
    return Corpus.shuffled(all.stream(), random);
  }
}
