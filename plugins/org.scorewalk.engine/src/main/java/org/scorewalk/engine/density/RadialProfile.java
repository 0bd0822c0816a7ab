// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.density;

import org.hipparchus.special.Erf;
import org.scorewalk.engine.random.RandomStream;

/**
 * The radius of a ring in scaled coordinates: r = |u| where u in the plane has a density proportional to exp(-(r -
 * 1)<sup>2</sup> / w). The angle is uniform and independent of it.
 *
 * @param width the width w, positive
 */
record RadialProfile(double width) {

    /**
     * The logarithm of the integral of exp(-(r - 1)<sup>2</sup> / w) over the plane, which is 2 pi times that of
     * r exp(-(r - 1)<sup>2</sup> / w) over r &gt; 0.
     */
    double logMass() {
        final double root = 1 / Math.sqrt(width);
        return Math.log(2 * Math.PI
            * (0.5 * width * Math.exp(-1 / width) + 0.5 * Math.sqrt(Math.PI * width) * (1 + Erf.erf(root))));
    }

    /**
     * A draw of the radius. r = 1 + s has the density (1 + s) exp(-s<sup>2</sup> / w) for s &gt; -1, the factor being
     * the Jacobian. That lies below (1 + |s|) exp(-s<sup>2</sup> / w), a mixture of a normal and a two-sided Rayleigh
     * density with masses sqrt(pi w) and w, from which s is drawn and kept with probability (1 + s) / (1 + |s|): always
     * for s &gt; 0.
     */
    double draw(final RandomStream random) {
        final double normalMass = Math.sqrt(Math.PI * width);
        final double normalShare = normalMass / (normalMass + width);
        while (true) {
            final double s;
            if (random.nextUniform() < normalShare) {
                s = Math.sqrt(width / 2) * random.nextNormal();
            } else {
                final double size = Math.sqrt(-width * Math.log1p(-random.nextUniform()));
                s = random.nextUniform() < 0.5 ? -size : size;
            }
            if (s >= 0 || random.nextUniform() * (1 - s) < 1 + s) {
                return 1 + s;
            }
        }
    }
}
