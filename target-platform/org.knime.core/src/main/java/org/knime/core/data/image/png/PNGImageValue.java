// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.image.png;

import org.knime.core.data.ExtensibleUtilityFactory;
import org.knime.core.data.image.ImageValue;

/** A picture in PNG form. */
public interface PNGImageValue extends ImageValue {

    /** Facts about this kind of value. */
    UtilityFactory UTILITY = new ImageCellUtilityFactory();

    @Override
    PNGImageContent getImageContent();

    /**
     * @param v1 a picture
     * @param v2 a picture
     * @return whether their bytes are the same
     */
    static boolean equalContent(final PNGImageValue v1, final PNGImageValue v2) {
        return v1.getImageContent().equals(v2.getImageContent());
    }

    /** Facts about this kind of value. */
    class ImageCellUtilityFactory extends ExtensibleUtilityFactory {

        protected ImageCellUtilityFactory() {
            super(PNGImageValue.class);
        }

        @Override
        public String getName() {
            return "Image (PNG)";
        }

        @Override
        public String getGroupName() {
            return "Image";
        }
    }
}
