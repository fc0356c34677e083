package dev.alidade.query;

import dev.alidade.engine.Batch;
import dev.alidade.engine.ResultStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Gathers rows as JSON carries them, up to a number of rows and of characters. */
final class PageBuilder {
  private final int width;
  private final long mostRows;
  private final long mostCharacters;
  private final List<List<Object>> rows = new ArrayList<>();
  private long characters;

  /** The rows of {@code batch} from {@code from} on, and what the stream still holds. */
  record Rest(Batch batch, int from) {}

  PageBuilder(int width, long mostRows, long mostCharacters) {
    this.width = width;
    this.mostRows = mostRows;
    this.mostCharacters = mostCharacters;
  }

  private boolean isFull() {
    return rows.size() >= mostRows || characters > mostCharacters;
  }

  /** Takes rows while they fit; gives what did not. */
  Optional<Rest> fill(ResultStream stream) {
    for (Optional<Batch> batch = stream.next(); batch.isPresent(); batch = stream.next()) {
      int row = 0;
      while (row < batch.get().rows() && !isFull()) {
        add(batch.get(), row++, new ArrayList<>(width));
      }
      if (row < batch.get().rows()) {
        return Optional.of(new Rest(batch.get(), row));
      }
    }
    return Optional.empty();
  }

  List<List<Object>> rows() {
    return rows;
  }

  private void add(Batch batch, int row, List<Object> cells) {
    for (int column = 0; column < width; column++) {
      Object cell = Cells.toJson(batch.value(column, row));
      characters += cell instanceof String text ? text.length() + 8 : 8;
      cells.add(cell);
    }
    rows.add(Collections.unmodifiableList(cells));
  }
}
