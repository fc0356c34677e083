package dev.alidade.admission;

/** A turn that somebody has, since a moment in seconds. */
record Use(Wish wish, double since) {
  /**
   * The seconds that it will still last; what lasts longer than expected will do so as long again.
   */
  double remaining(double now) {
    double used = now - since;
    return used < wish.expected() ? wish.expected() - used : used;
  }
}
