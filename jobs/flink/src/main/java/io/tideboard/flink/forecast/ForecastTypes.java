// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.forecast;

import io.tideboard.core.planning.ForecastBook;
import io.tideboard.flink.state.CoreType;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** What travels between the operators of forecasts or stays in their state. */
public final class ForecastTypes {

  public static final TypeInformation<DemandNews> DEMAND_NEWS =
      new CoreType<>(DemandNews.class, DemandNewsSerializer.INSTANCE);
  static final TypeInformation<ForecastBook> FORECAST_BOOK =
      new CoreType<>(ForecastBook.class, ForecastBookSerializer.INSTANCE);

  private ForecastTypes() {}
}
