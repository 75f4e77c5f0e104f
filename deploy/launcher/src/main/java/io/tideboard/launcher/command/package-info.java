// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/** One class a command: its flags, and what it does with the parts. */
@org.jspecify.annotations.NullMarked
package io.tideboard.launcher.command;
