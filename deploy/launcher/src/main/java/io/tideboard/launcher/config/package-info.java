// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/**
 * The configuration: one file, every key overridable by the environment and by flags, unknown keys
 * and bad values refused by name.
 */
@org.jspecify.annotations.NullMarked
package io.tideboard.launcher.config;
