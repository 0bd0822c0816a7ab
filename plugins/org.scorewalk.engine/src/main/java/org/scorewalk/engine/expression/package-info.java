// SPDX-License-Identifier: Apache-2.0
/**
 * Densities that a user types: text becomes a tree ({@link org.scorewalk.engine.expression.Parser}), the tree a graph
 * ({@link org.scorewalk.engine.expression.Graph}), the graph is differentiated exactly and compiled to a program that
 * computes whole blocks of particles. Text is never run as code of another language.
 */
package org.scorewalk.engine.expression;
