// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway;

import io.tideboard.gateway.access.AccessSettings;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * The file in which the sources stand, with their keys, hooks and quotas. A gateway that runs takes
 * them anew when it changes; connections that it opens itself it takes at its start only.
 *
 * @param read reads it; throws IllegalArgumentException when what stands there is no good
 */
public record SourcesFile(Path file, Supplier<AccessSettings> read) {}
