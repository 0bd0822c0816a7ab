// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.image;

import org.knime.core.data.DataValue;
import org.knime.core.data.ExtensibleUtilityFactory;

/** A picture. */
public interface ImageValue extends DataValue {

    /** Facts about this kind of value. */
    UtilityFactory UTILITY = new ImageValueUtilityFactory();

    /** @return the picture */
    ImageContent getImageContent();

    /** @return the ending of files that hold such a picture, without a dot */
    String getImageExtension();

    /** Facts about this kind of value. */
    class ImageValueUtilityFactory extends ExtensibleUtilityFactory {

        ImageValueUtilityFactory() {
            super(ImageValue.class);
        }

        @Override
        public String getName() {
            return "Image";
        }
    }
}
