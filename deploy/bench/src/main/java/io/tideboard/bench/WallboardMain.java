// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench;

import io.tideboard.wallboard.Wallboard;
import io.tideboard.wallboard.WallboardSettings;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;

/**
 * A wallboard alone. Tells its port, then for every line of its input the bytes of memory that it
 * holds after a collection: heap, and buffers beside it. Ends with its input.
 */
final class WallboardMain {

  private WallboardMain() {}

  public static void main(String[] args) throws Exception {
    try (Wallboard wallboard = Wallboard.start(WallboardSettings.of(args[0]).onPort(0))) {
      System.out.println(wallboard.port());
      BufferedReader orders =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      while (orders.readLine() != null) {
        System.gc();
        System.out.println(held());
      }
    }
  }

  private static long held() {
    long beside =
        ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
            .mapToLong(BufferPoolMXBean::getMemoryUsed)
            .sum();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() + beside;
  }
}
