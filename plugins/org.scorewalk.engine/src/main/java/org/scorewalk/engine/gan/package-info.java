// SPDX-License-Identifier: Apache-2.0
/**
 * Generative adversarial networks (Goodfellow et al. 2014) of dense layers, for small images and for tables:
 * {@link org.scorewalk.engine.gan.GanTrainer} makes a {@link org.scorewalk.engine.gan.GanModel} of
 * {@link org.scorewalk.engine.gan.GanData}.
 */
package org.scorewalk.engine.gan;
