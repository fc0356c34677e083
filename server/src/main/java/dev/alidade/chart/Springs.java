package dev.alidade.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Places of linked nodes: all push each other away, links pull; the same links, the same places.
 */
final class Springs {
  private static final int STEPS = 120;
  private static final double COOLING = 0.97;

  private final double[] x;
  private final double[] y;
  private final Links links;
  private final double ideal;

  private Springs(Links links) {
    int count = links.nodes().size();
    this.links = links;
    x = new double[count];
    y = new double[count];
    ideal = count == 0 ? 1 : Math.sqrt(4.0 / count);
    for (int node = 0; node < count; node++) {
      x[node] = Math.cos(2 * Math.PI * node / count);
      y[node] = Math.sin(2 * Math.PI * node / count);
    }
  }

  /** Where nodes came to rest. */
  record Places(List<Object> xs, List<Object> ys) {
    Object x(int node) {
      return xs.get(node);
    }

    Object y(int node) {
      return ys.get(node);
    }
  }

  static Places settle(Links links) {
    Springs springs = new Springs(links);
    double heat = 0.2;
    for (int step = 0; step < STEPS; step++) {
      springs.move(heat);
      heat *= COOLING;
    }
    return new Places(rounded(springs.x), rounded(springs.y));
  }

  private void move(double heat) {
    double[] forceX = new double[x.length];
    double[] forceY = new double[x.length];
    for (int one = 0; one < x.length; one++) {
      for (int other = 0; other < x.length; other++) {
        if (one != other) {
          double away = ideal * ideal / distance(one, other);
          push(forceX, forceY, one, other, away);
        }
      }
    }
    for (int link = 0; link < links.sources().size(); link++) {
      int from = links.sources().get(link);
      int to = links.targets().get(link);
      if (from != to) {
        double pull = -distance(from, to) * distance(from, to) / ideal;
        push(forceX, forceY, from, to, pull);
        push(forceX, forceY, to, from, pull);
      }
    }
    for (int node = 0; node < x.length; node++) {
      double force = Math.max(Math.hypot(forceX[node], forceY[node]), 1e-9);
      x[node] += forceX[node] / force * Math.min(force, heat);
      y[node] += forceY[node] / force * Math.min(force, heat);
    }
  }

  private void push(double[] forceX, double[] forceY, int one, int other, double force) {
    double far = distance(one, other);
    forceX[one] += (x[one] - x[other]) / far * force;
    forceY[one] += (y[one] - y[other]) / far * force;
  }

  private double distance(int one, int other) {
    return Math.max(Math.hypot(x[one] - x[other], y[one] - y[other]), 1e-6);
  }

  private static List<Object> rounded(double[] places) {
    List<Object> rounded = new ArrayList<>();
    for (double place : places) {
      rounded.add(Math.round(place * 1000) / 1000.0);
    }
    return rounded;
  }
}
