// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;

import org.junit.jupiter.api.Test;
import org.scorewalk.engine.InputException;

class ImageGridTest {

    private static final int WHITE = 0xFFFFFF;

    @Test
    void imagesStandInRowsWithGaps() {
        final ImageGrid grid = new ImageGrid(new ImageGrid.Style(2, 3, 2, 4, "", false), 5, 7);
        for (int i = 0; i < 6; i++) {
            grid.add(plain(5, 7, 0x010101 * (40 * i)), "");
        }

        assertThat(grid.isFull()).isTrue();
        final BufferedImage sheet = grid.finish();
        assertThat(sheet.getWidth()).isEqualTo(3 * 10 + 4 * 4);
        assertThat(sheet.getHeight()).isEqualTo(2 * 14 + 3 * 4);
        for (int i = 0; i < 6; i++) {
            final int x = 4 + i % 3 * 14;
            final int y = 4 + i / 3 * 18;
            final int rgb = 0x010101 * (40 * i);
            assertThat(at(sheet, x, y)).isEqualTo(rgb);
            assertThat(at(sheet, x + 9, y + 13)).isEqualTo(rgb);
            assertThat(at(sheet, x - 1, y)).isEqualTo(WHITE);
            assertThat(at(sheet, x, y + 14)).isEqualTo(WHITE);
        }
    }

    @Test
    void enlargedPixelsStaySquares() {
        final BufferedImage two = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_GRAY);
        two.setRGB(1, 0, WHITE);
        final ImageGrid grid = new ImageGrid(new ImageGrid.Style(1, 1, 10, 0, "", false), 2, 1);

        grid.add(two, "");

        final BufferedImage sheet = grid.finish();
        assertThat(at(sheet, 9, 5)).isZero();
        assertThat(at(sheet, 10, 5)).isEqualTo(WHITE);
    }

    @Test
    void smallerImagesAreCentredInTheirCell() {
        final ImageGrid grid = new ImageGrid(new ImageGrid.Style(1, 1, 1, 0, "", false), 10, 10);

        grid.add(plain(4, 2, 0), "");

        final BufferedImage sheet = grid.finish();
        assertThat(at(sheet, 3, 4)).isZero();
        assertThat(at(sheet, 6, 5)).isZero();
        assertThat(at(sheet, 2, 4)).isEqualTo(WHITE);
        assertThat(at(sheet, 3, 3)).isEqualTo(WHITE);
        assertThat(at(sheet, 7, 5)).isEqualTo(WHITE);
    }

    @Test
    void captionsAndTitleAreDrawnInTheirLines() {
        final ImageGrid grid = new ImageGrid(new ImageGrid.Style(1, 2, 1, 2, "Digits", true), 28, 28);
        grid.add(plain(28, 28, 0xFF0000), "7");
        grid.add(plain(28, 28, 0xFF0000), "a caption that is far too long for its place");

        final BufferedImage sheet = grid.finish();

        assertThat(ink(sheet, 0, 0, sheet.getWidth(), 28)).as("title").isPositive();
        final int below = 2 + 28 + 28;
        assertThat(ink(sheet, 0, below, sheet.getWidth() / 2, sheet.getHeight())).as("caption").isPositive();
        assertThat(ink(sheet, sheet.getWidth() / 2 - 1, below, sheet.getWidth() / 2 + 1, sheet.getHeight()))
            .as("the long caption is shortened").isZero();
    }

    @Test
    void reducedImagesKeepTheirMean() {
        final BufferedImage stripes = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 64 * 64; i++) {
            stripes.setRGB(i % 64, i / 64, i % 2 == 0 ? WHITE : 0);
        }
        final ImageGrid grid = new ImageGrid(new ImageGrid.Style(1, 1, 0.25, 0, "", false), 64, 64);

        grid.add(stripes, "");

        assertThat(at(grid.finish(), 8, 8) & 255).isBetween(120, 136);
    }

    @Test
    void tooLargeGridsAreRefused() {
        assertThatThrownBy(() -> new ImageGrid(new ImageGrid.Style(500, 500, 2, 0, "", false), 28, 28))
            .isInstanceOf(InputException.class).hasMessageContaining("'Scale factor'");
        assertThatThrownBy(() -> new ImageGrid.Style(0, 5, 2, 0, "", false)).isInstanceOf(InputException.class)
            .hasMessageContaining("'Rows'");
    }

    private static BufferedImage plain(final int width, final int height, final int rgb) {
        final BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < width * height; i++) {
            image.setRGB(i % width, i / width, rgb);
        }
        return image;
    }

    private static int at(final BufferedImage image, final int x, final int y) {
        return image.getRGB(x, y) & 0xFFFFFF;
    }

    private static int ink(final BufferedImage image, final int x0, final int y0, final int x1, final int y1) {
        int ink = 0;
        for (int y = y0; y < y1; y++) {
            for (int x = x0; x < x1; x++) {
                ink += at(image, x, y) != WHITE && at(image, x, y) != 0xFF0000 ? 1 : 0;
            }
        }
        return ink;
    }
}
