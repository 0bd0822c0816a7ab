// SPDX-License-Identifier: Apache-2.0
/**
 * Stand-ins for the few nodes of KNIME itself that workflows around ours start from. They read the settings that KNIME
 * writes and give the tables that KNIME gives; what they do not know, the host refuses by name. Never shipped.
 */
package org.scorewalk.host.foreign;
