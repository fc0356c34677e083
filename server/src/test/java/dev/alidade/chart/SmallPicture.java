package dev.alidade.chart;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * A picture in its 256 most frequent colours, which is all that a chart needs and half as large.
 */
final class SmallPicture {
  private static final int COLORS = 256;
  private static final int CHANNEL = 0xff;

  private SmallPicture() {}

  static byte[] of(byte[] png) throws IOException {
    BufferedImage all = ImageIO.read(new ByteArrayInputStream(png));
    int[] pixels = all.getRGB(0, 0, all.getWidth(), all.getHeight(), null, 0, all.getWidth());
    Map<Integer, Integer> counts = new HashMap<>();
    for (int pixel : pixels) {
      counts.merge(pixel, 1, Integer::sum);
    }
    List<Integer> palette =
        counts.entrySet().stream()
            .sorted(
                Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(COLORS)
            .map(Map.Entry::getKey)
            .toList();
    int[] colors = palette.stream().mapToInt(Integer::intValue).toArray();
    IndexColorModel model =
        new IndexColorModel(8, colors.length, colors, 0, false, -1, DataBuffer.TYPE_BYTE);
    BufferedImage small =
        new BufferedImage(all.getWidth(), all.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
    Map<Integer, Integer> nearest = new HashMap<>();
    for (int at = 0; at < pixels.length; at++) {
      int index = nearest.computeIfAbsent(pixels[at], pixel -> nearest(pixel, colors));
      small.getRaster().setSample(at % all.getWidth(), at / all.getWidth(), 0, index);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(small, "png", out);
    return out.toByteArray();
  }

  private static int nearest(int pixel, int[] colors) {
    int best = 0;
    int least = Integer.MAX_VALUE;
    for (int at = 0; at < colors.length; at++) {
      int distance = distance(pixel, colors[at]);
      if (distance < least) {
        least = distance;
        best = at;
      }
    }
    return best;
  }

  private static int distance(int one, int other) {
    int sum = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      int apart = ((one >> shift) & CHANNEL) - ((other >> shift) & CHANNEL);
      sum += apart * apart;
    }
    return sum;
  }
}
