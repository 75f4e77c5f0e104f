// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.live;

import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;

/** Of a stream that has no time of its own: it never holds back the time of another. */
final class Timeless<T> implements WatermarkGenerator<T> {

  /** Later than every time, but not the end of the stream. */
  private static final Watermark ALWAYS = new Watermark(Long.MAX_VALUE - 1);

  @Override
  public void onEvent(T event, long timestamp, WatermarkOutput output) {}

  @Override
  public void onPeriodicEmit(WatermarkOutput output) {
    output.emitWatermark(ALWAYS);
  }
}
