// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/** YAML files read strictly: unknown keys and bad values fail with their place. */
@org.jspecify.annotations.NullMarked
package io.tideboard.traffic.yaml;
