// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.scorefunction;

import java.util.Arrays;

import org.knime.core.node.BufferedDataTable;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.scorewalk.engine.density.DensityFamily;

/** When the options of a kind of density are shown. */
final class DensityConditions {

    private DensityConditions() {
    }

    static final class FamilyReference implements ParameterReference<DensityFamily> {
    }

    static final class IsRing implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(FamilyReference.class).isOneOf(DensityFamily.RING);
        }
    }

    static final class IsGaussian implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(FamilyReference.class).isOneOf(DensityFamily.GAUSSIAN);
        }
    }

    static final class IsExpression implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(FamilyReference.class).isOneOf(DensityFamily.EXPRESSION);
        }
    }

    static final class IsGaussianMixture implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(FamilyReference.class).isOneOf(DensityFamily.GAUSSIAN_MIXTURE);
        }
    }

    static final class IsRingMixture implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(FamilyReference.class).isOneOf(DensityFamily.RING_MIXTURE);
        }
    }

    static final class IsTwoMoons implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(FamilyReference.class).isOneOf(DensityFamily.TWO_MOONS);
        }
    }

    static final class IsBanana implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(FamilyReference.class).isOneOf(DensityFamily.BANANA);
        }
    }

    static final class IsFunnel implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(FamilyReference.class).isOneOf(DensityFamily.FUNNEL);
        }
    }

    static final class IsDoubleWell implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(FamilyReference.class).isOneOf(DensityFamily.DOUBLE_WELL);
        }
    }

    static final class IsStudentT implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(FamilyReference.class).isOneOf(DensityFamily.STUDENT_T);
        }
    }

    static final class HasTable implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getConstant(
                input -> Arrays.stream(input.getInPortTypes()).anyMatch(BufferedDataTable.TYPE::equals));
        }
    }

    static final class IsTypedGaussian implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return and(i.getPredicate(IsGaussian.class), not(i.getPredicate(HasTable.class)));
        }
    }

    static final class IsTableGaussian implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return and(i.getPredicate(IsGaussian.class), i.getPredicate(HasTable.class));
        }
    }

    /** Every family without numbers of its own has a dimension alone; some others have one, too. */
    static final class HasDimension implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return not(i.getEnum(FamilyReference.class).isOneOf(DensityFamily.RING, DensityFamily.GAUSSIAN,
                DensityFamily.GAUSSIAN_MIXTURE, DensityFamily.RING_MIXTURE, DensityFamily.TWO_MOONS,
                DensityFamily.BANANA, DensityFamily.STUDENT_T, DensityFamily.EXPRESSION));
        }
    }
}
