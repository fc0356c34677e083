package dev.alidade.insight;

import java.util.List;

/** Knows one kind of insight: which tests to make, and what to say of them. */
interface InsightKind {
  /** Every test that it made, whatever came out; none where there is too little to test. */
  List<Finding> tests(Evidence evidence);
}
