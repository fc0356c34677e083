package dev.alidade.advice;

import java.util.List;

/** Knows one kind of slip and how it is mended. */
interface Repair {
  /** Other wordings, the likeliest first; none where this slip was not made. */
  List<Proposal> proposals(Site site);
}
