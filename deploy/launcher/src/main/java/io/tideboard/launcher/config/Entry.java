// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.config;

/**
 * What somebody wrote for one key.
 *
 * @param value as written
 * @param origin where: a file and line, an environment variable or a flag
 */
record Entry(Key key, String value, String origin) {}
