// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.live;

import io.tideboard.events.compact.CompactForm;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;

/**
 * The stream's time: when the gateway received what has been read. Not when senders say that things
 * happened: a sender with a wrong clock moves nobody's time.
 */
final class ReceivedAt implements WatermarkGenerator<KeyedEvent> {

  private long latest = Long.MIN_VALUE;

  static long of(KeyedEvent event) {
    return CompactForm.receivedAtMicros(event.value()) / 1_000;
  }

  @Override
  public void onEvent(KeyedEvent event, long receivedAt, WatermarkOutput output) {
    latest = Math.max(latest, receivedAt);
  }

  @Override
  public void onPeriodicEmit(WatermarkOutput output) {
    output.emitWatermark(new Watermark(latest));
  }
}
