// SPDX-License-Identifier: Apache-2.0
/** Raster images in and out: PNG files, animated GIF files, palettes and grids of images. Headless, no windows. */
package org.scorewalk.engine.image;
