// SPDX-License-Identifier: Apache-2.0
/**
 * How tables are kept: rows as bytes in blocks, in memory while they are few, else in one temporary file a table. For
 * the stand-in's own classes only.
 */
package org.scorewalk.standin.core.table;
