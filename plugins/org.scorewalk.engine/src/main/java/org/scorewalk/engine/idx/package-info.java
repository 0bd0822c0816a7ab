// SPDX-License-Identifier: Apache-2.0
/**
 * IDX, the file format of the MNIST family of image data sets, and fast PNG for many small images.
 */
package org.scorewalk.engine.idx;
