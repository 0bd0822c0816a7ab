// SPDX-License-Identifier: Apache-2.0
/**
 * The file form of trained models: a small JSON document and raw arrays, safe to open from a stranger.
 */
package org.scorewalk.engine.model;
