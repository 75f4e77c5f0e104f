// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.forecast;

import java.io.Serializable;

/**
 * What is known of the demand of a queue and channel from before the first event.
 *
 * @param key queue/channel
 * @param model a {@link io.tideboard.core.forecast.DemandModel} as bytes
 */
public record KnownDemand(String key, byte[] model) implements Serializable {}
