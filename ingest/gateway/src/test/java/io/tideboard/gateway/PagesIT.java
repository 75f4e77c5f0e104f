// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PagesIT {

  @RegisterExtension static final Running running = Running.forAll();

  @Test
  void aGatewayWithKafkaIsHealthyAndReady() {
    assertThat(running.get("/healthz").statusCode()).isEqualTo(200);
    assertThat(running.get("/readyz").statusCode()).isEqualTo(200);
  }

  @Test
  void theInterfaceDescribesItself() {
    HttpResponse<String> page = running.get("/openapi.yaml");
    assertThat(page.headers().firstValue("Content-Type")).hasValue("application/yaml");
    assertThat(page.body()).startsWith("openapi: 3.1.0");
  }

  @Test
  void theMetricsShowTheProcessAndTheKafkaClientToo() {
    String page = running.get("/metrics").body();
    assertThat(page)
        .contains("tideboard_gateway_received_total ")
        .contains("tideboard_gateway_rejected_total{reason=\"too_late\"} ")
        .contains("jvm_memory_used_bytes")
        .contains("kafka_producer_record_send_total");
  }

  @Test
  void promtoolFindsNothingWrongWithOurMetrics() throws Exception {
    Process promtool;
    try {
      promtool =
          new ProcessBuilder("promtool", "check", "metrics").redirectErrorStream(true).start();
    } catch (IOException missing) {
      System.err.println("SKIPPED: promtool is not installed, the metrics page is not checked");
      Assumptions.abort("promtool is not installed");
      return;
    }
    try (OutputStream page = promtool.getOutputStream()) {
      page.write(running.get("/metrics").body().getBytes(StandardCharsets.UTF_8));
    }
    String complaints =
        new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    promtool.waitFor();
    assertThat(complaints.lines().filter(line -> line.startsWith("tideboard"))).isEmpty();
    assertThat(complaints).doesNotContain("error while linting");
  }
}
