// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/**
 * From plain JSON to the compact form in one step, for events of the usual shape: no strings, no
 * event between the two. Whatever is unusual is left to {@link io.tideboard.events.json}, which
 * knows everything, and alone refuses.
 */
@org.jspecify.annotations.NullMarked
package io.tideboard.events.direct;
