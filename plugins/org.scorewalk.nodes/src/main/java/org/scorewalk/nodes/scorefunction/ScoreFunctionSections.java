// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.scorefunction;

import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;

/** The sections of the dialog: one for each kind of density with several numbers of its own. */
final class ScoreFunctionSections {

    private ScoreFunctionSections() {
    }

    @Section(title = "Density")
    interface DensitySection {
    }

    @Section(title = "Gaussian mixture")
    @After(DensitySection.class)
    @Effect(predicate = DensityConditions.IsGaussianMixture.class, type = EffectType.SHOW)
    interface GaussianMixtureSection {
    }

    @Section(title = "Ring mixture")
    @After(GaussianMixtureSection.class)
    @Effect(predicate = DensityConditions.IsRingMixture.class, type = EffectType.SHOW)
    interface RingMixtureSection {
    }

    @Section(title = "Two moons")
    @After(RingMixtureSection.class)
    @Effect(predicate = DensityConditions.IsTwoMoons.class, type = EffectType.SHOW)
    interface TwoMoonsSection {
    }

    @Section(title = "Banana")
    @After(TwoMoonsSection.class)
    @Effect(predicate = DensityConditions.IsBanana.class, type = EffectType.SHOW)
    interface BananaSection {
    }

    @Section(title = "Funnel")
    @After(BananaSection.class)
    @Effect(predicate = DensityConditions.IsFunnel.class, type = EffectType.SHOW)
    interface FunnelSection {
    }

    @Section(title = "Double well")
    @After(FunnelSection.class)
    @Effect(predicate = DensityConditions.IsDoubleWell.class, type = EffectType.SHOW)
    interface DoubleWellSection {
    }

    @Section(title = "Student t")
    @After(DoubleWellSection.class)
    @Effect(predicate = DensityConditions.IsStudentT.class, type = EffectType.SHOW)
    interface StudentTSection {
    }

    @Section(title = "Temperature")
    @After(StudentTSection.class)
    @Advanced
    interface TemperatureSection {
    }

    @Section(title = "Coordinates")
    @After(TemperatureSection.class)
    @Advanced
    interface CoordinatesSection {
    }
}
