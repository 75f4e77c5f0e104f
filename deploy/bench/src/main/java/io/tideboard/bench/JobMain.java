// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tideboard.flink.EmbeddedFlink;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** The live job in a process of its own; {@link JobProcess} starts it. */
final class JobMain {

  private JobMain() {}

  /** Carries out orders from standard input, and writes what each came to. */
  public static void main(String[] args) throws Exception {
    ObjectMapper json = new ObjectMapper();
    try (BufferedReader orders =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        EmbeddedFlink flink = EmbeddedFlink.start(Integer.parseInt(args[0]))) {
      for (String line = orders.readLine(); line != null; line = orders.readLine()) {
        JobOrder order = json.readValue(line, JobOrder.class);
        JobBench job = new JobBench(flink, order.bootstrapServers(), order.parallelism());
        Trip trip =
            Odometer.measure(
                () -> job.live(order.patient() ? Promises.PATIENT : Promises.OF_A_CENTER),
                order.events());
        System.out.println(json.writeValueAsString(trip));
      }
    }
  }
}
