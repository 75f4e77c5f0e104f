// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench;

import org.apache.flink.api.common.functions.MapFunction;

/** Tells the odometer of records behind a source. */
final class FirstRecord<T> implements MapFunction<T, T> {

  @Override
  public T map(T value) {
    Odometer.pass();
    return value;
  }
}
