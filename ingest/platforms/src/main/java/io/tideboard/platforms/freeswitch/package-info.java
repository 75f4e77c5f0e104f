// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/** FreeSWITCH's mod_callcenter, by its event socket. */
@org.jspecify.annotations.NullMarked
package io.tideboard.platforms.freeswitch;
