package dev.alidade.engine.mysql.gate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The tokens that a text must have once pieces of it are replaced. */
final class Pieces {
  private final List<MySqlToken> tokens;
  private final List<Piece> pieces = new ArrayList<>();

  private record Piece(int start, int end, List<MySqlToken> tokens) {}

  Pieces(List<MySqlToken> tokens) {
    this.tokens = tokens;
  }

  void replace(int start, int end, String text) {
    List<MySqlToken> replacing = MySqlTokens.of(text);
    pieces.add(new Piece(start, end, replacing.subList(0, replacing.size() - 1)));
  }

  /** Whether these are the tokens, wherever they stand. */
  boolean are(List<MySqlToken> others) {
    return texts(expected()).equals(texts(others));
  }

  private List<MySqlToken> expected() {
    List<Piece> left = new ArrayList<>(pieces);
    left.sort(Comparator.comparingInt(Piece::start).thenComparingInt(Piece::end));
    List<MySqlToken> result = new ArrayList<>();
    int covered = 0;
    for (MySqlToken token : tokens) {
      while (!left.isEmpty() && left.getFirst().start() <= token.start()) {
        Piece piece = left.removeFirst();
        result.addAll(piece.tokens());
        covered = Math.max(covered, piece.end());
      }
      if (token.start() >= covered) {
        result.add(token);
      }
    }
    return result;
  }

  private static List<String> texts(List<MySqlToken> tokens) {
    return tokens.stream().map(token -> token.kind() + " " + token.text()).toList();
  }
}
