package dev.alidade.product;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** A folder of CSV files like a small shop would export. */
final class ShopFiles {
  static final int CUSTOMERS = 500;
  static final int ORDERS = 4_000;
  static final String SOURCE = "files";
  private static final String[] REGIONS = {"north", "south", "east", "west"};

  private ShopFiles() {}

  static Path write() {
    Path folder = Launcher.temporaryFolder("data");
    try (BufferedWriter customers = Files.newBufferedWriter(folder.resolve("customers.csv"));
        BufferedWriter orders = Files.newBufferedWriter(folder.resolve("orders.csv"))) {
      customers.write("customer_id,name,region,since\n");
      for (int id = 1; id <= CUSTOMERS; id++) {
        customers.write(
            "%d,\"Customer, \"\"No. %d\"\"\",%s,%s\n"
                .formatted(
                    id, id, REGIONS[id % REGIONS.length], LocalDate.of(2020, 1, 1).plusDays(id)));
      }
      orders.write("order_id,customer_id,amount,ordered_at,note\n");
      for (int id = 1; id <= ORDERS; id++) {
        orders.write(
            "%d,%d,%d.%02d,%sT10:00:00,%s\n"
                .formatted(
                    id,
                    id % CUSTOMERS + 1,
                    id % 97,
                    id % 100,
                    LocalDate.of(2024, 1, 1).plusDays(id % 365),
                    id % 3 == 0 ? "größer" : ""));
      }
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
    return folder;
  }
}
