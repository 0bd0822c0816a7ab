// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.scorewalk.engine.InputException;

class PanelTest {

    private static final Viewport SQUARE = new Viewport(-3, 3, -3, 3);

    @Test
    void equalAspectGivesAUnitTheSameLengthOnBothAxes() {
        for (final Viewport viewport : new Viewport[]{SQUARE, new Viewport(-1, 1, 0, 7), new Viewport(0, 50, -2, 3)}) {
            final Rectangle area = new Panel(PanelStyle.DEFAULT, viewport, false).area();

            // to the whole pixel
            final double unit = Math.max(area.width / viewport.width(), area.height / viewport.height());
            assertThat((double)area.width).as("width for %s", viewport)
                .isCloseTo(unit * viewport.width(), within(1.01));
            assertThat((double)area.height).as("height for %s", viewport)
                .isCloseTo(unit * viewport.height(), within(1.01));
        }
    }

    @Test
    void plotAreaLiesInsideThePanelWithRoomForTexts() {
        final Panel panel = new Panel(PanelStyle.DEFAULT, SQUARE, false);

        assertThat(panel.width()).isEqualTo(400);
        assertThat(panel.height()).isEqualTo(400);
        assertThat(panel.area().width).isGreaterThan(300).isEqualTo(panel.area().height);
        assertThat(panel.area().x).isGreaterThan(30);
        assertThat(panel.area().y).isGreaterThan(25);
        assertThat(panel.area().x + panel.area().width).isLessThan(395);
    }

    @Test
    void resolutionFactorDoublesEverything() {
        final PanelStyle style = new PanelStyle(400, 300, 2, "x", "y", false);
        final Rectangle one = new Panel(new PanelStyle(400, 300, 1, "x", "y", false), SQUARE, false).area();
        final Panel panel = new Panel(style, SQUARE, false);

        assertThat(panel.width()).isEqualTo(800);
        assertThat(panel.area()).isEqualTo(new Rectangle(2 * one.x, 2 * one.y, 2 * one.width, 2 * one.height));
    }

    @Test
    void ticksDoNotDependOnTheLocale() {
        final Locale before = Locale.getDefault();
        final Viewport small = new Viewport(-0.5, 0.5, -0.5, 0.5);
        try {
            Locale.setDefault(Locale.US);
            final BufferedImage us = new Panel(PanelStyle.DEFAULT, small, true).copy();
            Locale.setDefault(Locale.GERMANY);
            final BufferedImage de = new Panel(PanelStyle.DEFAULT, small, true).copy();

            assertThat(PanelGrid.pixels(de)).isEqualTo(PanelGrid.pixels(us));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void numbersHaveTheDigitsThatTheStepNeeds() {
        assertThat(Panel.format(1, -3, 3).format(-2)).isEqualTo("-2");
        assertThat(Panel.format(0.25, 0, 1).format(0.5)).isEqualTo("0.50");
        assertThat(Panel.format(20000, 0, 100000).format(20000)).isEqualTo("20000");
        assertThat(Panel.format(1e7, 0, 5e7).format(2e7)).isEqualTo("2E7");
    }

    @Test
    void ticksStandAtBothEnds() {
        final Panel panel = new Panel(PanelStyle.DEFAULT, new Viewport(-1.6, -0.6, 0, 1), false);
        final BufferedImage image = panel.copy();
        final Rectangle area = panel.area();

        // the tick marks are left of the plot area, at the height of its upper and lower end
        assertThat(dark(image, area.x - 4, area.y - 1, 3, 2)).as("upper end").isPositive();
        assertThat(dark(image, area.x - 4, area.y + area.height - 1, 3, 2)).as("lower end").isPositive();
        assertThat(dark(image, area.x - 1, area.y + area.height + 1, 2, 3)).as("left end").isPositive();
        assertThat(dark(image, area.x + area.width - 1, area.y + area.height + 1, 2, 3)).as("right end").isPositive();
    }

    @Test
    void longTitlesAreShortenedIntoThePanel() {
        final Panel panel = new Panel(PanelStyle.DEFAULT, SQUARE, false);
        final BufferedImage image = panel.copy();

        panel.finish(image, "a title without end ".repeat(20), Outline.NONE, 0);

        assertThat(dark(image, 0, 0, 400, 30)).isPositive();
        assertThat(dark(image, 0, 0, 3, 30)).as("left edge").isZero();
        assertThat(dark(image, 397, 0, 3, 30)).as("right edge").isZero();
    }

    @Test
    void tinyAndHugePanelsAreRefusedWithTheOptionsNamed() {
        assertThatThrownBy(() -> new PanelStyle(50, 400, 1, "", "", true)).isInstanceOf(InputException.class)
            .hasMessageContaining("'Panel width'");
        assertThatThrownBy(() -> new PanelStyle(20_000, 20_000, 4, "", "", true)).isInstanceOf(InputException.class)
            .hasMessageContaining("'Resolution factor'");
    }

    @Test
    void missingFontsGiveASentenceThatSaysWhatToInstall() {
        assertThatThrownBy(() -> Fonts.check(() -> {
            throw new InternalError("java.lang.reflect.InvocationTargetException");
        })).isInstanceOf(InputException.class).hasMessageContaining("fontconfig");
        assertThatThrownBy(() -> Fonts.check(() -> {
            throw new UnsatisfiedLinkError("libfreetype.so.6");
        })).isInstanceOf(InputException.class).hasMessageContaining("libfreetype");
        Fonts.check();
    }

    private static int dark(final BufferedImage image, final int x0, final int y0, final int width, final int height) {
        int dark = 0;
        for (int y = y0; y < y0 + height; y++) {
            for (int x = x0; x < x0 + width; x++) {
                dark += (image.getRGB(x, y) & 255) < 128 ? 1 : 0;
            }
        }
        return dark;
    }
}
