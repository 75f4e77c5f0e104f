// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/** The parts of Tideboard put together in this JVM, started in the right order and closed again. */
@org.jspecify.annotations.NullMarked
package io.tideboard.launcher.run;
