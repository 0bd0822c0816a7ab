// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;

import org.junit.jupiter.api.Test;

class BoxReductionTest {

    @Test
    void eachPixelIsTheMeanOfItsSquare() {
        final BufferedImage image = new BufferedImage(7, 6, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 42; i++) {
            image.setRGB(i % 7, i / 7, i % 7 < 3 ? 0xFF0000 : (i % 2 == 0 ? 0x00FF00 : 0x0000FF));
        }

        final BufferedImage small = BoxReduction.reduce(image, 3);

        assertThat(small.getWidth()).isEqualTo(2);
        assertThat(small.getHeight()).isEqualTo(2);
        assertThat(small.getRGB(0, 0) & 0xFFFFFF).isEqualTo(0xFF0000);
        assertThat(small.getRGB(1, 0) >> 16 & 255).isZero();
        assertThat((small.getRGB(1, 0) >> 8 & 255) + (small.getRGB(1, 0) & 255)).isBetween(254, 256);
        assertThat(BoxReduction.reduce(image, 1)).isSameAs(image);
    }

    @Test
    void factorBringsAnImageDownToItsPixels() {
        assertThat(BoxReduction.factor(1000, 1000, 1_000_000)).isEqualTo(1);
        assertThat(BoxReduction.factor(1001, 1000, 1_000_000)).isEqualTo(2);
        assertThat(BoxReduction.factor(32_768, 3000, 4_000_000)).isEqualTo(5);
    }
}
