// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/** What every module's tests are written with: scenes, histories, their disorders, an engine. */
@org.jspecify.annotations.NullMarked
package io.tideboard.testkit;
