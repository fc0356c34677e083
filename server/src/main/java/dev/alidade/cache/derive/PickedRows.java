package dev.alidade.cache.derive;

import dev.alidade.engine.Batch;

/** Some rows of a batch, in their order. */
final class PickedRows implements Batch {
  private final Batch whole;
  private final int[] picked;

  PickedRows(Batch whole, int[] picked) {
    this.whole = whole;
    this.picked = picked;
  }

  @Override
  public int rows() {
    return picked.length;
  }

  @Override
  public Object value(int column, int row) {
    return whole.value(column, picked[row]);
  }

  @Override
  public boolean isNull(int column, int row) {
    return whole.isNull(column, picked[row]);
  }
}
