// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.alerts;

import io.tideboard.core.alerts.AlertEpisode;
import java.io.Serializable;
import java.util.List;

/**
 * What has been told of alerts before this start of the job. The state may be of before it was
 * told, or lost: without this an episode that is open would be told once more, under another id.
 */
public interface ToldEpisodes extends Serializable {

  /** Nothing was. */
  ToldEpisodes NONE = List::of;

  /** The latest of each episode that is open, or was lately, in any order. */
  List<AlertEpisode> latest();
}
