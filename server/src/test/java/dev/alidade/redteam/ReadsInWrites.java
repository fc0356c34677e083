package dev.alidade.redteam;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** The hostile reads of the other corpora, each inside of a write that would be allowed. */
record ReadsInWrites(List<Corpus> reads) implements Corpus {
  private static final List<String> CARRIERS =
      List.of(
          "INSERT INTO products (title) {Q}",
          "INSERT INTO products (id, title) VALUES (1001, ({Q}))",
          "INSERT INTO products (id, title) SELECT id + 1000, ({Q}) FROM products",
          "UPDATE products SET title = ({Q})",
          "UPDATE products SET title = title WHERE title IN ({Q})",
          "UPDATE products SET title = (SELECT max(x.a) FROM ({Q}) AS x(a))",
          "DELETE FROM products WHERE id = ({Q})",
          "DELETE FROM products WHERE EXISTS ({Q})");

  private static final int EACH = 20_000;

  ReadsInWrites {
    reads = List.copyOf(reads);
  }

  @Override
  public String name() {
    return "reads inside of writes";
  }

  @Override
  public Stream<String> statements(Random random) {
    return Corpus.shuffled(
        reads.stream()
            .flatMap(corpus -> corpus.statements(random).limit(EACH))
            .map(sql -> inside(sql, random)),
        random);
  }

  private static String inside(String sql, Random random) {
    return CARRIERS.get(random.nextInt(CARRIERS.size())).replace("{Q}", sql);
  }
}
