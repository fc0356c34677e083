package dev.alidade.insight.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each test gives what its publication, or another implementation, gives. */
class StatisticTest {
  /** MannKendall.jl's own test of 1 to 100. */
  @Test
  void mannKendallOfRisingNumbers() {
    MannKendall test = MannKendall.of(IntStream.rangeClosed(1, 100).asDoubleStream().toArray());

    assertThat(test.rank()).isEqualTo(4950);
    assertThat(test.variance()).isEqualTo(112750.0);
    assertThat(test.z()).isCloseTo(14.73869998208331, within(1e-12));
    assertThat(test.tau()).isEqualTo(1);
    assertThat(test.slope()).isEqualTo(1);
  }

  /** Var(S) with a group of t ties is less by t(t-1)(2t+5)/18 (Kendall 1975). */
  @Test
  void mannKendallAllowsForTies() {
    MannKendall test = MannKendall.of(new double[] {1, 2, 2, 3, 3, 3});

    assertThat(test.rank()).isEqualTo(11);
    assertThat(test.variance()).isCloseTo((510 - 2 * 9 - 3 * 2 * 11) / 18.0, within(1e-12));
    assertThat(MannKendall.of(new double[] {5, 5, 5, 5}).pValue()).isEqualTo(1);
  }

  /** Wikipedia's example of IQ and hours of TV: rho = -29/165, p = 0.627188. */
  @Test
  void spearmanOfTenPeople() {
    assertThat(Spearman.pValue(-29 / 165.0, 10)).isCloseTo(0.627188, within(1e-6));
    assertThat(Spearman.pValue(1, 10)).isZero();
  }

  /** Wikipedia's first example, p = 0.021, and the one that SciPy gives 0.01075156114978449 for. */
  @Test
  void welchOfTwoSamples() {
    Tally first =
        tally(
            27.5, 21.0, 19.0, 23.6, 17.0, 17.9, 16.9, 20.1, 21.9, 22.6, 23.1, 19.6, 19.0, 21.7,
            21.4);
    Tally second =
        tally(
            27.1, 22.0, 20.8, 23.4, 23.4, 23.5, 25.8, 22.0, 24.8, 20.2, 21.9, 22.1, 22.9, 20.5,
            24.4);

    assertThat(first.mean()).isCloseTo(20.82, within(0.005));
    assertThat(Differences.ofMeans(first, second)).isCloseTo(0.021, within(0.0005));
    assertThat(Differences.ofMeans(tally(3.0, 4.0, 1.0, 2.1), tally(490.2, 340.0, 433.9)))
        .isCloseTo(0.01075156114978449, within(1e-9));
  }

  /** Two Poisson numbers over equal times: z = (120 - 80) / sqrt(200) = 2.83. */
  @Test
  void countsDifferAsPoissonNumbersDo() {
    double pValue = Differences.ofSums(new Tally(80, 80, 80), new Tally(120, 120, 120), 0.5);

    assertThat(pValue).isCloseTo(Differences.ofNormal(40 / Math.sqrt(200)), within(1e-12));
    assertThat(pValue).isCloseTo(0.00468, within(0.00001));
    assertThat(Differences.ofSums(new Tally(28, 28, 28), new Tally(31, 31, 31), 31 / 59.0))
        .isCloseTo(1, within(1e-9));
  }

  /** The fifteen p-values of Benjamini and Hochberg (1995): four are discoveries at 0.05. */
  @Test
  void benjaminiHochbergOfFifteen() {
    double[] adjusted =
        FalseDiscoveries.adjusted(
            List.of(
                0.4262, 0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459,
                0.3240, 0.5719, 0.6528, 0.7590, 1.0));

    assertThat(adjusted).hasSize(15);
    assertThat(IntStream.range(0, 15).filter(test -> adjusted[test] <= 0.05).boxed().toList())
        .containsExactly(1, 2, 3, 4);
    assertThat(adjusted[4]).isCloseTo(0.0095 * 15 / 4, within(1e-12));
  }

  /** Gini of 1 to 5 is 4/15; of one who has all among n it is (n-1)/n. */
  @Test
  void giniOfKnownShares() {
    assertThat(Shares.gini(new double[] {3, 1, 5, 2, 4})).isCloseTo(4 / 15.0, within(1e-12));
    assertThat(Shares.gini(new double[] {0, 0, 0, 9})).isCloseTo(0.75, within(1e-12));
    assertThat(Shares.gini(new double[] {2, 2, 2})).isZero();
  }

  /** Of a stick broken at random the expected Gini is 1/2: half the draws lie above its median. */
  @Test
  void sharesOfABrokenStick() {
    assertThat(Shares.pValue(0.1, 20)).isEqualTo(1);
    assertThat(Shares.pValue(0.48, 20)).isBetween(0.4, 0.6);
    assertThat(Shares.pValue(0.95, 20)).isEqualTo(1 / 10_000.0);
  }

  /** The data of Iglewicz and Hoaglin (1993): median 2.45, MAD 0.15, so 8.3 lies 26.3 off. */
  @Test
  void theOutlierOfIglewiczAndHoaglin() {
    Outlier outlier = Outlier.of(new double[] {2.1, 2.6, 2.4, 2.5, 2.3, 2.1, 2.3, 2.6, 8.2, 8.3});

    assertThat(outlier.index()).isEqualTo(9);
    assertThat(outlier.z()).isCloseTo(0.67448975 * 5.85 / 0.15, within(1e-6));
    assertThat(outlier.pValue()).isLessThan(0.02);
    assertThat(Outlier.of(new double[] {1, 1, 1, 1, 9}).pValue()).isEqualTo(1);
  }

  /** The furthest of normal numbers is an outlier as often as the p-value says. */
  @Test
  void outliersOfNormalNumbersAreAsRareAsSaid() {
    Random random = new Random(5);
    int found = 0;
    int besideLines = 0;
    for (int draw = 0; draw < 2_000; draw++) {
      double[] values = new double[20];
      Arrays.setAll(values, ignored -> random.nextGaussian());
      found += Outlier.of(values).pValue() <= 0.05 ? 1 : 0;
      besideLines += Outlier.besideLine(values).pValue() <= 0.05 ? 1 : 0;
    }
    assertThat(found).isBetween(60, 140);
    assertThat(besideLines).isBetween(60, 140);
  }

  private static Tally tally(double... values) {
    double sum = 0;
    double squares = 0;
    for (double value : values) {
      sum += value;
      squares += value * value;
    }
    return new Tally(values.length, sum, squares);
  }
}
