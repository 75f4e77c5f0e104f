// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.alerts;

import io.tideboard.core.alerts.Reading;
import io.tideboard.flink.state.CoreType;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** What travels between the operators of alerts. */
final class AlertTypes {

  static final TypeInformation<Reading> READING =
      new CoreType<>(Reading.class, ReadingSerializer.INSTANCE);

  private AlertTypes() {}
}
