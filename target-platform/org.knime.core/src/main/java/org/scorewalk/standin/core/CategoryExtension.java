// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.standin.core;

/**
 * A category of nodes that a {@code plugin.xml} registers.
 *
 * @param path the category that holds it
 * @param levelId its id in that category
 * @param name its name for people
 * @param description what its nodes are for
 */
public record CategoryExtension(String path, String levelId, String name, String description) {
}
