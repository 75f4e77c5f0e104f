// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.run;

import io.tideboard.core.backtest.DemandSeries;
import io.tideboard.core.forecast.DemandModel;
import io.tideboard.core.forecast.DemandTerms;
import io.tideboard.flink.forecast.KnownDemand;
import io.tideboard.launcher.config.TideboardConfig;
import io.tideboard.traffic.history.HistoryFile;
import io.tideboard.traffic.history.HistoryRow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the forecasts of a new installation begin with. */
public final class WarmStart {

  private WarmStart() {}

  /**
   * What the configured history says; nothing where none is configured.
   *
   * @throws io.tideboard.traffic.BadFile when it cannot be used
   */
  public static List<KnownDemand> configured(TideboardConfig config) {
    Path file = config.job().history();
    return file == null
        ? List.of()
        : of(
            file.toString(),
            HistoryFile.read(file, config.queues().defaults().definition().timeZone()),
            config);
  }

  /**
   * What rows of past intervals say, by the days and intervals of each queue.
   *
   * @param file for messages
   */
  public static List<KnownDemand> of(String file, List<HistoryRow> rows, TideboardConfig config) {
    Map<String, List<HistoryRow>> byQueue =
        rows.stream()
            .collect(Collectors.groupingBy(HistoryRow::queue, TreeMap::new, Collectors.toList()));
    List<KnownDemand> known = new ArrayList<>();
    byQueue.forEach(
        (queue, its) -> {
          DemandTerms terms = DemandTerms.of(config.queues().catalog().of(queue));
          for (DemandSeries series : HistorySeries.of(file, its, terms)) {
            DemandModel model = new DemandModel();
            series.actuals().values().forEach(actual -> model.tell(terms, actual));
            known.add(new KnownDemand(series.key().wire(), model.toBytes()));
          }
        });
    return known;
  }
}
