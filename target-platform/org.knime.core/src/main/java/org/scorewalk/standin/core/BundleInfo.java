// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.standin.core;

/**
 * The bundle that an extension comes from.
 *
 * @param name the name for people
 * @param symbolicName the name for machines
 * @param vendor who made it
 * @param version its version, with qualifier
 */
public record BundleInfo(String name, String symbolicName, String vendor, String version) {
}
